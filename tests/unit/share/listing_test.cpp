// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/listing.h"

#include "support/temp_tree.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

namespace sesame::share {
namespace {

using test::TempTree;

SharedFolder shareOf(const TempTree& tree) {
    tree.folder("shared");
    return *SharedFolder::open(tree.path("shared"), Boundaries{tree.path("home")});
}

Listing listed(const SharedFolder& shared, const ListRequest& request) {
    auto listing = Listing::begin(shared, request);
    EXPECT_TRUE(listing);
    while (listing->fill(100)) {
    }
    return *std::move(listing);
}

std::vector<std::string> namesOf(const Listing& listing) {
    std::vector<std::string> out;
    for (const Entry& entry : listing.page(0, listing.size()))
        out.push_back(entry.name);
    return out;
}

using Names = std::vector<std::string>;

TEST(Listing, SortsFoldersFirstThenByNameSizeOrTime) {
    const TempTree tree;
    tree.folder("shared/zoo");
    tree.file("shared/B.txt", "22");
    tree.file("shared/a.txt", "333");
    tree.file("shared/c.txt", "1");
    const auto setTime = [&](const char* name, int year) {
        std::filesystem::last_write_time(tree.path(name),
                                         std::filesystem::file_time_type() + std::chrono::years(year));
    };
    setTime("shared/B.txt", 3);
    setTime("shared/a.txt", 1);
    setTime("shared/c.txt", 2);
    const auto shared = shareOf(tree);
    const auto by = [&](Order order, bool descending) {
        return namesOf(listed(shared, {"", order, descending, "", false}));
    };
    EXPECT_EQ(by(Order::Name, false), (Names{"zoo", "a.txt", "B.txt", "c.txt"}));
    EXPECT_EQ(by(Order::Name, true), (Names{"zoo", "c.txt", "B.txt", "a.txt"}));
    EXPECT_EQ(by(Order::Size, false), (Names{"zoo", "c.txt", "B.txt", "a.txt"}));
    EXPECT_EQ(by(Order::Time, true), (Names{"zoo", "B.txt", "c.txt", "a.txt"}));
}

TEST(Listing, TellsSizeAndTime) {
    const TempTree tree;
    tree.file("shared/a.txt", "12345");
    const Listing listing = listed(shareOf(tree), {});
    ASSERT_EQ(listing.size(), 1U);
    const Entry entry = listing.page(0, 10).front();
    EXPECT_EQ(entry.size, 5U);
    EXPECT_FALSE(entry.isFolder);
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    EXPECT_NEAR(static_cast<double>(entry.modifiedMs), static_cast<double>(now.count()), 60'000);
}

TEST(Listing, FindsNamesAsPeopleCompareThem) {
    const TempTree tree;
    tree.file("shared/Holiday Été.JPG");
    tree.file("shared/other.jpg");
    tree.file("shared/holiday-plans/notes.txt");
    tree.file("shared/deep/er/my holiday.txt");
    const auto shared = shareOf(tree);
    EXPECT_EQ(namesOf(listed(shared, {"", Order::Name, false, "HOLIDAY", false})),
              (Names{"holiday-plans", "Holiday Été.JPG"}));
    EXPECT_EQ(namesOf(listed(shared, {"", Order::Name, false, "e\u0301te\u0301", false})),
              (Names{"Holiday Été.JPG"}));
    EXPECT_EQ(namesOf(listed(shared, {"", Order::Name, false, "holiday", true})),
              (Names{"holiday-plans", "deep/er/my holiday.txt", "Holiday Été.JPG"}));
    EXPECT_EQ(namesOf(listed(shared, {"deep", Order::Name, false, "holiday", true})),
              (Names{"er/my holiday.txt"}));
    EXPECT_FALSE(Listing::begin(shared, {"none", Order::Name, false, "", false}));
}

// M38: not offered, not listed, not found by name.
TEST(Listing, M38LeavesSecretsOut) {
    const TempTree tree;
    tree.file("shared/.ssh/id_rsa");
    tree.file("shared/.hidden.txt");
    tree.file("shared/keyrings/login.keyring");
    tree.file("shared/google-chrome/Default/Cookies");
    tree.file("shared/deep/.gnupg/secring.gpg");
    tree.file("shared/deep/passwords.kdbx");
    tree.file("shared/deep/id_ed25519");
    tree.file("shared/plain.txt");
    const auto shared = shareOf(tree);
    EXPECT_EQ(namesOf(listed(shared, {"", Order::Name, false, "", true})), (Names{"deep", "plain.txt"}));
    for (const char* name :
         {"ssh", "id_rsa", "hidden", "login", "Cookies", "secring", "kdbx", "id_", "keyring"})
        EXPECT_EQ(listed(shared, {"", Order::Name, false, name, true}).size(), 0U) << name;
    EXPECT_EQ(listed(shared, {"", Order::Name, false, "", true}).leftOut(), 0U);
}

TEST(Listing, CountsWhatIsNotSharedThoughNoSecret) {
    const TempTree tree;
    tree.file("shared/a.txt");
    tree.link("shared/link.txt", "a.txt");
    std::filesystem::create_hard_link(tree.file("outside.txt"), tree.path("shared/hard.txt"));
    ASSERT_EQ(mkfifo(tree.path("shared/fifo").c_str(), 0600), 0);
    const Listing listing = listed(shareOf(tree), {});
    EXPECT_EQ(namesOf(listing), (Names{"a.txt"}));
    EXPECT_EQ(listing.leftOut(), 3U);
}

TEST(Listing, OfASharedFileIsThatFile) {
    const TempTree tree;
    tree.file("shared/a.txt", "12345");
    tree.file("shared/b.txt");
    const auto shared = SharedFolder::open(tree.path("shared/a.txt"), Boundaries{tree.path("home")});
    EXPECT_EQ(namesOf(listed(*shared, {})), (Names{"a.txt"}));
    EXPECT_EQ(namesOf(listed(*shared, {"", Order::Name, false, "", true})), (Names{"a.txt"}));
    EXPECT_FALSE(Listing::begin(*shared, {"..", Order::Name, false, "", false}));
}

TEST(Listing, GivesPages) {
    const TempTree tree;
    for (const char* name : {"a", "b", "c", "d", "e"})
        tree.file(std::string("shared/") + name);
    const Listing listing = listed(shareOf(tree), {});
    const auto page = [&](std::size_t first, std::size_t count) {
        std::string out;
        for (const Entry& entry : listing.page(first, count))
            out += entry.name;
        return out;
    };
    EXPECT_EQ(page(0, 2), "ab");
    EXPECT_EQ(page(2, 2), "cd");
    EXPECT_EQ(page(4, 2), "e");
    EXPECT_EQ(page(5, 2), "");
    EXPECT_EQ(page(SIZE_MAX, SIZE_MAX), "");
}

std::size_t bytesInUse() {
    return mallinfo2().uordblks + mallinfo2().hblkhd;
}

int wantedFiles() {
    const char* given = std::getenv("SESAME_M37_FILES");
    return given != nullptr ? std::atoi(given) : 20'000;
}

// M37: a huge folder, piece by piece, in little memory (100,000 files: scripts/nightly).
TEST(Listing, M37HoldsAHugeFolderInLittleMemory) {
    const TempTree tree;
    tree.folder("shared");
    const int files = wantedFiles();
    for (int i = 0; i < files; ++i)
        ::close(::creat(
            (tree.path("shared/photo of a holiday ") + std::to_string(1'000'000 + i) + ".jpg").c_str(),
            0600));
    const auto shared = shareOf(tree);
    const std::size_t before = bytesInUse();
    auto listing = Listing::begin(shared, {});
    std::size_t most = 0;
    while (listing->fill(1000))
        most = std::max(most, bytesInUse() - before);
    EXPECT_EQ(listing->size(), static_cast<std::size_t>(files));
    EXPECT_LT(most, static_cast<std::size_t>(files) * 400);
    EXPECT_LT(bytesInUse() - before, static_cast<std::size_t>(files) * 200);
    EXPECT_EQ(listing->page(10'000, 1).front().name, "photo of a holiday 1010000.jpg");
}

}  // namespace
}  // namespace sesame::share
