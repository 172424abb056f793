// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace sesame::trigger {

/// Bring a program to the front: find it installed, focus it if it runs, else start it.
struct LaunchProgram {
    std::string program;  ///< as a person says it ("计算器"), or a desktop file id
    bool operator==(const LaunchProgram&) const = default;
};

/// Open a file with the desktop's default application. Exactly one of the two is set.
struct OpenFile {
    std::string path;  ///< absolute
    std::string name;  ///< looked for in the places the receiver allows
    bool operator==(const OpenFile&) const = default;
};

/// Show a page of this client's settings, or change one allowed setting. Either `page`, or `key` with
/// `value`.
struct ImSettings {
    std::string page;
    std::string key;
    std::string value;
    bool operator==(const ImSettings&) const = default;
};

/// How far a help session goes; each includes those before it.
enum class RemoteLevel : std::uint8_t {
    Look = 1,     ///< sees the screen
    Point = 2,    ///< and has an arrow on it that only points
    Control = 3,  ///< and moves the mouse and types
};

/// "look", "point", "control".
const char* name(RemoteLevel level);

inline constexpr std::uint32_t kLeastMinutes = 1;
inline constexpr std::uint32_t kMostMinutes = 120;

/// Show this screen to the helper.
struct RemoteControl {
    RemoteLevel level = RemoteLevel::Look;
    std::uint32_t minutes = 30;  ///< kLeastMinutes to kMostMinutes; asked again after 30
    bool operator==(const RemoteControl&) const = default;
};

/// How far a share goes; each includes those before it.
enum class ShareLevel : std::uint8_t {
    Look = 1,  ///< sees names, sizes and times
    Take = 2,  ///< and gets copies
    Put = 3,   ///< and leaves files in the quarantine
};

/// "look", "take", "put".
const char* name(ShareLevel level);

inline constexpr std::uint32_t kMostShareMinutes = 24 * 60;

/// Open a folder, or one file, to the helper. Exactly one of `path` and `name` is set.
struct ShareFolder {
    std::string path;  ///< absolute
    std::string name;  ///< looked for in the places the receiver allows
    ShareLevel level = ShareLevel::Look;
    std::uint32_t minutes = 60;  ///< kLeastMinutes to kMostShareMinutes
    bool operator==(const ShareFolder&) const = default;
};

/// What a rule runs: a closed set of typed values, never text for a shell (I9).
using Command = std::variant<LaunchProgram, OpenFile, ImSettings, RemoteControl, ShareFolder>;

/// For how long a command lasts, which its receiver may shorten. Null for what is done at once.
std::uint32_t* minutesOf(Command& command);
const std::uint32_t* minutesOf(const Command& command);

}  // namespace sesame::trigger
