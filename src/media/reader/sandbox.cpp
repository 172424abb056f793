// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/reader/sandbox.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <initializer_list>

namespace sesame::media {
namespace {

constexpr unsigned kFirstOther = 3;   // after standard input, output and error
constexpr rlim_t kCpuSeconds = 3600;  // a film that is watched; who asks for less has a deadline of their own

rlim_t mappedBytes() {
    unsigned long pages = 0;
    if (FILE* const file = std::fopen("/proc/self/statm", "re")) {
        if (std::fscanf(file, "%lu", &pages) != 1)
            pages = 0;
        std::fclose(file);
    }
    return static_cast<rlim_t>(pages) * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
}

bool limit(__rlimit_resource what, rlim_t soft, rlim_t hard) {
    const rlimit value{soft, hard};
    return setrlimit(what, &value) == 0;
}

bool limitResources(std::uint64_t bytes, std::uint64_t mostBytes) {
    const rlim_t mapped = mappedBytes();
    return mapped > 0 && limit(RLIMIT_AS, mapped + bytes, mapped + mostBytes) && limit(RLIMIT_CORE, 0, 0) &&
           limit(RLIMIT_FSIZE, 0, 0) && limit(RLIMIT_NOFILE, 0, 0) && limit(RLIMIT_NPROC, 0, 0) &&
           limit(RLIMIT_CPU, kCpuSeconds, kCpuSeconds);
}

// What is in none of these lists ends the process.
bool filterCalls() {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (filter == nullptr)
        return false;
    int failed = 0;
    for (const int call :
         {SCMP_SYS(read), SCMP_SYS(lseek), SCMP_SYS(fstat), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(brk),
          SCMP_SYS(madvise), SCMP_SYS(futex), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),
          SCMP_SYS(getrandom), SCMP_SYS(rt_sigreturn), SCMP_SYS(exit), SCMP_SYS(exit_group),
          SCMP_SYS(sched_yield), SCMP_SYS(restart_syscall)})
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
    for (const int call : {SCMP_SYS(write), SCMP_SYS(writev)})
        failed |=
            seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, scmp_arg_cmp{0, SCMP_CMP_LE, STDERR_FILENO, 0});
    // Memory, but none from which code could run.
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1,
                                   scmp_arg_cmp{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0});
    failed |=
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, scmp_arg_cmp{0, SCMP_CMP_EQ, 0, 0},
                         scmp_arg_cmp{1, SCMP_CMP_EQ, RLIMIT_AS, 0});
    // Libraries try these and do without.
    for (const int call : {SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(access), SCMP_SYS(faccessat),
                           SCMP_SYS(stat), SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(readlink)})
        failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), call, 0);
    for (const int call : {SCMP_SYS(clone), SCMP_SYS(clone3), SCMP_SYS(sched_getaffinity), SCMP_SYS(ioctl),
                           SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigaction), SCMP_SYS(sysinfo)})
        failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0);
    failed |= seccomp_load(filter);
    seccomp_release(filter);
    return failed == 0;
}

}  // namespace

bool enterSandbox(std::uint64_t bytes, std::uint64_t mostBytes) {
    return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0 &&
           prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && close_range(kFirstOther, ~0U, 0) == 0 &&
           limitResources(bytes, mostBytes) && filterCalls();
}

void allowMostBytes() {
    rlimit value{};
    if (getrlimit(RLIMIT_AS, &value) == 0) {
        value.rlim_cur = value.rlim_max;
        setrlimit(RLIMIT_AS, &value);
    }
}

}  // namespace sesame::media
