// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/program_policy.h"
#include "sesame/desktop/xdg_programs.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace sesame::desktop {
namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// The specification says to ignore relative paths.
std::string directory(const char* name, const std::string& fallback) {
    const std::string value = variable(name);
    return value.starts_with('/') ? value : fallback;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> out;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        if (end > 0)
            out.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

std::vector<std::string> directories(const char* name, const std::string& fallback) {
    std::vector<std::string> out = split(variable(name).empty() ? fallback : variable(name));
    std::erase_if(out, [](const std::string& path) { return path.front() != '/'; });
    for (std::string& path : out)
        while (path.size() > 1 && path.back() == '/')
            path.pop_back();
    return out;
}

std::string homeDirectory() {
    std::string home = directory("HOME", "");
    if (!home.empty())
        return home;
    passwd entry{};
    passwd* found = nullptr;
    std::vector<char> buffer(16384);
    if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return found->pw_dir;
    return "/";
}

std::string localeName() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const std::string value = variable(name);
        if (!value.empty())
            return value.substr(0, value.find('.'));
    }
    return "";
}

}  // namespace

XdgPlaces XdgPlaces::fromEnvironment() {
    XdgPlaces out;
    out.home = homeDirectory();
    out.dataHome = directory("XDG_DATA_HOME", out.home + "/.local/share");
    out.dataDirs = directories("XDG_DATA_DIRS", "/usr/local/share:/usr/share");
    out.configHome = directory("XDG_CONFIG_HOME", out.home + "/.config");
    out.configDirs = directories("XDG_CONFIG_DIRS", "/etc/xdg");
    out.currentDesktop = split(variable("XDG_CURRENT_DESKTOP"));
    out.searchPath = executableSearchPath();
    out.locale = localeName();
    return out;
}

}  // namespace sesame::desktop
