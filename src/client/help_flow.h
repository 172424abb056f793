// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/consent_desk.h"
#include "client/help_report.h"
#include "client/hosted_side.h"
#include "client/invitation_book.h"
#include "client/sent_words.h"

#include "sesame/trigger/judge.h"

#include <map>

namespace sesame::client {

/// The way of help on the receiver's side: collect, judge, consent, execute (DESIGN section 2). Begins only
/// with a message that this user composed and sent here (I1), a press on Yes in an invitation, or the
/// helper's yes to a wish of this user's; every step is looked at anew, because the rule, the contact or the
/// clock may have changed in between (M2). What is asked lives in memory only: after a crash nothing is
/// granted, and the invitation is still open. One thread.
class HelpFlow : public QObject {
  public:
    HelpFlow(const Environment& environment, AccountKeeper& account, ContactBook& contacts,
             Conversation& conversation, Diary& diary, RuleBook& rules, InvitationBook& invitations,
             HelpReport& report, Ledger& ledger, Events& events, ClientSettings& settings, ConsentDesk& desk,
             HelpWorker& worker, SafetyWindows& windows, HostedSide& hosted, SentWords& sent);

    /// An own message, already on disk. True when it had to do with an invitation.
    bool collect(ContactId to, const MessageId& message, const std::string& text, qint64 msSincePaste);

    /// What this user says in a group is for nobody in particular: each of these helpers may have invited
    /// them there, and only one of them may be meant.
    enum class HeardInGroup { Nothing, Begun, Several, PastedTooFast };
    HeardInGroup collectInGroup(const store::GroupId& group, const std::vector<store::ContactRecord>& helpers,
                                const MessageId& message, const std::string& text, qint64 msSincePaste);

    /// The helper's client, or the hub, says which phrase a message of ours was. Part of the caller's
    /// transaction; Refused when it does not fit our own record.
    Status ordered(const store::ContactRecord& helper, const OrderContent& order, trigger::JudgePlace by);

    /// A file that this user sent just now looks like what the invitation waits for: asks whether it was
    /// meant, however much it does.
    void looksLike(const store::ContactRecord& helper, const InvitationBook::Open& open,
                   const MessageId& message);

    /// Something is asked, or on its way to be, of what this helper invited to.
    bool isUnderWay(ContactId helper) const;

    /// A button of an invitation, or of a wish that was granted, that may be pressed now.
    struct Press {
        store::ContactRecord helper;
        InvitationBook::Open open;
    };
    /// NotFound, Expired, or Refused where only the phrase grants.
    Result<Press> press(const MessageId& invitation);
    /// `said`: the own message that says so in the conversation.
    void pressedYes(const Press& press, const MessageId& said);
    Status pressedNo(const Press& press);

    Status answerNear(quint64 question, bool yes);
    Status answerChoice(quint64 question, int index);

  private:
    enum class Stage { Near, Resolving, Choice, Consent };
    struct Help {
        Stage stage = Stage::Resolving;
        ContactId contact;
        MessageId message;
        MessageId invitation;
        RuleHash rule;
        trigger::Command command;
        std::string key;  ///< the phrase; or "picture", "sound", "clip"
        std::optional<trigger::MediaKind> media;
        std::optional<store::GroupId> group;  // where it was said
        std::vector<consent::ResolvedTarget> targets;
        SafetyWindow window;  // while something is asked about it here
    };
    using Helps = std::map<quint64, Help>;

    bool judged(const store::ContactRecord& helper, const trigger::OwnMessage& message,
                const std::vector<InvitationBook::Open>& open);
    enum class Sure { Yes, Near };
    void begin(const store::ContactRecord& helper, const InvitationBook::Open& open, const MessageId& message,
               Sure sure);
    void wishGranted(const MessageId& wish);
    bool isJudgedElsewhere(const std::vector<InvitationBook::Open>& open, const std::string& text) const;
    bool noMatch(const store::ContactRecord& helper, const trigger::OwnMessage& message,
                 const std::vector<InvitationBook::Open>& open);
    /// The name of a group where the helper asked for this phrase.
    std::optional<std::string> groupWaitingFor(const store::ContactRecord& helper,
                                               const std::string& text) const;
    bool isHindered(const store::ContactRecord& helper, const trigger::Command& command);
    void askNear(quint64 question);
    void resolve(quint64 question);
    void resolved(quint64 question, const Result<execute::Resolution>& resolution);
    void askChoice(quint64 question, const execute::Resolution& resolution);
    void askConsent(quint64 question, const consent::ResolvedTarget& target);
    ConsentView consentView(quint64 question, const store::ContactRecord& helper, const Help& help,
                            const consent::ResolvedTarget& target) const;
    void name(ConsentView& view, const trigger::Command& command,
              const consent::ResolvedTarget& target) const;
    Status declined(const Help& help, const store::ContactRecord& helper, consent::Answer answer);
    /// The session on this computer that a rise of it would change; none for anything else.
    std::optional<StreamId> touched(const trigger::Command& command) const;
    void run(const Help& help, const consent::Grant& grant);
    void invitationClosed(const MessageId& id);

    /// The helper, when everything still allows this help (M2).
    std::optional<store::ContactRecord> stillAllowed(const Help& help);
    Helps::iterator at(quint64 question, Stage stage);

    const Environment& environment_;
    AccountKeeper& account_;
    ContactBook& contacts_;
    Conversation& conversation_;
    Diary& diary_;
    RuleBook& rules_;
    InvitationBook& invitations_;
    HelpReport& report_;
    Ledger& ledger_;
    Events& events_;
    ClientSettings& settings_;
    ConsentDesk& desk_;
    HelpWorker& worker_;
    SafetyWindows& windows_;
    HostedSide& hosted_;
    Helps helps_;
    SentWords& sent_;
};

}  // namespace sesame::client
