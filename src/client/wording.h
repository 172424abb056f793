// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/file_progress.h"
#include "client/outcome_row.h"

#include "sesame/client/views.h"
#include "sesame/consent/grant.h"
#include "sesame/execute/executor.h"
#include "sesame/trigger/rule_check.h"

#include <QStringList>

namespace sesame::client {

/// Lines that only this user sees. Kept in the database by a stable name, so the language may change later.
enum class Notice {
    ContactAsks,   ///< with our invitation link
    StrangerAsks,  ///< without
    ContactAccepted,
    ContactDeclined,
    KeyChanged,
    KeyAcknowledged,
    Undecryptable,
    InvitationOver,  ///< the phrase of an invitation that is no longer open
    ButtonsOnly,     ///< the phrase of a rule that only its buttons grant
    WishDeclined,    ///< the helper said no
    PastedTooFast,
    Busy,
    BackOff,
    Locked,       ///< a helper has control, or had it a moment ago
    OtherViewer,  ///< argument: who sees the screen already
    SeesAlready,
    SaidNo,
    TimedOut,
    NearDeclined,
    InvitationRefused,  ///< argument: why
    RuleRefused,
    KeyFileGone,         ///< argument: its name; what was to be sent beside an invitation
    RuleChanged,         ///< while it was open
    HubCannotRecognise,  ///< what a rule wants it to: an older hub
    HubTakesNoMore,      ///< rules that it recognises
    CameTooLate,         ///< the word of what they said yes to
    OfferTaken,          ///< argument: the set of rules
    OfferDeclined,
    AskedInGroup,  ///< argument: the group; where the phrase was asked for that was written elsewhere
    // Standing shares. Argument: what is shared.
    StandingGiven,
    StandingGot,
    StandingEnded,     ///< by this user, or because their key is another one
    StandingReturned,  ///< the helper gave it up
    StandingTaken,     ///< the other side ended it
    StandingGivenUp,   ///< by this user, as the helper
    StandingOver,      ///< to the helper who wanted in
    StandingChanged,   ///< the same, at the receiver's
    StandingGone,      ///< the same, at the helper's
    StandingAway,
    StandingNotNow,
};
const char* codeOf(Notice notice);

/// Why a message could not be sent; stable names.
namespace failure {
inline constexpr const char* kNoAccount = "no-such-account";
inline constexpr const char* kBlocked = "blocked";
inline constexpr const char* kFull = "mailbox-full";
inline constexpr const char* kKeyChanged = "key-changed";
inline constexpr const char* kRefused = "refused";
}  // namespace failure

/// Why a file did not arrive; stable names.
namespace file_failure {
inline constexpr const char* kGone = "gone";
inline constexpr const char* kBlocked = "blocked";
inline constexpr const char* kDiskFull = "disk-full";
inline constexpr const char* kDiskFails = "disk-fails";
inline constexpr const char* kTampered = "tampered";
}  // namespace file_failure

enum class LinkProblem {
    None,
    Unreachable,
    WrongCertificate,
    UnknownCertificate,
    NoAnswer,
    OtherVersion,
    WrongKey,
    NoAccount,
    Replaced,
    HubFull,
    TooFast,
    Closing,
    BadFrame,
};

/// Every sentence a person reads, in plain words and in their language.
namespace wording {

QString command(const trigger::Command& command);
/// Sentences, each whole, one after the other.
QString inARow(const QStringList& sentences);
/// What a press on Yes says in the conversation.
QString yes();
QString rule(const trigger::RuleProblem& problem);
QString page(const std::string& page);
QString setting(const std::string& key);
QString value(const std::string& value);
/// "Text size: Normal → Large"
QString change(const std::string& key, const std::string& from, const std::string& to);
/// "30 minutes"
QString minutes(std::uint32_t minutes);
/// "2.9 MB"
QString bytes(std::uint64_t bytes);
/// "This screen (1920×1080)"
QString screen(const QString& size);
/// The question of the consent dialog. `what`: the short name of the program, file or folder, the page, the
/// change, or how long.
QString question(const QString& helper, const trigger::Command& command, const QString& what);
/// What is unusual about a target.
QString userInstalled();
/// In place of a phrase that the invitation does not show.
/// "A picture", "a sound", "a clip", as the key of a rule.
QString media(trigger::MediaKind kind);
/// What an invitation says that waits for one.
QString mediaWanted(trigger::MediaKind kind);
QString toldPhrase(const QString& helper);
QString notice(const std::string& code, const QString& name, const QString& argument);
/// What came of a help. `owner`: whose computer it was to happen on; empty: this one.
QString outcome(const std::string& code, const QString& target, const QString& owner);
QString pageOutcome(const std::string& code, const std::string& page, const QString& owner);
QString settingOutcome(const std::string& code, const std::string& key, const std::string& value,
                       const QString& owner);
QString screenOutcome(const std::string& code);
QString shareOutcome(const std::string& code, const QString& target, const QString& owner);
/// What the dialog asks while a help session runs.
QString riseQuestion(const QString& helper, trigger::RemoteLevel level);
QString clipboardOutQuestion(const QString& helper);
QString clipboardInQuestion(const QString& helper);
/// How a help session went, for whoever was helped, and for the helper. `name`: the other one's.
QString wasHelped(const SessionSummary& summary, const QString& name);
QString helped(const SessionSummary& summary, const QString& name);
/// How a share went, for whoever shared, and for the helper.
QString hasShared(const ShareSummary& summary, const QString& name);
QString wasShared(const ShareSummary& summary, const QString& name);
QString failure(const std::string& code, const QString& name);
/// What becomes of a file now.
QString file(const store::FileRecord& file, FileProgress::Wait wait, bool online, const QString& name);
/// The whole in one line: "“photo.jpg” (2.1 MB): on its way."
QString fileLine(const FileView& file);
QString connection(LinkProblem problem);
/// Full or Io: what could not be kept, and what to do.
QString unwritten(ErrorCode code);

}  // namespace wording
}  // namespace sesame::client
