// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/share_pair.h"

#include <gtest/gtest.h>

#include <thread>

namespace sesame::share {
namespace {

using test::contentOf;
using test::noiseText;
using test::SharePair;

constexpr std::size_t kMiB = 1024UL * 1024;

TEST(Take, BringsOneFile) {
    SharePair pair;
    const std::string content = noiseText(3 * kMiB + 17, 1);
    pair.tree.file("shared/sub/报告.pdf", content);
    pair.connect();
    const auto number = pair.guest.client->take("sub/报告.pdf", pair.mine());
    EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::Done);
    const std::string saved = pair.tree.path("mine/报告.pdf");
    EXPECT_EQ(contentOf(saved), content);
    EXPECT_EQ(pair.guest.transfers.kept["报告.pdf"], saved);
    struct stat info {};
    struct stat original {};
    ASSERT_EQ(::stat(saved.c_str(), &info), 0);
    ASSERT_EQ(::stat(pair.tree.path("shared/sub/报告.pdf").c_str(), &original), 0);
    EXPECT_EQ(info.st_mode & 07777U, 0600U);
    EXPECT_EQ(info.st_mtim.tv_sec, original.st_mtim.tv_sec);
    const Progress progress = pair.guest.transfers.progress[*number];
    EXPECT_EQ(progress, (Progress{*number, 1, content.size(), true, 1, content.size(), 0, 0}));
    EXPECT_FALSE(std::filesystem::exists(pair.tree.path("mine/.sesame-partial")));
    EXPECT_EQ(pair.hostTransfers.endOf(*number), Ending::Done);
    EXPECT_EQ(pair.hostTransfers.leaving, (std::set<std::string>{"sub/报告.pdf"}));
}

TEST(Take, BringsATreeWithItsEmptyFoldersAndEmptyFiles) {
    SharePair pair;
    pair.tree.file("shared/trip/a.txt", "a");
    pair.tree.file("shared/trip/deep/er/b.txt", noiseText(300'000, 2));
    pair.tree.file("shared/trip/empty.txt", "");
    pair.tree.folder("shared/trip/nothing/here");
    pair.tree.file("shared/trip/.hidden", "SECRET");
    pair.tree.link("shared/trip/link.txt", "a.txt");
    pair.tree.file("shared/other.txt", "other");
    pair.connect();
    const auto number = pair.guest.client->take("trip", pair.mine());
    EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::Done);
    EXPECT_EQ(contentOf(pair.tree.path("mine/a.txt")), "a");
    EXPECT_EQ(contentOf(pair.tree.path("mine/deep/er/b.txt")), noiseText(300'000, 2));
    EXPECT_EQ(std::filesystem::file_size(pair.tree.path("mine/empty.txt")), 0U);
    EXPECT_TRUE(std::filesystem::is_directory(pair.tree.path("mine/nothing/here")));
    for (const char* absent : {"mine/.hidden", "mine/link.txt", "mine/other.txt"})
        EXPECT_FALSE(std::filesystem::exists(pair.tree.path(absent))) << absent;
    EXPECT_EQ(pair.guest.transfers.progress[*number].leftOut, 1U);
    const auto whole = pair.guest.client->take("", {pair.tree.folder("all"), false});
    EXPECT_EQ(pair.guest.transfers.endOf(*whole), Ending::Done);
    EXPECT_EQ(contentOf(pair.tree.path("all/trip/a.txt")), "a");
    EXPECT_EQ(contentOf(pair.tree.path("all/other.txt")), "other");
}

TEST(Take, SaysThatATreeIsTooDeepToBringAllOfIt) {
    SharePair pair;
    std::string deep = "shared";
    for (std::size_t i = 0; i < 70; ++i)
        deep += "/d";
    pair.tree.file(deep + "/lost.txt");
    pair.tree.file("shared/a.txt", "a");
    pair.connect();
    const auto number = *pair.guest.client->take("", pair.mine());
    EXPECT_EQ(pair.guest.transfers.endOf(number), Ending::Done);
    EXPECT_EQ(pair.guest.transfers.progress[number].files, 1U);
    EXPECT_EQ(pair.guest.transfers.progress[number].leftOut, 1U);
}

TEST(Take, BringsThousandsOfSmallFiles) {
    SharePair pair;
    constexpr int kFiles = 5000;
    for (int i = 0; i < kFiles; ++i)
        pair.tree.file("shared/" + std::to_string(i % 7) + '/' + std::to_string(i),
                       noiseText(100 + i % 50, i));
    pair.connect();
    const auto number = pair.guest.client->take("", pair.mine());
    EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::Done);
    EXPECT_EQ(pair.guest.transfers.progress[*number].filesDone, static_cast<std::uint64_t>(kFiles));
    for (int i = 0; i < kFiles; ++i)
        ASSERT_EQ(contentOf(pair.tree.path("mine/" + std::to_string(i % 7) + '/' + std::to_string(i))),
                  noiseText(100 + i % 50, i));
}

TEST(Take, BringsMoreSingleFilesThanRunAtOnce) {
    SharePair pair;
    constexpr int kFiles = 60;
    std::map<TransferNumber, std::string> taken;
    for (int i = 0; i < kFiles; ++i) {
        const std::string name = std::to_string(i);
        pair.tree.file("shared/" + name, noiseText(i % 3 * 200'000UL, i));
        taken[*pair.guest.client->take(name, pair.mine())] = name;
    }
    pair.connect();
    for (const auto& [number, name] : taken) {
        EXPECT_EQ(pair.guest.transfers.endOf(number), Ending::Done);
        EXPECT_EQ(contentOf(pair.tree.path("mine/" + name)), contentOf(pair.tree.path("shared/" + name)));
    }
    EXPECT_TRUE(pair.guest.transfers.failed.empty());
}

// They have one and the same partial.
TEST(Take, BringsTheSameFileTwiceAtOnce) {
    SharePair pair;
    const std::string content = noiseText(8 * kMiB, 3);
    pair.tree.file("shared/trip/big.bin", content);
    std::vector<TransferNumber> taken;
    for (const char* path : {"trip/big.bin", "trip/big.bin", "trip"})
        taken.push_back(*pair.guest.client->take(path, pair.mine()));
    pair.connect();
    for (const TransferNumber number : taken)
        EXPECT_EQ(pair.guest.transfers.endOf(number), Ending::Done);
    EXPECT_TRUE(pair.guest.transfers.failed.empty());
    for (const char* name : {"mine/big.bin", "mine/big (2).bin", "mine/big (3).bin"})
        EXPECT_TRUE(contentOf(pair.tree.path(name)) == content) << name;
    EXPECT_FALSE(std::filesystem::exists(pair.tree.path("mine/.sesame-partial")));
}

// A second one that waited for the first goes on when that one is stopped.
TEST(Take, BringsAFileThatAnotherTransferWasStoppedAt) {
    SharePair pair;
    const std::string content = noiseText(32 * kMiB, 3);
    pair.tree.file("shared/big.bin", content);
    const auto first = *pair.guest.client->take("big.bin", pair.mine());
    const auto second = *pair.guest.client->take("big.bin", pair.mine());
    pair.connect();
    ASSERT_TRUE(pair.hostTransfers.condition.wait([&] { return !pair.hostTransfers.leaving.empty(); }));
    pair.guest.client->cancel(first);
    EXPECT_EQ(pair.guest.transfers.endOf(first), Ending::Cancelled);
    EXPECT_EQ(pair.guest.transfers.endOf(second), Ending::Done);
    EXPECT_TRUE(contentOf(pair.tree.path("mine/big.bin")) == content);
}

TEST(Take, LeavesNothingOfWhatCannotBeKept) {
    SharePair pair;
    pair.tree.file("shared/trip/sub/a.txt", "a");
    pair.tree.file("mine/sub", "a file where a folder should be");
    pair.connect();
    const auto number = *pair.guest.client->take("trip", pair.mine());
    EXPECT_EQ(pair.guest.transfers.endOf(number), Ending::Done);
    EXPECT_EQ(pair.guest.transfers.progress[number].filesFailed, 1U);
    EXPECT_FALSE(std::filesystem::exists(pair.tree.path("mine/.sesame-partial")));
}

TEST(Take, BringsTheOnlyFileByItsNameToo) {
    SharePair pair;
    pair.serve(Level::Take, INT64_MAX, pair.tree.file("shared/报告.pdf", "report"));
    pair.connect();
    EXPECT_EQ(pair.guest.names({}), std::vector<std::string>{"报告.pdf"});
    for (const char* path : {"报告.pdf", ""})
        EXPECT_EQ(pair.guest.transfers.endOf(*pair.guest.client->take(path, pair.mine())), Ending::Done);
    EXPECT_EQ(contentOf(pair.tree.path("mine/报告.pdf")), "report");
    EXPECT_EQ(contentOf(pair.tree.path("mine/报告 (2).pdf")), "report");
    EXPECT_EQ(pair.guest.transfers.endOf(*pair.guest.client->take("other", pair.mine())), Ending::NotFound);
}

TEST(Take, SaysWhatIsNotThere) {
    SharePair pair;
    pair.tree.file("shared/.ssh/id_rsa", "SECRET");
    pair.tree.file("secret.txt", "SECRET");
    pair.tree.link("shared/link.txt", pair.tree.path("secret.txt"));
    pair.connect();
    for (const char* path : {"none.txt", ".ssh/id_rsa", ".ssh", "link.txt"}) {
        const auto number = pair.guest.client->take(path, pair.mine());
        EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::NotFound) << path;
    }
    EXPECT_TRUE(pair.hostTransfers.leaving.empty());
}

TEST(Take, NeedsItsLevel) {
    SharePair pair(Level::Look);
    pair.tree.file("shared/a.txt", "a");
    pair.connect();
    EXPECT_EQ(pair.guest.offered->level, Level::Look);
    EXPECT_EQ(pair.guest.names({}), (std::vector<std::string>{"a.txt"}));
    const auto number = pair.guest.client->take("a.txt", pair.mine());
    EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::NotAllowed);
    EXPECT_TRUE(pair.hostTransfers.leaving.empty());
}

TEST(Take, NeverReplacesAFile) {
    SharePair pair;
    pair.tree.file("shared/a.txt", "theirs");
    pair.tree.file("mine/a.txt", "mine");
    pair.connect();
    const auto number = pair.guest.client->take("a.txt", pair.mine());
    EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::Done);
    EXPECT_EQ(contentOf(pair.tree.path("mine/a.txt")), "mine");
    EXPECT_EQ(contentOf(pair.tree.path("mine/a (2).txt")), "theirs");
}

// S34, S47: whatever a file is called over there, here it has an honest name inside the folder.
TEST(Take, S47SavesUnderHonestNames) {
    SharePair pair;
    pair.tree.file("shared/photo\u202Egpj.exe", "1");
    pair.tree.file("shared/line\nfeed", "2");
    pair.tree.file("shared/-rf", "3");
    pair.tree.file("shared/bytes\xFF/ end. ", "4");
    pair.connect();
    const auto number = pair.guest.client->take("", pair.mine());
    EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::Done);
    EXPECT_EQ(contentOf(pair.tree.path("mine/photo_gpj.exe")), "1");
    EXPECT_EQ(contentOf(pair.tree.path("mine/line_feed")), "2");
    EXPECT_EQ(contentOf(pair.tree.path("mine/_rf")), "3");
    EXPECT_EQ(contentOf(pair.tree.path("mine/bytes_/_end._")), "4");
}

/// Lets bytes pass between two ends of a connection until it is cut, and counts them.
class Wire {
  public:
    Wire(SharePair& pair, std::uint64_t cutAfter) : left_(cutAfter) {
        auto [serverEnd, server] = test::socketPair();
        auto [clientEnd, client] = test::socketPair();
        server_ = std::move(server);
        client_ = std::move(client);
        down_ = std::thread([this] { pass(server_, client_, true); });
        up_ = std::thread([this] { pass(client_, server_, false); });
        static_cast<void>(pair.server->attach(std::move(serverEnd)));
        static_cast<void>(pair.guest.client->attach(std::move(clientEnd)));
    }
    ~Wire() {
        cut();
        down_.join();
        up_.join();
    }
    std::uint64_t passed() const { return passed_; }

  private:
    void cut() {
        ::shutdown(server_.get(), SHUT_RDWR);
        ::shutdown(client_.get(), SHUT_RDWR);
    }
    void pass(const Descriptor& from, const Descriptor& to, bool counts) {
        std::vector<char> buffer(64 * 1024);
        while (true) {
            const ssize_t got = ::recv(from.get(), buffer.data(), buffer.size(), 0);
            if (got <= 0 ||
                ::send(to.get(), buffer.data(), static_cast<std::size_t>(got), MSG_NOSIGNAL) != got)
                break;
            if (!counts)
                continue;
            passed_ += static_cast<std::uint64_t>(got);
            if (passed_ > left_)
                break;
        }
        cut();
    }

    std::uint64_t left_;
    std::atomic<std::uint64_t> passed_{0};
    Descriptor server_;
    Descriptor client_;
    std::thread down_;
    std::thread up_;
};

TEST(Take, GoesOnWhereTheConnectionWasCut) {
    SharePair pair;
    constexpr std::size_t kSize = 24 * kMiB;
    const std::string content = noiseText(kSize, 5);
    pair.tree.file("shared/big.bin", content);
    TransferNumber number = 0;
    {
        const Wire wire(pair, 9 * kMiB);
        number = *pair.guest.client->take("big.bin", pair.mine());
        ASSERT_TRUE(pair.guest.condition.wait([&] { return pair.guest.closed.has_value(); }));
    }
    EXPECT_FALSE(std::filesystem::exists(pair.tree.path("mine/big.bin")));
    const Wire wire(pair, UINT64_MAX);
    EXPECT_EQ(pair.guest.transfers.endOf(number), Ending::Done);
    EXPECT_EQ(contentOf(pair.tree.path("mine/big.bin")), content);
    EXPECT_LT(wire.passed(), kSize - 7 * kMiB);
}

TEST(Take, OfATreeGoesOnWhereTheConnectionWasCut) {
    SharePair pair;
    constexpr int kFiles = 600;
    for (int i = 0; i < kFiles; ++i)
        pair.tree.file("shared/" + std::to_string(i), noiseText(10'000, i));
    TransferNumber number = 0;
    std::uint64_t passed = 0;
    {
        const Wire wire(pair, 2'000'000);
        number = *pair.guest.client->take("", pair.mine());
        ASSERT_TRUE(pair.guest.condition.wait([&] { return pair.guest.closed.has_value(); }));
        passed = wire.passed();
    }
    const Wire wire(pair, UINT64_MAX);
    EXPECT_EQ(pair.guest.transfers.endOf(number), Ending::Done);
    for (int i = 0; i < kFiles; ++i)
        ASSERT_EQ(contentOf(pair.tree.path("mine/" + std::to_string(i))), noiseText(10'000, i));
    EXPECT_LT(passed + wire.passed(), kFiles * 11'000U);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(pair.tree.path("mine")), {}), kFiles);
}

TEST(Take, StartsAnewWhenTheFileIsAnotherByThen) {
    SharePair pair;
    pair.tree.file("shared/big.bin", noiseText(8 * kMiB, 5));
    TransferNumber number = 0;
    {
        const Wire wire(pair, 3 * kMiB);
        number = *pair.guest.client->take("big.bin", pair.mine());
        ASSERT_TRUE(pair.guest.condition.wait([&] { return pair.guest.closed.has_value(); }));
    }
    pair.tree.file("shared/big.bin", noiseText(8 * kMiB, 6));
    pair.connect();
    EXPECT_EQ(pair.guest.transfers.endOf(number), Ending::Done);
    EXPECT_EQ(contentOf(pair.tree.path("mine/big.bin")), noiseText(8 * kMiB, 6));
    EXPECT_FALSE(std::filesystem::exists(pair.tree.path("mine/.sesame-partial")));
}

TEST(Take, NeverShowsAFileWhoseBeginningWasSpoilt) {
    SharePair pair;
    const std::string content = noiseText(8 * kMiB, 5);
    pair.tree.file("shared/big.bin", content);
    TransferNumber number = 0;
    {
        const Wire wire(pair, 3 * kMiB);
        number = *pair.guest.client->take("big.bin", pair.mine());
        ASSERT_TRUE(pair.guest.condition.wait([&] { return pair.guest.closed.has_value(); }));
    }
    for (const auto& partial : std::filesystem::directory_iterator(pair.tree.path("mine/.sesame-partial"))) {
        std::fstream file(partial.path(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(1000);
        file << "spoilt";
    }
    const Wire wire(pair, UINT64_MAX);
    EXPECT_EQ(pair.guest.transfers.endOf(number), Ending::Done);
    EXPECT_EQ(contentOf(pair.tree.path("mine/big.bin")), content);
    EXPECT_GT(wire.passed(), content.size());
}

TEST(Take, IsStoppedByEitherSide) {
    for (const bool byReceiver : {true, false}) {
        SharePair pair;
        pair.tree.file("shared/big.bin", noiseText(64 * kMiB, 5));
        pair.connect();
        const auto number = *pair.guest.client->take("big.bin", pair.mine());
        ASSERT_TRUE(pair.hostTransfers.condition.wait([&] { return !pair.hostTransfers.leaving.empty(); }));
        if (byReceiver)
            pair.server->cancel(number);
        else
            pair.guest.client->cancel(number);
        EXPECT_EQ(pair.guest.transfers.endOf(number), Ending::Cancelled) << byReceiver;
        EXPECT_EQ(pair.hostTransfers.endOf(number), Ending::Cancelled) << byReceiver;
        EXPECT_FALSE(std::filesystem::exists(pair.tree.path("mine/big.bin")));
        EXPECT_FALSE(std::filesystem::exists(pair.tree.path("mine/.sesame-partial")));
        // The connection lives on.
        EXPECT_EQ(pair.guest.names({}), (std::vector<std::string>{"big.bin"}));
    }
}

TEST(Take, LeavesNothingWhenItIsStoppedWithoutAConnection) {
    SharePair pair;
    pair.tree.file("shared/big.bin", noiseText(8 * kMiB, 5));
    TransferNumber number = 0;
    {
        const Wire wire(pair, 3 * kMiB);
        number = *pair.guest.client->take("big.bin", pair.mine());
        ASSERT_TRUE(pair.guest.condition.wait([&] { return pair.guest.closed.has_value(); }));
    }
    EXPECT_TRUE(std::filesystem::exists(pair.tree.path("mine/.sesame-partial")));
    pair.guest.client->cancel(number);
    EXPECT_EQ(pair.guest.transfers.endOf(number), Ending::Cancelled);
    EXPECT_FALSE(std::filesystem::exists(pair.tree.path("mine/.sesame-partial")));
}

TEST(Take, LetsListingsThroughMeanwhile) {
    SharePair pair;
    pair.tree.file("shared/big.bin", noiseText(64 * kMiB, 5));
    pair.connect();
    const auto number = *pair.guest.client->take("big.bin", pair.mine());
    ASSERT_TRUE(pair.hostTransfers.condition.wait([&] { return !pair.hostTransfers.leaving.empty(); }));
    EXPECT_EQ(pair.guest.names({}), (std::vector<std::string>{"big.bin"}));
    EXPECT_EQ(pair.guest.transfers.endOf(number), Ending::Done);
}

TEST(Take, EndsWithTheTimeOfTheShare) {
    SharePair pair;
    pair.tree.file("shared/a.txt", "a");
    pair.serve(Level::Take, pair.clock.bootMs() - 1);
    auto [a, b] = test::socketPair();
    static_cast<void>(pair.server->attach(std::move(a)));
    static_cast<void>(pair.guest.client->attach(std::move(b)));
    static_cast<void>(pair.guest.client->take("a.txt", pair.mine()));
    EXPECT_TRUE(pair.guest.condition.wait([&] { return pair.guest.closed.has_value(); }));
    EXPECT_FALSE(pair.guest.offered);
    EXPECT_TRUE(pair.hostTransfers.leaving.empty());
}

}  // namespace
}  // namespace sesame::share
