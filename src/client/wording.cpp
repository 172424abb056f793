// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/wording.h"

#include "client/qt_text.h"

#include <QCoreApplication>
#include <QHash>

namespace sesame::client {
namespace {

// For texts that QT_TRANSLATE_NOOP has put into the same context.
QString translated(const char* text) {
    return QCoreApplication::translate("Client", text);
}

// QString::arg(a, b) replaces all places at once, so a name that holds "%2" stays a name (S49).
struct NoticeText {
    Notice notice;
    const char* code;
    const char* text;  // %1: the contact's name, %2: the argument
};
constexpr NoticeText kNotices[] = {
    {Notice::ContactAsks, "contact-asks",
     QT_TRANSLATE_NOOP("Client", "%1 has your invitation and would like to write to you.")},
    {Notice::StrangerAsks, "stranger-asks",
     QT_TRANSLATE_NOOP("Client",
                       "Somebody who says they are %1 would like to write to you. You did not "
                       "invite them.")},
    {Notice::ContactAccepted, "contact-accepted",
     QT_TRANSLATE_NOOP("Client", "%1 accepted. You can write to each other now.")},
    {Notice::ContactDeclined, "contact-declined",
     QT_TRANSLATE_NOOP("Client", "%1 does not want to be your contact now.")},
    {Notice::KeyChanged, "key-changed",
     QT_TRANSLATE_NOOP("Client",
                       "The key of %1 has changed. Ask them by telephone whether they have a new "
                       "computer. Until you confirm, nothing they ask for can run here.")},
    {Notice::KeyAcknowledged, "key-acknowledged",
     QT_TRANSLATE_NOOP("Client", "You confirmed the new key of %1.")},
    {Notice::Undecryptable, "undecryptable",
     QT_TRANSLATE_NOOP("Client", "A message from %1 could not be read. Ask them to send it again.")},
    {Notice::InvitationOver, "invitation-over",
     QT_TRANSLATE_NOOP("Client",
                       "The invitation for this phrase is no longer open. Ask %1 to send it again.")},
    {Notice::ButtonsOnly, "buttons-only",
     QT_TRANSLATE_NOOP(
         "Client",
         "For this, please press Yes in the invitation of %1. If there is none above, ask for it "
         "to be sent again.")},
    {Notice::WishDeclined, "wish-declined",
     QT_TRANSLATE_NOOP("Client", "%1 cannot do this now. Nothing was started.")},
    {Notice::PastedTooFast, "pasted-too-fast",
     QT_TRANSLATE_NOOP("Client",
                       "This was sent at the moment it was pasted, so nothing was started. If you "
                       "want the help, paste it again, read it, and then press Send.")},
    {Notice::Busy, "busy",
     QT_TRANSLATE_NOOP("Client",
                       "Another question is still open. Answer that one first, then try this again.")},
    {Notice::BackOff, "back-off",
     QT_TRANSLATE_NOOP("Client",
                       "You said No to %1 a short while ago, so you are not asked again yet. Try "
                       "again a little later if you want this.")},
    {Notice::Locked, "locked",
     QT_TRANSLATE_NOOP(
         "Client",
         "This cannot be started while somebody uses your mouse and keyboard, nor in the minute "
         "after. Try again a little later.")},
    {Notice::OtherViewer, "other-viewer",
     QT_TRANSLATE_NOOP("Client",
                       "%2 sees your screen now. If you want %1 to help instead, stop that first and try "
                       "again.")},
    {Notice::SeesAlready, "sees-already", QT_TRANSLATE_NOOP("Client", "%1 sees your screen already.")},
    {Notice::SaidNo, "said-no", QT_TRANSLATE_NOOP("Client", "You said No. Nothing was done.")},
    {Notice::TimedOut, "timed-out",
     QT_TRANSLATE_NOOP("Client", "The question was closed without a Yes. Nothing was done.")},
    {Notice::NearDeclined, "near-declined", QT_TRANSLATE_NOOP("Client", "All right, nothing was started.")},
    {Notice::InvitationRefused, "invitation-refused",
     QT_TRANSLATE_NOOP("Client", "A request from %1 was not accepted by this computer: %2")},
    {Notice::RuleRefused, "rule-refused",
     QT_TRANSLATE_NOOP("Client", "A phrase that %1 set up was not accepted by this computer: %2")},
    {Notice::KeyFileGone, "key-file-gone",
     QT_TRANSLATE_NOOP("Client",
                       "“%2” was not sent beside the invitation: it is gone, or no longer what the rule is "
                       "about. Send the right one to %1 yourself, so that it can be sent back.")},
    {Notice::RuleChanged, "rule-changed",
     QT_TRANSLATE_NOOP("Client", "%1 has changed what this phrase does. Wait for a new invitation.")},
    {Notice::HubCannotRecognise, "hub-cannot-recognise",
     QT_TRANSLATE_NOOP("Client",
                       "This hub is an older one and cannot recognise phrases. Your rule is saved, but its "
                       "phrase does nothing here. Choose another place in the rule, or ask whoever runs the "
                       "hub to renew it.")},
    {Notice::HubTakesNoMore, "hub-takes-no-more",
     QT_TRANSLATE_NOOP("Client",
                       "The hub recognises no more phrases for you. Your rules are saved, but those that it "
                       "should recognise for %1 do nothing. Choose another place in some of them.")},
    {Notice::CameTooLate, "came-too-late",
     QT_TRANSLATE_NOOP("Client",
                       "%1 said yes, but the word of it came more than two minutes late, so nothing was "
                       "opened. If both of you were online, the clocks of your computers differ: set them "
                       "right, and ask again.")},
    {Notice::OfferTaken, "offer-taken", QT_TRANSLATE_NOOP("Client", "%1 has accepted the phrases “%2”.")},
    {Notice::OfferDeclined, "offer-declined",
     QT_TRANSLATE_NOOP("Client", "%1 does not want the phrases “%2”.")},
    {Notice::AskedInGroup, "asked-in-group",
     QT_TRANSLATE_NOOP(
         "Client", "%1 asked for this in the group “%2”. Nothing was started here; please answer there.")},
    {Notice::StandingGiven, "standing-given",
     QT_TRANSLATE_NOOP("Client",
                       "%1 may open “%2” again without asking you. You can end this in the settings, under "
                       "Shared folders.")},
    {Notice::StandingGot, "standing-got",
     QT_TRANSLATE_NOOP("Client",
                       "You may open “%2” of %1 again without asking, whenever both of you are online.")},
    {Notice::StandingEnded, "standing-ended",
     QT_TRANSLATE_NOOP("Client", "%1 may not open “%2” any more without asking you.")},
    {Notice::StandingReturned, "standing-returned",
     QT_TRANSLATE_NOOP("Client", "%1 has given up “%2” and may not open it any more without asking you.")},
    {Notice::StandingTaken, "standing-taken",
     QT_TRANSLATE_NOOP("Client", "“%2” of %1 is not shared with you any more.")},
    {Notice::StandingGivenUp, "standing-given-up",
     QT_TRANSLATE_NOOP("Client", "You have given up “%2” of %1. To open it again, ask for it anew.")},
    {Notice::StandingOver, "standing-over",
     QT_TRANSLATE_NOOP("Client", "“%2” was not opened: %1 does not share it with you any more.")},
    {Notice::StandingChanged, "standing-changed",
     QT_TRANSLATE_NOOP(
         "Client",
         "%1 wanted to open “%2” and could not: it is not where it was, it is another one now, or "
         "it may not be shared.")},
    {Notice::StandingGone, "standing-gone",
     QT_TRANSLATE_NOOP(
         "Client", "“%2” was not opened: on the computer of %1 it is not what it was when it was shared.")},
    {Notice::StandingAway, "standing-away",
     QT_TRANSLATE_NOOP(
         "Client", "“%2” was not opened: nobody is at the computer of %1 now. Try again a little later.")},
    {Notice::StandingNotNow, "standing-not-now",
     QT_TRANSLATE_NOOP(
         "Client", "“%2” was not opened: the computer of %1 cannot do this now. Try again a little later.")},
};

struct CodeText {
    std::string_view code;
    const char* text;
};

template <std::size_t N>
QString lookUp(const CodeText (&table)[N], std::string_view code) {
    for (const auto& row : table)
        if (row.code == code)
            return translated(row.text);
    return {};
}

// How a help ended, on this computer and, in other words where it matters, on that of the contact.
struct OutcomeText {
    std::string_view code;
    const char* here;
    const char* there = nullptr;
};

template <std::size_t N>
QString lookUp(const OutcomeText (&table)[N], std::string_view code, const QString& owner) {
    for (const auto& row : table)
        if (row.code == code)
            return translated(row.there != nullptr && !owner.isEmpty() ? row.there : row.here);
    return {};
}

// %1: program or file, %2: whose computer it is.
constexpr OutcomeText kOutcomes[] = {
    {"started", QT_TRANSLATE_NOOP("Client", "“%1” was opened.")},
    {"focused", QT_TRANSLATE_NOOP("Client", "“%1” was open already and is in front now.")},
    {"changed", QT_TRANSLATE_NOOP("Client", "“%1” was changed.")},
    {"not-found", QT_TRANSLATE_NOOP("Client", "“%1” was not found on this computer."),
     QT_TRANSLATE_NOOP("Client", "“%1” was not found on the computer of %2.")},
    {"refused", QT_TRANSLATE_NOOP("Client", "“%1” may not be opened on this computer."),
     QT_TRANSLATE_NOOP("Client", "“%1” may not be opened on the computer of %2.")},
    {"failed", QT_TRANSLATE_NOOP("Client", "“%1” could not be opened.")},
    {"expired", QT_TRANSLATE_NOOP("Client", "“%1” was not opened: it changed, or too much time went by.")},
};

// %1: page, %2: whose computer it is.
constexpr OutcomeText kPageOutcomes[] = {
    {"focused", QT_TRANSLATE_NOOP("Client", "The settings page “%1” was shown.")},
    {"refused", QT_TRANSLATE_NOOP("Client", "The settings page “%1” may not be shown on this computer."),
     QT_TRANSLATE_NOOP("Client", "The settings page “%1” may not be shown on the computer of %2.")},
};
constexpr const char* kPageFailed = QT_TRANSLATE_NOOP("Client", "The settings page “%1” was not shown.");
// %1: setting, %2: value, %3: whose computer it is.
constexpr OutcomeText kSettingOutcomes[] = {
    {"changed", QT_TRANSLATE_NOOP("Client", "The setting “%1” is “%2” now.")},
    {"refused", QT_TRANSLATE_NOOP("Client", "The setting “%1” may not be changed to “%2” on this computer."),
     QT_TRANSLATE_NOOP("Client", "The setting “%1” may not be changed to “%2” on the computer of %3.")},
};
constexpr const char* kSettingFailed =
    QT_TRANSLATE_NOOP("Client", "The setting “%1” was not changed to “%2”.");

constexpr CodeText kScreenOutcomes[] = {
    {"started", QT_TRANSLATE_NOOP("Client", "The screen is shown now.")},
    {"refused", QT_TRANSLATE_NOOP("Client", "The screen may not be shown now.")},
    {"expired",
     QT_TRANSLATE_NOOP("Client", "The screen was not shown: it changed, or too much time went by.")},
};
constexpr const char* kScreenFailed = QT_TRANSLATE_NOOP("Client", "The screen could not be shown.");

// %1: folder or file, %2: whose computer it is.
constexpr OutcomeText kShareOutcomes[] = {
    {"started", QT_TRANSLATE_NOOP("Client", "“%1” is shared now.")},
    {"not-found", QT_TRANSLATE_NOOP("Client", "“%1” was not found on this computer."),
     QT_TRANSLATE_NOOP("Client", "“%1” was not found on the computer of %2.")},
    {"refused", QT_TRANSLATE_NOOP("Client", "“%1” may not be shared from this computer."),
     QT_TRANSLATE_NOOP("Client", "“%1” may not be shared from the computer of %2.")},
    {"expired", QT_TRANSLATE_NOOP("Client", "“%1” was not shared: it changed, or too much time went by.")},
};
constexpr const char* kShareFailed = QT_TRANSLATE_NOOP("Client", "“%1” could not be shared.");

// %1: the contact's name.
constexpr CodeText kFailures[] = {
    {failure::kNoAccount, QT_TRANSLATE_NOOP("Client", "%1 is not known at this hub any more.")},
    {failure::kBlocked, QT_TRANSLATE_NOOP("Client", "%1 does not take messages from you.")},
    {failure::kFull, QT_TRANSLATE_NOOP("Client", "The mailbox of %1 is full. Try again later.")},
    {failure::kKeyChanged, QT_TRANSLATE_NOOP("Client", "The key of %1 has changed. Confirm it first.")},
    {failure::kRefused, QT_TRANSLATE_NOOP("Client", "The hub did not take this message.")},
};

constexpr CodeText kRuleProblems[] = {
    {"empty", QT_TRANSLATE_NOOP("Client", "The phrase is empty.")},
    {"not-utf8", QT_TRANSLATE_NOOP("Client", "The phrase is not readable text.")},
    {"several-lines", QT_TRANSLATE_NOOP("Client", "The phrase must be one line.")},
    {"too-short", QT_TRANSLATE_NOOP("Client",
                                    "The phrase is too short. Take at least four Chinese characters or eight "
                                    "letters.")},
    {"too-long", QT_TRANSLATE_NOOP("Client", "The phrase is too long. 64 characters are the most.")},
    {"hidden-characters", QT_TRANSLATE_NOOP("Client", "There are invisible characters in it.")},
    {"stacked-marks", QT_TRANSLATE_NOOP("Client", "There are too many marks on one letter.")},
    {"mixed-scripts", QT_TRANSLATE_NOOP("Client", "It mixes letters of scripts that look alike.")},
    {"everyday-words",
     QT_TRANSLATE_NOOP("Client", "People say this every day. Take words that are only used for this.")},
    {"repetition", QT_TRANSLATE_NOOP("Client", "The phrase only repeats itself.")},
    {"digits-only", QT_TRANSLATE_NOOP("Client", "The phrase has only digits.")},
    {"link-or-address", QT_TRANSLATE_NOOP("Client", "The phrase is a link or an address.")},
    {"refusal-or-stop", QT_TRANSLATE_NOOP("Client",
                                          "The phrase says no or stop, so it can never start "
                                          "something.")},
    {"money-or-secrets",
     QT_TRANSLATE_NOOP("Client", "The phrase speaks of money, codes or passwords. Help never needs these.")},
    {"confusable-rule", QT_TRANSLATE_NOOP("Client", "The phrase is too much like another one: “%1”.")},
    {"no-target", QT_TRANSLATE_NOOP("Client", "It does not say what to open.")},
    {"target-too-long", QT_TRANSLATE_NOOP("Client", "The name of what to open is too long.")},
    {"relative-path", QT_TRANSLATE_NOOP("Client", "The path of the file must begin with a slash.")},
    {"not-canonical-path",
     QT_TRANSLATE_NOOP("Client", "The path of the file has detours in it, such as “..”.")},
    {"special-place", QT_TRANSLATE_NOOP("Client", "Files in this place of the system cannot be opened.")},
    {"shell-or-terminal", QT_TRANSLATE_NOOP("Client",
                                            "Terminals and programs that run commands are never "
                                            "opened.")},
    {"not-a-program-name",
     QT_TRANSLATE_NOOP("Client", "Give the name of the program as it stands in the menu.")},
    {"unknown-setting", QT_TRANSLATE_NOOP("Client", "There is no such setting.")},
    {"unsafe-setting", QT_TRANSLATE_NOOP("Client", "This setting can only be changed by its own user.")},
    {"bad-value", QT_TRANSLATE_NOOP("Client", "The setting cannot have this value.")},
    {"not-a-file-name", QT_TRANSLATE_NOOP("Client", "This cannot be the name of a file.")},
    {"executable-file", QT_TRANSLATE_NOOP("Client", "Programs and scripts are not opened as files.")},
    {"bad-time", QT_TRANSLATE_NOOP("Client", "The time must be between 1 and 120 minutes.")},
    {"media-illegal", QT_TRANSLATE_NOOP("Client", "This file cannot be recognised.")},
    {"media-too-plain",
     QT_TRANSLATE_NOOP("Client", "There is too little to see in this picture. Take one with more in it.")},
    {"media-too-short", QT_TRANSLATE_NOOP("Client", "This is too short. Take one of six seconds or more.")},
    {"media-silent",
     QT_TRANSLATE_NOOP("Client", "There is too little to hear in this. Take one with speech or music.")},
    {"media-too-dark", QT_TRANSLATE_NOOP("Client", "There is too little to see in this clip.")},
    {"media-too-still", QT_TRANSLATE_NOOP("Client", "Nothing moves in this clip. Take a picture instead.")},
    {"media-like-another-rule",
     QT_TRANSLATE_NOOP("Client", "This looks or sounds too much like the one of another rule.")},
    {"media-too-many",
     QT_TRANSLATE_NOOP("Client", "There are enough rules with pictures, sounds and clips for this person.")},
    {"malformed", QT_TRANSLATE_NOOP("Client", "It could not be read.")},
    {"refused", QT_TRANSLATE_NOOP("Client", "It was not signed by this contact for you.")},
    {"expired", QT_TRANSLATE_NOOP("Client", "Its time was over.")},
    {"changed", QT_TRANSLATE_NOOP("Client", "It is older than what was agreed since.")},
};

constexpr const char* kConnection[] = {
    "",
    QT_TRANSLATE_NOOP("Client", "The hub cannot be reached. Messages wait here and are sent later."),
    QT_TRANSLATE_NOOP("Client",
                      "This is not the hub that it says it is (wrong certificate). Nothing was sent to it."),
    QT_TRANSLATE_NOOP("Client",
                      "The certificate of the hub is not known. Use an invitation link of this hub."),
    QT_TRANSLATE_NOOP("Client", "The hub does not answer. Messages wait here and are sent later."),
    QT_TRANSLATE_NOOP("Client", "The hub speaks another version of the protocol. Please update."),
    QT_TRANSLATE_NOOP("Client", "The hub knows this account with another key."),
    QT_TRANSLATE_NOOP("Client", "The hub does not know this account."),
    QT_TRANSLATE_NOOP("Client", "This account was opened on another computer."),
    QT_TRANSLATE_NOOP("Client", "The hub takes no new accounts or is full."),
    QT_TRANSLATE_NOOP("Client", "The hub asks us to wait for a moment."),
    QT_TRANSLATE_NOOP("Client", "The hub is being restarted."),
    QT_TRANSLATE_NOOP("Client", "The hub sent something that makes no sense."),
};

constexpr const char* kDiskFull = QT_TRANSLATE_NOOP(
    "Client",
    "The disk is full, so nothing new can be kept. Please delete files that are not needed, then try again.");
constexpr const char* kDiskFails = QT_TRANSLATE_NOOP(
    "Client",
    "Nothing new can be written to the disk. What was there before is safe. Please have the disk checked.");

QString withName(const QString& text, const QString& name) {
    return text.contains(QLatin1String("%1")) ? text.arg(name) : text;
}

QString withTarget(const QString& text, const QString& target, const QString& owner) {
    return text.contains(QLatin1String("%2")) ? text.arg(target, owner) : withName(text, target);
}

}  // namespace

const char* codeOf(Notice notice) {
    for (const auto& row : kNotices)
        if (row.notice == notice)
            return row.code;
    SESAME_ASSERT(false);
    return "";
}

namespace wording {

QString inARow(const QStringList& sentences) {
    QString out;
    for (const QString& next : sentences)
        //: Two sentences; without the room between them where a language leaves none.
        out = out.isEmpty() ? next : QCoreApplication::translate("Client", "%1 %2").arg(out, next);
    return out;
}

QString rule(const trigger::RuleProblem& problem) {
    return withName(lookUp(kRuleProblems, problem.reason()), toQt(problem.otherPhrase));
}

QString notice(const std::string& code, const QString& name, const QString& argument) {
    for (const auto& row : kNotices) {
        if (row.code != code)
            continue;
        const QString text = translated(row.text);
        if (!text.contains(QLatin1String("%2")))
            return withName(text, name);
        const QString why = lookUp(kRuleProblems, toStd(argument));
        return text.arg(name, why.isEmpty() ? argument : why);
    }
    return {};
}

QString outcome(const std::string& code, const QString& target, const QString& owner) {
    return withTarget(lookUp(kOutcomes, code, owner), target, owner);
}

QString pageOutcome(const std::string& code, const std::string& page, const QString& owner) {
    const QString text = lookUp(kPageOutcomes, code, owner);
    return withTarget(text.isEmpty() ? translated(kPageFailed) : text, wording::page(page), owner);
}

QString settingOutcome(const std::string& code, const std::string& key, const std::string& value,
                       const QString& owner) {
    QString text = lookUp(kSettingOutcomes, code, owner);
    if (text.isEmpty())
        text = translated(kSettingFailed);
    return text.contains(QLatin1String("%3")) ? text.arg(setting(key), wording::value(value), owner)
                                              : text.arg(setting(key), wording::value(value));
}

QString screenOutcome(const std::string& code) {
    const QString text = lookUp(kScreenOutcomes, code);
    return text.isEmpty() ? translated(kScreenFailed) : text;
}

QString shareOutcome(const std::string& code, const QString& target, const QString& owner) {
    const QString text = lookUp(kShareOutcomes, code, owner);
    return withTarget(text.isEmpty() ? translated(kShareFailed) : text, target, owner);
}

QString media(trigger::MediaKind kind) {
    switch (kind) {
        case trigger::MediaKind::Sound:
            return translated(QT_TRANSLATE_NOOP("Client", "A sound"));
        case trigger::MediaKind::Clip:
            return translated(QT_TRANSLATE_NOOP("Client", "A clip"));
        case trigger::MediaKind::Picture:
            break;
    }
    return translated(QT_TRANSLATE_NOOP("Client", "A picture"));
}

QString mediaWanted(trigger::MediaKind kind) {
    switch (kind) {
        case trigger::MediaKind::Sound:
            return translated(QT_TRANSLATE_NOOP("Client", "Please send me back this sound."));
        case trigger::MediaKind::Clip:
            return translated(QT_TRANSLATE_NOOP("Client", "Please send me back this clip."));
        case trigger::MediaKind::Picture:
            break;
    }
    return translated(QT_TRANSLATE_NOOP("Client", "Please send me back this picture."));
}

QString toldPhrase(const QString& helper) {
    return withName(translated(QT_TRANSLATE_NOOP("Client", "%1 will tell you a phrase. Write it here.")),
                    helper);
}

QString yes() {
    return translated(QT_TRANSLATE_NOOP("Client", "Yes"));
}

QString failure(const std::string& code, const QString& name) {
    return withName(lookUp(kFailures, code), name);
}

QString connection(LinkProblem problem) {
    const char* text = kConnection[static_cast<std::size_t>(problem)];
    return *text ? translated(text) : QString();
}

QString unwritten(ErrorCode code) {
    return translated(code == ErrorCode::Full ? kDiskFull : kDiskFails);
}

}  // namespace wording
}  // namespace sesame::client
