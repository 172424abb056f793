// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/share_pair.h"

#include <gtest/gtest.h>

namespace sesame::share {
namespace {

using test::contentOf;
using test::noiseText;
using test::SharePair;

constexpr std::size_t kMiB = 1024UL * 1024;
constexpr ShareClient::PutId kPut{std::byte{1}};

std::string whole(const SharePair& pair, const QuarantinedFile& file) {
    return contentOf(pair.tree.path("quarantine/" + file.id));
}

/// Everything that lies in the quarantine: path as it was offered → content.
std::map<std::string, std::string> quarantined(const SharePair& pair) {
    std::map<std::string, std::string> out;
    for (const QuarantinedFile& file : pair.quarantine->files())
        out[file.path] = whole(pair, file);
    return out;
}

TEST(Put, GoesToTheQuarantineAndNowhereElse) {
    SharePair pair;
    const std::string path = pair.tree.file("mine/letter.txt", "dear");
    pair.connect();
    const auto number = pair.guest.client->put(path, kPut);
    EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::Done);
    const auto files = pair.quarantine->files();
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].path, "letter.txt");
    EXPECT_EQ(files[0].size, 4U);
    EXPECT_EQ(files[0].from, "helper");
    EXPECT_NEAR(static_cast<double>(files[0].arrivedMs), static_cast<double>(pair.clock.wallMs()), 60'000);
    EXPECT_EQ(whole(pair, files[0]), "dear");
    EXPECT_TRUE(std::filesystem::is_empty(pair.tree.path("shared")));
    EXPECT_EQ(pair.hostTransfers.kept["letter.txt"], files[0].id);
}

// S34: nothing that lies there has a name of theirs, an ending, a right to run, or a reader but the owner.
TEST(Put, S34LeavesNothingThatCouldActByItself) {
    SharePair pair;
    const std::string folder = pair.tree.folder("mine/gift");
    pair.tree.file("mine/gift/evil.desktop", "[Desktop Entry]\nExec=rm");
    pair.tree.file("mine/gift/run.sh", "#!/bin/sh\n", true);
    pair.tree.file("mine/gift/photo\u202Egpj.exe", "MZ");
    pair.connect();
    const auto number = pair.guest.client->put(folder, kPut);
    EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::Done);
    EXPECT_EQ(quarantined(pair).size(), 3U);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(pair.tree.path("quarantine"))) {
        struct stat info {};
        ASSERT_EQ(::lstat(entry.path().c_str(), &info), 0);
        EXPECT_EQ(info.st_mode & 0077U, 0U) << entry.path();
        if (S_ISREG(info.st_mode)) {
            EXPECT_EQ(info.st_mode & 0111U, 0U) << entry.path();
        }
        const std::string name = entry.path().filename();
        EXPECT_EQ(name.find_first_not_of("abcdefiloprtu0123456789."), std::string::npos) << name;
        EXPECT_TRUE(entry.path().extension().empty() || entry.path().extension() == ".about") << name;
    }
}

TEST(Put, BringsATreeUnderItsName) {
    SharePair pair;
    const std::string folder = pair.tree.folder("mine/trip");
    pair.tree.file("mine/trip/a.txt", "a");
    pair.tree.file("mine/trip/deep/b.txt", "b");
    pair.connect();
    const auto number = pair.guest.client->put(folder, kPut);
    EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::Done);
    EXPECT_EQ(quarantined(pair),
              (std::map<std::string, std::string>{{"trip/a.txt", "a"}, {"trip/deep/b.txt", "b"}}));
}

TEST(Put, NeedsItsLevel) {
    SharePair pair(Level::Take);
    const std::string path = pair.tree.file("mine/letter.txt", "dear");
    pair.connect();
    const auto number = pair.guest.client->put(path, kPut);
    EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::NotAllowed);
    EXPECT_TRUE(pair.quarantine->files().empty());
}

TEST(Put, GoesOnWhereTheConnectionWasCut) {
    SharePair pair;
    const std::string content = noiseText(24 * kMiB, 3);
    const std::string path = pair.tree.file("mine/big.bin", content);
    pair.connect();
    const auto number = *pair.guest.client->put(path, kPut);
    ASSERT_TRUE(pair.hostTransfers.condition.wait(
        [&] { return pair.hostTransfers.progress[number].bytesDone > 2 * kMiB; }));
    pair.connect();
    EXPECT_EQ(pair.guest.transfers.endOf(number), Ending::Done);
    EXPECT_EQ(quarantined(pair), (std::map<std::string, std::string>{{"big.bin", content}}));
}

TEST(Put, TriedAgainIsTheSameAndNotASecondOne) {
    SharePair pair;
    const std::string path = pair.tree.file("mine/letter.txt", "dear");
    pair.connect();
    for (int i = 0; i < 2; ++i) {
        const auto number = pair.guest.client->put(path, kPut);
        EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::Done);
    }
    EXPECT_EQ(pair.quarantine->files().size(), 1U);
    const auto another = pair.guest.client->put(path, ShareClient::PutId{std::byte{2}});
    EXPECT_EQ(pair.guest.transfers.endOf(*another), Ending::Done);
    EXPECT_EQ(pair.quarantine->files().size(), 2U);
}

// S34, M37: neither bytes nor files beyond the quota, and 1 TB of nothing is 1 TB.
TEST(Put, S34StopsAtTheQuota) {
    SharePair pair(Level::Put, {1'000'000, 3, 0});
    const std::string fits = pair.tree.file("mine/fits.bin", noiseText(900'000, 1));
    const std::string over = pair.tree.file("mine/over.bin", noiseText(200'000, 2));
    const std::string sparse = pair.tree.file("mine/sparse.bin", "");
    std::filesystem::resize_file(sparse, 1'000'000'000'000);
    pair.connect();
    auto put = [&, id = std::uint8_t{10}](const std::string& path) mutable {
        const auto number = pair.guest.client->put(path, ShareClient::PutId{std::byte{++id}});
        EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::Done);
        return pair.guest.transfers.progress[*number].filesFailed;
    };
    EXPECT_EQ(put(sparse), 1U);
    EXPECT_EQ(put(fits), 0U);
    EXPECT_EQ(put(over), 1U);
    EXPECT_EQ(pair.hostTransfers.failed["over.bin"], Ending::Full);
    EXPECT_EQ(pair.hostTransfers.failed["sparse.bin"], Ending::Full);
    EXPECT_EQ(put(pair.tree.file("mine/1.txt", "1")), 0U);
    EXPECT_EQ(put(pair.tree.file("mine/2.txt", "2")), 0U);
    EXPECT_EQ(put(pair.tree.file("mine/3.txt", "3")), 1U);
    EXPECT_EQ(pair.quarantine->files().size(), 3U);
    pair.quarantine->discard(pair.quarantine->files().front().id);
    EXPECT_EQ(put(pair.tree.file("mine/4.txt", "4")), 0U);
}

// What has landed by then is told before stop() returns.
TEST(Put, EndsWithTheShareForBothSides) {
    SharePair pair;
    pair.connect();
    ASSERT_TRUE(pair.condition.wait([&] { return pair.guestIsThere; }));
    pair.server->stop();
    EXPECT_FALSE(pair.guestIsThere);
}

TEST(Put, GetsNoPlaceWithoutADescription) {
    SharePair pair;
    const std::string path = pair.tree.file("mine/letter.txt", "dear");
    pair.connect();
    ASSERT_EQ(pair.guest.transfers.endOf(*pair.guest.client->put(path, kPut)), Ending::Done);
    const std::string id = pair.quarantine->files().front().id;
    pair.quarantine->discard(id);
    pair.tree.folder("quarantine/" + id + ".about");
    const auto again = *pair.guest.client->put(path, kPut);
    EXPECT_EQ(pair.guest.transfers.endOf(again), Ending::Done);
    EXPECT_EQ(pair.guest.transfers.progress[again].filesFailed, 1U);
    EXPECT_FALSE(std::filesystem::exists(pair.tree.path("quarantine/" + id)));
    EXPECT_TRUE(std::filesystem::is_empty(pair.tree.path("quarantine/partial")));
}

TEST(Put, NeverSendsASecretPlace) {
    SharePair pair;
    pair.tree.file("mine/.ssh/id_rsa", "SECRET");
    const std::string key = pair.tree.file("mine/keys/id_rsa", "SECRET");
    pair.connect();
    EXPECT_FALSE(pair.guest.client->put(pair.tree.path("mine/.ssh"), kPut));
    EXPECT_FALSE(pair.guest.client->put(key, kPut));
    const auto number = pair.guest.client->put(pair.tree.path("mine"), kPut);
    EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::Done);
    EXPECT_TRUE(pair.quarantine->files().empty());
}

TEST(Quarantine, ReleasesUnderAnHonestFreeName) {
    SharePair pair;
    const std::string folder = pair.tree.folder("mine/gift");
    pair.tree.file("mine/gift/a\u202Eb.txt", "theirs");
    pair.tree.file("accepted/a_b.txt", "already here");
    pair.connect();
    ASSERT_EQ(pair.guest.transfers.endOf(*pair.guest.client->put(folder, kPut)), Ending::Done);
    const auto file = pair.quarantine->files().front();
    const auto released = pair.quarantine->release(file.id, pair.tree.path("accepted"));
    ASSERT_TRUE(released);
    EXPECT_EQ(*released, pair.tree.path("accepted/a_b (2).txt"));
    EXPECT_EQ(contentOf(*released), "theirs");
    EXPECT_TRUE(pair.quarantine->files().empty());
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(pair.tree.path("accepted")), {}), 2);
    EXPECT_FALSE(pair.quarantine->release(file.id, pair.tree.path("accepted")));
    EXPECT_FALSE(pair.quarantine->release("../mine/gift", pair.tree.path("accepted")));
}

TEST(Quarantine, IsThereAgainAfterARestart) {
    SharePair pair;
    const std::string path = pair.tree.file("mine/letter.txt", "dear");
    pair.connect();
    ASSERT_EQ(pair.guest.transfers.endOf(*pair.guest.client->put(path, kPut)), Ending::Done);
    pair.server->stop();
    const auto again = Quarantine::open(pair.tree.path("quarantine"), {5, 10, 0}, pair.clock);
    ASSERT_TRUE(again);
    ASSERT_EQ((*again)->files().size(), 1U);
    EXPECT_EQ((*again)->files()[0].path, "letter.txt");
}

}  // namespace
}  // namespace sesame::share
