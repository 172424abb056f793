// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/client/files.h"
#include "sesame/client/groups.h"
#include "sesame/client/rule_sets.h"
#include "sesame/client/shares.h"
#include "sesame/consent/audit_log.h"
#include "sesame/consent/gate.h"
#include "sesame/desktop/installed_programs.h"
#include "sesame/desktop/launcher.h"
#include "sesame/desktop/shared_desktop.h"
#include "sesame/desktop/windows.h"

#include <QObject>
#include <functional>
#include <memory>

namespace sesame::client {

/// Everything of the outside that a client uses. All outlive it.
struct Environment {
    const Clock& clock;
    crypto::Random& random;
    const desktop::InstalledPrograms& programs;
    desktop::Windows& windows;
    desktop::Launcher& launcher;
    /// What a help session shows and operates.
    desktop::SharedDesktop& desktop;
    /// The windows once more, for the thread that watches for private ones during a session.
    std::function<std::unique_ptr<desktop::Windows>()> openWindows = desktop::openWindows;
    /// Tells when nobody may use this desktop any more. May be empty.
    std::function<std::unique_ptr<desktop::SessionWatch>(std::function<void(desktop::Away)>)> watchSession{};
    /// The user sees the shares of this computer and can stop them. Without that none begins.
    bool showsShares = false;
    /// Whether nobody may use this desktop now; asked on another thread. May be empty.
    std::function<bool()> isAway{};
    /// Tells what a picture, sound or clip is recognised by. `then` is called once from the event loop, and
    /// not after `context` is gone. May be empty: then no file is a key here.
    using MediaRecognised = std::function<void(const Result<trigger::MediaPrint>& print)>;
    std::function<void(const QString& path, QObject* context, const MediaRecognised& then)> recogniseMedia{};
};

/// One account without a window: connection, conversations, rules, and the way collect → judge → consent →
/// execute. The app and sesame-cli are two faces of this one class. Lives in one thread with a Qt event loop;
/// no call blocks on the network. Whatever a call changes is on disk when it returns.
class Client : public QObject {
    Q_OBJECT

  public:
    /// Opens or creates the database in `directory` (made with mode 0700). Unavailable when another process
    /// has it open.
    static Result<std::unique_ptr<Client>> open(const QString& directory, const crypto::Key& databaseKey,
                                                const QString& keyProtection, const Environment& environment);
    ~Client() override;

    // Account. `hub` is "wss://host:port" or an invitation link ("sesame:…"), which is then also accepted.
    /// Progress and failure through connectionChanged(); the account exists once accountCreated() came.
    Status createAccount(const QString& name, const QString& hub, const QString& hubFingerprint = {});
    std::optional<AccountView> account() const;
    ConnectionState connection() const;
    QString connectionProblem() const;  ///< one translated sentence, empty when Online
    void connectNow();                  ///< skips what is left of a back-off
    /// The hub of this account moved, or is known by another certificate now.
    Status moveHub(const QString& hub, const QString& hubFingerprint);
    /// Under which address others reach the same hub, for invitation links; for a hub on this computer.
    Status setPublicHub(const QString& hub, const QString& hubFingerprint);

    // Contacts.
    QString invitationLink() const;  ///< "sesame:…": hub, its fingerprint, handle, identity key, name, token
    Result<ContactId> addContact(const QString& link);
    Status acceptContact(ContactId id);
    Status declineContact(ContactId id);
    Status setBlocked(ContactId id, bool blocked);
    Status renameContact(ContactId id, const QString& ownName);
    Status acknowledgeKey(ContactId id);
    Status setVerified(ContactId id, bool verified);
    Result<QString> safetyNumber(ContactId id) const;
    Result<QStringList> safetyWords(ContactId id) const;
    QList<ContactView> contacts() const;
    std::optional<ContactView> contact(ContactId id) const;

    // Conversation.
    /// Stores, judges and queues an own message. Malformed when empty or over wire::kMaxTextBytes.
    Result<MessageId> sendText(ContactId to, const QString& text, const Composition& how = {});
    Status retry(const MessageId& failed);
    QList<MessageView> history(ContactId contact, qint64 beforeOrder = 0, int limit = 50) const;
    /// Texts and phrases in all conversations of two with every one of these words, also begun ones, newest
    /// first.
    QList<MessageView> search(const QString& words, int limit = 100) const;
    Status markRead(ContactId contact);
    /// The newest thing that waits for a Yes or No of this user: an invitation with buttons, or a wish of
    /// their own that was granted, for pressInvitation(), or a wish of the contact's, for answerWish().
    /// Nothing while something of this contact is asked anyway.
    std::optional<MessageView> awaited(ContactId contact) const;

    // Rules, as the helper.
    /// Without an id: a new rule. `problem` says why it was refused. Signed, stored and sent to the receiver.
    Result<RuleId> saveRule(ContactId receiver, const std::optional<RuleId>& id, const QString& phrase,
                            const trigger::Command& command,
                            std::optional<trigger::RuleProblem>* problem = nullptr,
                            const RuleTerms& terms = {});
    /// What a picture, sound or clip of this computer is recognised by, for RuleTerms. Malformed if it is
    /// none; Unavailable where none can be read. See Environment.
    void recognise(const QString& path, QObject* context, const Environment::MediaRecognised& then) const;
    Status removeRule(ContactId receiver, const RuleId& id);
    QList<RuleView> rules(ContactId contact,
                          Direction direction) const;  ///< Incoming: rules that others made for us
    /// Refused for a rule that was offered in a set and not accepted.
    Result<MessageId> invite(ContactId receiver, const RuleId& rule);
    /// False once this account's hub is known to recognise no phrases. A rule that says so is saved all the
    /// same.
    bool hubRecognises() const;
    /// Takes back an invitation of this user's, or a wish.
    Status withdrawInvitation(const MessageId& invitation);
    /// The helper's answer to a wish: Yes and No in its card.
    Status answerWish(const MessageId& wish, bool yes);

    // The receiver's answers. A question number that is over is Expired.
    Status answerNear(quint64 question, bool yes);
    Status answerChoice(quint64 question, int index);  ///< -1: none of them
    /// Yes and No in the card of an invitation, or of an own wish that the helper said yes to. A Yes is said
    /// in the conversation and leads to the question of consent, as the phrase does; of one that was given in
    /// a group, in that group. Refused when the rule does not allow it, Expired when it is not open.
    Status pressInvitation(const MessageId& invitation, bool yes);
    /// Asks the helper for the option with this index; -1: nothing was wished.
    Status answerMeant(quint64 question, int option);
    /// The gate refuses a Yes that comes too early, or that a program pressed after somebody had control
    /// (S25; unless the setting "on-screen-keyboard" is "on"): Refused, and the question stays.
    Status answerConsent(quint64 question, bool yes, const ConsentChoice& choice = {});
    /// For the dialog to report what happens to it; see consent::Gate.
    consent::Gate& gate();
    std::optional<ConsentView> openConsent() const;

    /// Help sessions, on this computer and on others.
    HelpSessions& sessions();
    /// Shares of files and folders, on this computer and on others.
    Shares& shares();
    /// Files as messages.
    Files& files();
    /// Rules in files, and offered to others.
    RuleSets& sets();
    /// Conversations of more than two.
    Groups& groups();

    // Record and settings.
    consent::AuditLog& audit();
    QString setting(const QString& key) const;
    /// "on-screen-keyboard" cannot be turned on once a helper has had control, until this machine was started
    /// anew (S25): Refused.
    Status setSetting(const QString& key, const QString& value);
    QStringList allowedPlaces() const;
    Status setAllowedPlaces(const QStringList& directories);

    /// One plain, translated sentence for a command, for cards and lists.
    static QString describe(const trigger::Command& command);
    static QString describe(const trigger::RuleProblem& problem);
    static QString describe(trigger::MediaKind kind);  ///< "A picture"

  Q_SIGNALS:
    void accountCreated();
    void connectionChanged();
    void contactChanged(sesame::store::ContactId id);
    void messageAdded(const sesame::client::MessageView& message);
    void messageChanged(const sesame::client::MessageView& message);
    void rulesChanged(sesame::store::ContactId id);
    void nearAsked(const sesame::client::NearView& near);
    void wishAsked(const sesame::client::WishView& wish);
    void choiceAsked(const sesame::client::ChoiceView& choice);
    void consentAsked(const sesame::client::ConsentView& question);
    /// Answered, timed out, withdrawn; also when the answer was not given here.
    void consentClosed(quint64 question, sesame::consent::Answer answer);
    void settingChanged(const QString& key, const QString& value);
    void settingsPageRequested(const QString& page);
    /// Something the user should know that belongs to no conversation; translated.
    void problem(const QString& sentence);

  private:
    struct Parts;
    explicit Client(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace sesame::client
