// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "execute/window_match.h"

#include "sesame/places/folded_name.h"

#include <unistd.h>

#include <climits>

namespace sesame::execute {
namespace {

std::string programName(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

bool hasClass(const desktop::Windows::Window& window, const std::string& name) {
    const std::string folded = places::foldedName(name);
    return !folded.empty() && (places::foldedName(window.windowClass) == folded ||
                               places::foldedName(window.instance) == folded);
}

std::string executableOf(int pid) {
    char target[PATH_MAX];
    const std::string link = "/proc/" + std::to_string(pid) + "/exe";
    const ssize_t length = readlink(link.c_str(), target, sizeof target);
    return length > 0 ? std::string(target, static_cast<std::size_t>(length)) : std::string();
}

}  // namespace

bool belongsTo(const desktop::Windows::Window& window, const desktop::InstalledProgram& program) {
    const std::string stem = program.id.substr(0, program.id.rfind(".desktop"));
    if (hasClass(window, stem))
        return true;
    // Programs that share one executable, such as those of an office suite, say which class is whose.
    if (!program.windowClass.empty())
        return hasClass(window, program.windowClass);
    if (hasClass(window, programName(program.argv.front())))
        return true;
    return window.pid > 0 && !program.executable.empty() && executableOf(window.pid) == program.executable;
}

bool inSessionOf(const desktop::Windows::Window& window, int pid) {
    return window.pid > 0 && (window.pid == pid || getsid(window.pid) == pid);
}

}  // namespace sesame::execute
