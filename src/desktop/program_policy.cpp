// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/program_policy.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <set>

namespace sesame::desktop {
namespace {

const std::set<std::string_view>& refusedNames() {
    static const std::set<std::string_view> names = {
        // shells
        "sh", "bash", "rbash", "dash", "ash", "zsh", "ksh", "mksh", "pdksh", "fish", "csh", "tcsh", "busybox",
        "toybox", "pwsh", "powershell", "nu", "elvish", "xonsh", "sash", "yash",
        // interpreters and virtual machines
        "python", "pypy", "ipython", "perl", "ruby", "node", "nodejs", "deno", "bun", "lua", "luajit", "php",
        "tclsh", "wish", "expect", "guile", "java", "javaw", "javaws", "mono", "dotnet", "wine",
        "wine-stable", "gjs", "gjs-console", "cjs", "seed", "qml", "qmlscene", "awk", "gawk", "mawk", "nawk",
        "rscript", "groovy", "runghc", "ghci", "octave-cli", "sbcl", "clisp", "racket", "osascript", "qemu",
        "make", "cmake", "gdb", "lldb", "strace", "ltrace",
        // terminals
        "xterm", "uxterm", "lxterm", "koi8rxterm", "x-terminal-emulator", "gnome-terminal",
        "gnome-terminal.real", "gnome-terminal.wrapper", "kgx", "gnome-console", "ptyxis", "konsole",
        "yakuake", "xfce4-terminal", "xfce4-terminal.wrapper", "mate-terminal", "mate-terminal.wrapper",
        "lxterminal", "qterminal", "terminator", "tilix", "tilix.wrapper", "tilda", "guake", "sakura",
        "terminology", "kitty", "alacritty", "foot", "footclient", "wezterm", "wezterm-gui", "urxvt",
        "urxvtc", "urxvtcd", "rxvt", "rxvt-unicode", "aterm", "eterm", "mlterm", "mrxvt", "roxterm", "st",
        "stterm", "stterm-bin", "deepin-terminal", "cool-retro-term", "pantheon-terminal",
        "io.elementary.terminal", "cutecom", "blackbox", "tabby", "hyper", "zutty", "ghostty", "rio",
        "evilvte", "lilyterm", "termit", "pterm",
        // wrappers that run what follows
        "env", "sudo", "sudoedit", "su", "runuser", "pkexec", "doas", "run0", "gksu", "gksudo", "kdesu",
        "kdesudo", "lxqt-sudo", "beesu", "nohup", "setsid", "nice", "ionice", "chrt", "taskset", "timeout",
        "xargs", "parallel", "stdbuf", "unshare", "nsenter", "chroot", "fakeroot", "proot", "bwrap",
        "firejail", "flatpak-spawn", "systemd-run", "systemctl", "dbus-run-session", "dbus-launch",
        "dbus-send", "gdbus", "busctl", "qdbus", "at", "batch", "crontab", "find", "watch", "script",
        "screen", "tmux", "ssh", "sshpass", "rsh", "mosh", "telnet", "nc", "ncat", "netcat", "socat", "curl",
        "wget", "docker", "podman", "lxc", "kubectl", "xdg-open", "gio", "gvfs-open", "gnome-open",
        "exo-open", "kde-open", "kioclient", "kfmclient", "gtk-launch", "dex", "run-parts",
        "start-stop-daemon", "daemonize", "valgrind", "xvfb-run", "startx", "xinit", "apt", "apt-get", "dpkg",
        "rpm", "snap", "vim", "vi", "ex", "ed", "dd", "rm", "mv", "cp"};
    return names;
}

std::string baseName(std::string_view path) {
    return std::string(path.substr(path.rfind('/') + 1));
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
    });
    return out;
}

bool isExecutableFile(const std::string& path) {
    struct stat info {};
    return stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) && access(path.c_str(), X_OK) == 0;
}

bool isAssignment(std::string_view word) {
    const std::size_t equals = word.find('=');
    return equals != std::string_view::npos && equals > 0 && word.front() != '-';
}

void skipEnvironment(ExecLine& line) {
    std::size_t skip = 1;
    while (skip < line.argv.size() && isAssignment(line.argv[skip]))
        ++skip;
    if (line.fileAt && *line.fileAt <= skip)
        return;
    line.argv.erase(line.argv.begin(), line.argv.begin() + static_cast<std::ptrdiff_t>(skip));
    if (line.fileAt)
        *line.fileAt -= skip;
}

/// Flatpak's sandbox runs one installed application; everything else it can do is not for us.
bool flatpakIsFine(const std::vector<std::string>& argv) {
    if (argv.size() < 3 || argv[1] != "run")
        return false;
    constexpr std::string_view kCommand = "--command=";
    return std::none_of(argv.begin() + 2, argv.end(), [&](const std::string& word) {
        return word == "--command" || word == "--devel" || word == "-d" ||
               (word.starts_with(kCommand) && runsOtherPrograms(baseName(word.substr(kCommand.size()))));
    });
}

}  // namespace

bool runsOtherPrograms(std::string_view fileName) {
    const std::string whole = lowered(fileName);
    if (refusedNames().contains(whole))
        return true;
    // python3.11, lua5.4, perl5.36-x86
    const std::size_t end = whole.find_first_of("0123456789");
    std::string stem = whole.substr(0, end);
    while (!stem.empty() && (stem.back() == '-' || stem.back() == '_' || stem.back() == '.'))
        stem.pop_back();
    const bool onlyVersion =
        end == std::string::npos || whole.find_first_not_of("0123456789.-_", end) == std::string::npos;
    return onlyVersion && refusedNames().contains(stem);
}

std::vector<std::string> executableSearchPath() {
    const char* variable = std::getenv("PATH");
    std::string_view rest = variable ? variable : "/usr/local/bin:/usr/bin:/bin";
    std::vector<std::string> out;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        if (rest.front() == '/')
            out.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

Result<std::string> findExecutable(const std::string& program, const std::vector<std::string>& searchPath) {
    if (program.empty() || program.find('\0') != std::string::npos)
        return Error{ErrorCode::Malformed, "not a program's name"};
    if (program.front() == '/') {
        if (isExecutableFile(program))
            return program;
        return Error{ErrorCode::NotFound, "the program is not installed"};
    }
    if (program.find('/') != std::string::npos)
        return Error{ErrorCode::Refused, "a relative path"};
    for (std::string path : searchPath) {
        path.append("/").append(program);
        if (isExecutableFile(path))
            return path;
    }
    return Error{ErrorCode::NotFound, "the program is not installed"};
}

Result<std::string> checkProgram(ExecLine& line, const std::vector<std::string>& searchPath) {
    if (!line.argv.empty() && baseName(line.argv.front()) == "env")
        skipEnvironment(line);
    if (line.argv.empty())
        return Error{ErrorCode::Malformed, "no program"};
    SESAME_TRY_ASSIGN(const std::string file, findExecutable(line.argv.front(), searchPath));
    const std::unique_ptr<char, decltype(&std::free)> resolved(realpath(file.c_str(), nullptr), &std::free);
    if (!resolved)
        return Error{ErrorCode::NotFound, "the program is not installed"};
    // Snap's own links all lead to one launcher that goes by the name it was called with.
    const std::string target = baseName(resolved.get());
    const bool snapLink = target == "snap" && file.starts_with("/snap/bin/");
    if (runsOtherPrograms(baseName(line.argv.front())) || (runsOtherPrograms(target) && !snapLink))
        return Error{ErrorCode::Refused, "a shell, interpreter, terminal or wrapper"};
    if (target == "flatpak" && !flatpakIsFine(line.argv))
        return Error{ErrorCode::Refused, "more than running one installed application"};
    return std::string(resolved.get());
}

}  // namespace sesame::desktop
