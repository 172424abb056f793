// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sesame::desktop {

/// The [Desktop Entry] group of a .desktop file (Desktop Entry Specification 1.5), as far as we need it.
/// Keys that nobody asked for are ignored, whatever they hold.
struct DesktopEntry {
    std::string type;
    std::map<std::string, std::string> names;         ///< by locale; "" is the default
    std::map<std::string, std::string> genericNames;  ///< by locale
    std::string exec;                                 ///< string escapes undone, quoting not yet
    std::string tryExec;
    std::string windowClass;
    bool hidden = false;
    bool noDisplay = false;
    bool terminal = false;
    std::vector<std::string> onlyShowIn;
    std::vector<std::string> notShowIn;
    std::vector<std::string> mimeTypes;
};

/// Malformed when the text breaks the format in the group that counts, or is no valid UTF-8 there.
Result<DesktopEntry> parseDesktopEntry(std::string_view text);

/// Exec as an argument vector, by the spec's own quoting rules: nothing is ever given to a shell.
struct ExecLine {
    std::vector<std::string> argv;        ///< field codes removed
    std::optional<std::size_t> fileAt{};  ///< where %f, %F, %u or %U stood
};
Result<ExecLine> parseExec(std::string_view exec);

}  // namespace sesame::desktop
