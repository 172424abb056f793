// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/folder_scan.h"
#include "support/temp_tree.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace sesame::share {
namespace {

constexpr int kRequests = 100'000;

/// Swaps things below `root` for ways to the secret, and back, without pause.
class Attacker {
  public:
    explicit Attacker(const std::string& root) : root_(root), thread_([this] { run(); }) {}
    ~Attacker() {
        over_ = true;
        thread_.join();
    }
    std::uint64_t rounds() const { return rounds_; }
    std::uint64_t linked() const { return linked_; }

  private:
    std::string at(const std::string& below) const { return root_ + '/' + below; }
    void exchange(const std::string& a, const std::string& b) const {
        ::renameat2(AT_FDCWD, at(a).c_str(), AT_FDCWD, at(b).c_str(), RENAME_EXCHANGE);
    }
    void run() {
        for (; !over_; ++rounds_) {
            exchange("shared/folder", "folder-link");
            exchange("shared/file.txt", "file-link");
            linked_ += ::link(at("secret/key.txt").c_str(), at("shared/hard.txt").c_str()) == 0 ? 1 : 0;
            ::unlink(at("shared/hard.txt").c_str());
            ::rename(at("shared/wanders").c_str(), at("wandered").c_str());
            ::rename(at("wandered").c_str(), at("shared/wanders").c_str());
        }
    }

    std::string root_;
    std::atomic<bool> over_{false};
    std::atomic<std::uint64_t> rounds_{0};
    std::atomic<std::uint64_t> linked_{0};
    std::thread thread_;
};

bool isSecret(const OpenedFile& file) {
    char head[6] = {};
    return ::pread(file.descriptor.get(), head, sizeof head, 0) == sizeof head &&
           std::string_view(head, sizeof head) == "SECRET";
}

// M35, S33: whatever is swapped meanwhile, not one byte of the secret leaves.
TEST(SharedFolderRace, M35LetsNothingOutInAHundredThousandRequests) {
    const test::TempTree tree;
    tree.file("secret/key.txt", "SECRET");
    tree.file("secret/deep/key.txt", "SECRET");
    tree.file("shared/folder/key.txt", "public");
    tree.file("shared/file.txt", "public");
    tree.file("shared/wanders/deep/key.txt", "public");
    tree.link("folder-link", tree.path("secret"));
    tree.link("file-link", tree.path("secret/key.txt"));
    const auto shared = SharedFolder::open(tree.path("shared"), Boundaries{tree.path("home")});
    ASSERT_TRUE(shared);

    const Attacker attacker(tree.root());
    const char* wanted[] = {"folder/key.txt", "file.txt", "hard.txt", "wanders/deep/key.txt",
                            "wanders/../../secret/key.txt"};
    int served = 0;
    int refused = 0;
    for (int i = 0; i < kRequests; ++i) {
        const auto file = shared->openFile(wanted[i % std::size(wanted)]);
        ASSERT_FALSE(file && isSecret(*file)) << wanted[i % std::size(wanted)];
        ++(file ? served : refused);
    }
    EXPECT_GT(served, 1000);
    EXPECT_GT(refused, 1000);
    EXPECT_GT(attacker.rounds(), 1000U);
    EXPECT_GT(attacker.linked(), 1000U);
}

// M35: nor the name of anything in it.
TEST(SharedFolderRace, M35ListsNothingOfTheSecret) {
    const test::TempTree tree;
    tree.file("secret/TELLING", "SECRET");
    tree.file("secret/key.txt", "SECRET");
    tree.file("shared/folder/plain.txt", "public");
    tree.file("shared/file.txt", "public");
    tree.folder("shared/wanders");
    tree.link("folder-link", tree.path("secret"));
    tree.link("file-link", tree.path("secret/key.txt"));
    const auto shared = SharedFolder::open(tree.path("shared"), Boundaries{tree.path("home")});
    const Attacker attacker(tree.root());
    for (int i = 0; i < kRequests / 10; ++i) {
        auto scan = FolderScan::begin(*shared, "", FolderScan::Depth::Tree);
        ASSERT_TRUE(scan);
        scan->read(1000, [](const Entry& entry) {
            ASSERT_EQ(entry.name.find("TELLING"), std::string::npos) << entry.name;
        });
    }
    EXPECT_GT(attacker.rounds(), 100U);
}

}  // namespace
}  // namespace sesame::share
