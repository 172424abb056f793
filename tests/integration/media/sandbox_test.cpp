// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/reader/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

/// S34, S47: whatever a hostile picture makes of its reader, it reaches nothing.
namespace sesame::media {
namespace {

constexpr std::uint64_t kBytes = 64UL << 20;
constexpr int kDone = 0;
constexpr int kAllowed = 1;

template <typename Deed>
[[noreturn]] void inSandbox(const Deed& deed) {
    if (!enterSandbox(kBytes, kBytes))
        _exit(kAllowed);
    _exit(deed() ? kAllowed : kDone);
}

bool fails(bool succeeded, int with) {
    return succeeded || errno != with;
}

class Sandbox : public testing::Test {
  protected:
    void SetUp() override { GTEST_FLAG_SET(death_test_style, "threadsafe"); }
};

TEST_F(Sandbox, S47OpensNoFile) {
    EXPECT_EXIT(inSandbox([] { return fails(::open("/etc/hostname", O_RDONLY) >= 0, EACCES); }),
                testing::ExitedWithCode(kDone), "");
}

TEST_F(Sandbox, S47KeepsNoFileOfItsParent) {
    const int file = ::open("/etc/hostname", O_RDONLY);
    ASSERT_GE(file, 0);
    EXPECT_EXIT(inSandbox([=] {
                    char byte = 0;
                    return fails(::read(file, &byte, 1) >= 0, EBADF);
                }),
                testing::ExitedWithCode(kDone), "");
    ::close(file);
}

TEST_F(Sandbox, S47ReachesNoNetwork) {
    EXPECT_EXIT(inSandbox([] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0; }),
                testing::KilledBySignal(SIGSYS), "");
}

TEST_F(Sandbox, S47StartsNoProgram) {
    EXPECT_EXIT(inSandbox([] { return ::execl("/bin/true", "true", nullptr) == 0; }),
                testing::KilledBySignal(SIGSYS), "");
    EXPECT_EXIT(inSandbox([] { return fails(::fork() >= 0, EPERM); }), testing::ExitedWithCode(kDone), "");
}

TEST_F(Sandbox, S47HasNoMemoryFromWhichCodeCouldRun) {
    EXPECT_EXIT(inSandbox([] {
                    return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                                  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
                }),
                testing::KilledBySignal(SIGSYS), "");
}

TEST_F(Sandbox, M37HasNoMoreMemoryThanItIsGiven) {
    EXPECT_EXIT(inSandbox([] {
                    const auto map = [](std::size_t bytes) {
                        return ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                                      0) != MAP_FAILED;
                    };
                    return !map(kBytes / 2) || map(kBytes);
                }),
                testing::ExitedWithCode(kDone), "");
}

TEST_F(Sandbox, S47SignalsNobody) {
    EXPECT_EXIT(inSandbox([] { return ::kill(::getppid(), 0) == 0; }), testing::KilledBySignal(SIGSYS), "");
}

}  // namespace
}  // namespace sesame::media
