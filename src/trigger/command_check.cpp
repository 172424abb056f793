// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/hidden.h"
#include "trigger/lexicon.h"
#include "trigger/utf8.h"

#include "sesame/trigger/phrase.h"
#include "sesame/trigger/rule_check.h"
#include "sesame/trigger/settings_schema.h"

#include <algorithm>
#include <array>

namespace sesame::trigger {
namespace {

constexpr std::size_t kLongestName = 128;
constexpr std::size_t kLongestPath = 4096;
using Problem = std::optional<CommandProblem>;

// What holds for every text a command carries.
Problem checkText(std::string_view text, std::size_t longest) {
    if (text.empty())
        return CommandProblem::NoTarget;
    if (text.size() > longest)
        return CommandProblem::TargetTooLong;
    const auto points = decodeUtf8(text);
    const auto unseen = [](char32_t point) {
        return isHiddenCharacter(point) || point == 0x2028 || point == 0x2029;
    };
    if (!points || std::ranges::any_of(*points, unseen))
        return CommandProblem::HiddenCharacters;
    return text.find_first_not_of(' ') == text.npos ? Problem(CommandProblem::NoTarget) : std::nullopt;
}

// A word that only shells and terminals have in their names ("Git Bash", "打开终端").
bool namesShell(std::string_view name) {
    for (const std::string_view han : {"终端", "命令行", "命令列", "命令提示"})
        if (name.find(han) != name.npos)
            return true;
    static constexpr std::array<std::u32string_view, 12> kWords = {
        U"terminal", U"bash", U"zsh",   U"shell", U"powershell", U"konsole",
        U"xterm",    U"cmd",  U"iterm", U"pwsh",  U"iterm2",     U"sudo"};
    const Tokens tokens = tokenise(decodeUtf8(name).value_or(U""));
    return std::ranges::any_of(
        tokens, [](const Token& token) { return std::ranges::find(kWords, token.text) != kWords.end(); });
}

bool isInterpreter(std::string_view program) {
    std::string name = normalise(program);
    if (namesShell(name))
        return true;
    for (const std::string_view ending : {".desktop", ".exe", ".app", ".appimage"})
        if (name.ends_with(ending))
            name.resize(name.size() - ending.size());
    std::vector<std::string> parts = {name};
    if (const std::size_t dot = name.rfind('.'); dot != name.npos && dot + 1 < name.size())
        parts.push_back(name.substr(dot + 1));  // org.gnome.Terminal
    for (std::string part : parts) {
        for (int round = 0; round < 2; ++round) {
            const auto points = decodeUtf8(part);
            if (points && lexicon().interpreters.contains(joined(tokenise(*points))))
                return true;
            while (!part.empty() &&
                   std::string_view("0123456789.-_ ").find(part.back()) != std::string_view::npos)
                part.pop_back();  // python3.11
        }
    }
    return false;
}

Problem check(const LaunchProgram& launch) {
    if (const auto problem = checkText(launch.program, kLongestName))
        return problem;
    const std::string_view program = launch.program;
    if (program.front() == '-' || program.find_first_of("/\\|;&<>$`\"'*?=%~{}:") != program.npos ||
        program.find(" -") != program.npos)
        return CommandProblem::NotAProgramName;
    return isInterpreter(program) ? Problem(CommandProblem::ShellOrTerminal) : std::nullopt;
}

bool runsWhenOpened(std::string_view file) {
    static constexpr std::array<std::string_view, 60> kEndings = {
        "desktop", "sh",      "bash",    "zsh",  "csh",      "ksh", "fish",   "run", "bin",     "out",
        "elf",     "so",      "exe",     "com",  "bat",      "cmd", "msi",    "scr", "pif",     "ps1",
        "psm1",    "vbs",     "vbe",     "js",   "jse",      "wsf", "wsh",    "hta", "lnk",     "url",
        "reg",     "py",      "pyc",     "pyw",  "pyz",      "pl",  "pm",     "rb",  "lua",     "tcl",
        "php",     "jar",     "class",   "jnlp", "appimage", "deb", "rpm",    "apk", "flatpak", "flatpakref",
        "snap",    "service", "command", "app",  "dll",      "cpl", "gadget", "awk", "mjs",     "tk"};
    const std::string name = normalise(file);
    const std::size_t dot = name.rfind('.');
    return dot != name.npos && std::ranges::find(kEndings, name.substr(dot + 1)) != kEndings.end();
}

std::string_view lastPart(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

Problem checkPath(std::string_view path) {
    if (path.front() != '/')
        return CommandProblem::RelativePath;
    if (path.size() == 1 || path.ends_with('/') || path.find("//") != path.npos)
        return CommandProblem::NotCanonicalPath;
    for (const std::string_view dots : {"/./", "/../"})
        if ((std::string(path) + '/').find(dots) != std::string::npos)
            return CommandProblem::NotCanonicalPath;
    static constexpr std::array<std::string_view, 4> kPlaces = {"/dev", "/proc", "/sys", "/run"};
    for (const std::string_view place : kPlaces)
        if (path == place || (path.starts_with(place) && path[place.size()] == '/'))
            return CommandProblem::SpecialPlace;
    return std::nullopt;
}

Problem checkName(std::string_view file) {
    if (file.find_first_of("/\\") != file.npos || file == "." || file == "..")
        return CommandProblem::NotCanonicalPath;
    return file.front() == '-' || file.find("://") != file.npos ? Problem(CommandProblem::NotAFileName)
                                                                : std::nullopt;
}

// Where something is, or what it is called.
Problem checkPlace(std::string_view path, std::string_view name) {
    const bool byPath = !path.empty();
    if (byPath && !name.empty())
        return CommandProblem::BadValue;
    const std::string_view target = byPath ? path : name;
    if (const auto problem = checkText(target, byPath ? kLongestPath : 255))
        return problem;
    if (const auto problem = byPath ? checkPath(target) : checkName(target))
        return problem;
    return lastPart(target).starts_with('-') ? Problem(CommandProblem::NotAFileName) : std::nullopt;
}

Problem check(const OpenFile& open) {
    if (const auto problem = checkPlace(open.path, open.name))
        return problem;
    const std::string_view file = lastPart(open.path.empty() ? open.name : open.path);
    return runsWhenOpened(file) ? Problem(CommandProblem::ExecutableFile) : std::nullopt;
}

Problem check(const ImSettings& settings) {
    if (!settings.page.empty()) {
        if (!settings.key.empty() || !settings.value.empty())
            return CommandProblem::BadValue;
        const bool known = std::ranges::find(settingsPages(), settings.page) != settingsPages().end();
        return known ? std::nullopt : Problem(CommandProblem::UnknownSetting);
    }
    if (settings.key.empty())
        return CommandProblem::NoTarget;
    const auto allowed = std::ranges::find(allowedSettings(), settings.key, &AllowedSetting::key);
    if (allowed == allowedSettings().end())
        return CommandProblem::UnsafeSetting;
    const bool legal = std::ranges::find(allowed->values, settings.value) != allowed->values.end();
    return legal ? std::nullopt : Problem(CommandProblem::BadValue);
}

Problem check(const RemoteControl& remote) {
    switch (remote.level) {
        case RemoteLevel::Look:
        case RemoteLevel::Point:
        case RemoteLevel::Control:
            return remote.minutes >= kLeastMinutes && remote.minutes <= kMostMinutes
                       ? std::nullopt
                       : Problem(CommandProblem::BadTime);
    }
    return CommandProblem::BadValue;
}

Problem check(const ShareFolder& share) {
    if (const auto problem = checkPlace(share.path, share.name))
        return problem;
    switch (share.level) {
        case ShareLevel::Look:
        case ShareLevel::Take:
        case ShareLevel::Put:
            return share.minutes >= kLeastMinutes && share.minutes <= kMostShareMinutes
                       ? std::nullopt
                       : Problem(CommandProblem::BadTime);
    }
    return CommandProblem::BadValue;
}

}  // namespace

const char* name(CommandProblem problem) {
    static constexpr const char* kNames[] = {
        "no-target",     "target-too-long",   "hidden-characters",  "relative-path",   "not-canonical-path",
        "special-place", "shell-or-terminal", "not-a-program-name", "unknown-setting", "unsafe-setting",
        "bad-value",     "not-a-file-name",   "executable-file",    "bad-time"};
    return kNames[static_cast<std::size_t>(problem)];
}

std::optional<CommandProblem> checkCommand(const Command& command) {
    return std::visit([](const auto& kind) { return check(kind); }, command);
}

}  // namespace sesame::trigger
