// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/process_launcher.h"

#include "sesame/desktop/program_policy.h"
#include "sesame/desktop/xdg_programs.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

extern char** environ;

namespace sesame::desktop {
namespace {

#ifndef CLOSE_RANGE_CLOEXEC
constexpr unsigned CLOSE_RANGE_CLOEXEC = 4;
#endif

/// What the new process tells before it becomes the program.
struct Report {
    pid_t pid = 0;
    int failure = 0;
};

struct Plan {
    const char* file;
    char* const* argv;
    const char* home;
    long maxDescriptors;
    int reportFd;
};

[[noreturn]] void tellAndExit(const Plan& plan, Report report) {
    [[maybe_unused]] const ssize_t written = ::write(plan.reportFd, &report, sizeof report);
    _exit(127);
}

void closeOnExec(const Plan& plan) {
    if (syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC) == 0)
        return;
    for (int fd = 3; fd < plan.maxDescriptors; ++fd)
        fcntl(fd, F_SETFD, FD_CLOEXEC);
}

/// Between fork and exec: only calls that are safe after a fork of a process with threads.
[[noreturn]] void becomeProgram(const Plan& plan) {
    const Report self{getpid(), 0};
    setsid();
    const int null = ::open("/dev/null", O_RDWR);
    for (int fd = 0; null >= 0 && fd < 3; ++fd)
        dup2(null, fd);
    for (int number = 1; number < NSIG; ++number)
        ::signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    closeOnExec(plan);
    if (null < 0 || (chdir(plan.home) != 0 && chdir("/") != 0))
        tellAndExit(plan, {self.pid, errno});
    [[maybe_unused]] const ssize_t written = ::write(plan.reportFd, &self, sizeof self);
    execve(plan.file, plan.argv, environ);
    tellAndExit(plan, {self.pid, errno});
}

/// The process in between ends at once, so that the program belongs to init.
pid_t forkTwice(const Plan& plan) {
    const pid_t between = fork();
    if (between != 0)
        return between;
    const pid_t program = fork();
    if (program == 0)
        becomeProgram(plan);
    if (program < 0)
        tellAndExit(plan, {0, errno});
    _exit(0);
}

Result<int> readReport(int fd) {
    Report last;
    Report next;
    while (true) {
        const ssize_t got = ::read(fd, &next, sizeof next);
        if (got < 0 && errno == EINTR)
            continue;
        if (got != sizeof next)
            break;
        last = next;
    }
    if (last.failure != 0)
        return Error{last.failure == ENOENT ? ErrorCode::NotFound : ErrorCode::Io,
                     std::strerror(last.failure)};
    if (last.pid == 0)
        return Error{ErrorCode::Io, "the process ended before it began"};
    return static_cast<int>(last.pid);
}

bool hasNul(const std::string& text) {
    return text.find('\0') != std::string::npos;
}

}  // namespace

Result<int> ProcessLauncher::start(const std::vector<std::string>& argv) {
    if (argv.empty() || std::any_of(argv.begin(), argv.end(), hasNul))
        return Error{ErrorCode::Malformed, "not an argument vector"};
    SESAME_TRY_ASSIGN(const std::string file, findExecutable(argv.front(), executableSearchPath()));
    const std::string home = XdgPlaces::fromEnvironment().home;
    std::vector<char*> pointers;
    pointers.reserve(argv.size() + 1);
    for (const std::string& argument : argv)
        pointers.push_back(const_cast<char*>(argument.c_str()));
    pointers.push_back(nullptr);
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return Error{ErrorCode::Io, std::strerror(errno)};
    // Not one of the three that the program gets anew.
    const int reportFd = fcntl(ends[1], F_DUPFD_CLOEXEC, 3);
    ::close(ends[1]);
    const pid_t between =
        forkTwice({file.c_str(), pointers.data(), home.c_str(), sysconf(_SC_OPEN_MAX), reportFd});
    const int failure = errno;
    ::close(reportFd);
    auto started =
        between < 0 ? Result<int>(Error{ErrorCode::Io, std::strerror(failure)}) : readReport(ends[0]);
    ::close(ends[0]);
    // Somebody else's handler may have reaped it already: then there is nothing left to do.
    while (between > 0 && waitpid(between, nullptr, 0) < 0 && errno == EINTR) {
    }
    return started;
}

}  // namespace sesame::desktop
