// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/group_wording.h"

#include "sesame/client/groups.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

namespace sesame::client {
namespace {

QString sayOfGroup(const char* text) {
    return QCoreApplication::translate("Client", text);
}

struct GroupNoticeText {
    GroupNotice notice;
    const char* code;
    const char* text;  // %1: the argument, %2: the sender
};
constexpr GroupNoticeText kGroupNotices[] = {
    {GroupNotice::Founded, "founded",
     QT_TRANSLATE_NOOP("Client", "You made this group. Whoever says yes is in it.")},
    {GroupNotice::Joined, "joined", QT_TRANSLATE_NOOP("Client", "You joined this group.")},
    {GroupNotice::MemberAdded, "member-added", QT_TRANSLATE_NOOP("Client", "%1 was asked to join.")},
    {GroupNotice::MemberJoined, "member-joined", QT_TRANSLATE_NOOP("Client", "%1 joined.")},
    {GroupNotice::MemberDeclined, "member-declined",
     QT_TRANSLATE_NOOP("Client", "%1 does not want to join.")},
    {GroupNotice::MemberLeft, "member-left", QT_TRANSLATE_NOOP("Client", "%1 left.")},
    {GroupNotice::MemberRemoved, "member-removed", QT_TRANSLATE_NOOP("Client", "%1 is not in it any more.")},
    {GroupNotice::Renamed, "renamed", QT_TRANSLATE_NOOP("Client", "The group is called “%1” now.")},
    {GroupNotice::Left, "left", QT_TRANSLATE_NOOP("Client", "You left this group.")},
    {GroupNotice::Removed, "removed", QT_TRANSLATE_NOOP("Client", "You were taken out of this group.")},
    {GroupNotice::Ended, "ended", QT_TRANSLATE_NOOP("Client", "This group has ended.")},
    {GroupNotice::Asked, "asked", QT_TRANSLATE_NOOP("Client", "%2 asked %1 to send back a phrase.")},
    {GroupNotice::OtherList, "other-list",
     QT_TRANSLATE_NOOP("Client",
                       "A message of %1 was not taken: it says that others are in this group than you know. "
                       "Ask whoever made the group.")},
    {GroupNotice::SeveralAsked, "several-asked",
     QT_TRANSLATE_NOOP("Client",
                       "More than one person asked you for this phrase here, so nothing was started. Answer "
                       "the one whom you mean in a conversation with them alone.")},
    {GroupNotice::PastedTooFast, "pasted-too-fast",
     QT_TRANSLATE_NOOP("Client",
                       "This was sent at the moment it was pasted, so nothing was started. If you "
                       "want the help, paste it again, read it, and then press Send.")},
};

}  // namespace

const char* name(GroupState state) {
    static constexpr const char* kNames[] = {"", "asked", "joined", "declined", "left", "removed", "ended"};
    return kNames[static_cast<std::size_t>(state)];
}

const char* codeOf(GroupNotice notice) {
    const auto found = std::find_if(std::begin(kGroupNotices), std::end(kGroupNotices),
                                    [&](const auto& one) { return one.notice == notice; });
    return found->code;
}

namespace wording {

QString groupNotice(const std::string& code, const QString& who, const QString& sender) {
    const auto* found = std::find_if(std::begin(kGroupNotices), std::end(kGroupNotices),
                                     [&](const auto& one) { return code == one.code; });
    if (found == std::end(kGroupNotices))
        return {};
    const QString text = sayOfGroup(found->text);
    if (text.contains(QLatin1String("%2")))
        return text.arg(who, sender);  // both at once, so that a name that holds "%2" stays a name (S49)
    return text.contains(QLatin1String("%1")) ? text.arg(who) : text;
}

QString groupGap(const std::string& code, const QString& name) {
    if (code == group_gap::kNoContact)
        return sayOfGroup(QT_TRANSLATE_NOOP("Client", "%1 is not among your contacts.")).arg(name);
    if (code == group_gap::kNotJoined)
        return sayOfGroup(QT_TRANSLATE_NOOP("Client", "%1 has not joined yet.")).arg(name);
    if (code == group_gap::kOtherKey)
        return sayOfGroup(QT_TRANSLATE_NOOP("Client", "%1 has another key now than in this group."))
            .arg(name);
    if (code == group_gap::kBlocked)
        return sayOfGroup(QT_TRANSLATE_NOOP("Client", "You blocked %1.")).arg(name);
    return {};
}

QString notRecognisedInGroups() {
    return sayOfGroup(QT_TRANSLATE_NOOP(
        "Client",
        "In a group a phrase is recognised on the computer of the person whom you help, nowhere else. Choose "
        "that place in the rule."));
}

QString noFilesInGroups() {
    return sayOfGroup(QT_TRANSLATE_NOOP(
        "Client",
        "Pictures, sounds and clips cannot be sent back in a group. Ask for it in a conversation "
        "of two."));
}

}  // namespace wording
}  // namespace sesame::client
