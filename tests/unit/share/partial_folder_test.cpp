// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/partial_folder.h"

#include "support/share_pair.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <thread>

namespace sesame::share {
namespace {

class Partials : public testing::Test {
  protected:
    PartialFolder open() const { return *PartialFolder::open(parent_, PartialFolder::kHidden); }
    void write(const PartialFolder& partials, const std::string& name) const {
        ASSERT_TRUE(partials.openFile(name));
        tree_.file(std::string(PartialFolder::kHidden) + '/' + name, "content of " + name);
    }
    bool exists(const std::string& below) const { return std::filesystem::exists(tree_.path(below)); }

    test::TempTree tree_;
    Descriptor parent_{::open(tree_.root().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
};

TEST_F(Partials, AreMadeAgainWhereAnotherTransferRemovedTheFolder) {
    const PartialFolder first = open();
    const PartialFolder second = open();
    second.removeIfEmpty();
    ASSERT_FALSE(exists(PartialFolder::kHidden));
    EXPECT_TRUE(first.openFile("a"));
    EXPECT_EQ(second.size("a"), 0U);
    second.removeIfEmpty();
    EXPECT_EQ(first.names(), std::vector<std::string>{"a"});
}

TEST_F(Partials, AreNotMadeByBringingThemToDisk) {
    const PartialFolder partials = open();
    write(partials, "a");
    const std::array<std::string, 2> names{"a", "gone"};
    EXPECT_TRUE(partials.sync(names));
    EXPECT_FALSE(partials.size("gone"));
    EXPECT_TRUE(partials.moveTo("a", parent_, "a"));
    EXPECT_FALSE(partials.moveTo("gone", parent_, "b"));
    EXPECT_FALSE(exists("b"));
}

/// As on a disk where a rename cannot spare what is there, nor perhaps a file have a second name: for this
/// thread, for good. False: this system cannot be told so.
bool beOnASimpleDisk(bool hasLinks) {
    const auto refuse = [](std::uint32_t error) -> sock_filter {
        return BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error);
    };
    const auto load = [](std::size_t offset) -> sock_filter {
        return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
    };
    const auto skipUnless = [](std::uint32_t value, std::uint8_t skipped) -> sock_filter {
        return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, skipped);
    };
    std::array<sock_filter, 9> filter{load(offsetof(seccomp_data, nr)),
                                      skipUnless(SYS_linkat, 1),
                                      refuse(EPERM),
                                      load(offsetof(seccomp_data, nr)),
                                      skipUnless(SYS_renameat2, 3),
                                      load(offsetof(seccomp_data, args[4])),
                                      skipUnless(RENAME_NOREPLACE, 1),
                                      refuse(EINVAL),
                                      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    if (hasLinks)
        filter[2] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    const sock_fprog program{filter.size(), filter.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

TEST_F(Partials, NeverReplaceAFileWhateverTheDiskCan) {
    for (const bool hasLinks : {true, false}) {
        const std::string mine = "mine" + std::to_string(hasLinks);
        tree_.file(mine, "mine");
        const PartialFolder partials = open();
        write(partials, "a");
        bool simple = false;
        std::thread([&] {
            simple = beOnASimpleDisk(hasLinks);
            if (simple) {
                EXPECT_EQ(*partials.moveToFree("a", parent_, mine), mine + " (2)");
            }
        }).join();
        if (!simple)
            GTEST_SKIP() << "no filter of system calls here";
        EXPECT_EQ(test::contentOf(tree_.path(mine)), "mine");
        EXPECT_EQ(test::contentOf(tree_.path(mine + " (2)")), "content of a");
        EXPECT_TRUE(partials.names().empty());
    }
}

}  // namespace
}  // namespace sesame::share
