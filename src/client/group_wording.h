// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <string>

/// What a person reads about groups. Any thread.
namespace sesame::client {

/// Lines in a group that only this user sees. Kept by a stable name, so the language may change later.
enum class GroupNotice : std::uint8_t {
    Founded,
    Joined,       ///< this user
    MemberAdded,  ///< argument: who
    MemberJoined,
    MemberDeclined,
    MemberLeft,
    MemberRemoved,
    Renamed,  ///< argument: the new name
    Left,     ///< this user
    Removed,
    Ended,
    Asked,         ///< a member asked another to send back a phrase. Argument: whom; the sender: who
    OtherList,     ///< a member has another list of members than this user. Argument: who
    SeveralAsked,  ///< a phrase that more than one helper waits for
    PastedTooFast,
};
const char* codeOf(GroupNotice notice);

/// Why a copy did not go to a member; stable names.
namespace group_gap {
inline constexpr const char* kNoContact = "no-contact";
inline constexpr const char* kNotJoined = "not-joined";
inline constexpr const char* kOtherKey = "other-key";
inline constexpr const char* kBlocked = "blocked-here";
}  // namespace group_gap

namespace wording {

/// `who`: the argument, or whom it is about. `sender`: of Asked.
QString groupNotice(const std::string& code, const QString& who, const QString& sender);
/// Empty for a code that says nothing.
QString groupGap(const std::string& code, const QString& name);
QString notRecognisedInGroups();
QString noFilesInGroups();

}  // namespace wording
}  // namespace sesame::client
