// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "execute/file_search.h"

#include "support/fake_clock.h"
#include "support/temp_tree.h"

#include <gtest/gtest.h>

namespace sesame::execute {
namespace {

/// Lets a fixed time pass at every look.
class TickingClock final : public Clock {
  public:
    std::int64_t wallMs() const override { return 0; }
    std::int64_t bootMs() const override { return now_ += 10; }

  private:
    mutable std::int64_t now_ = 0;
};

struct Shelf {
    SearchResult find(const std::string& name, const SearchLimits& limits = {}) const {
        return searchFiles(name, Places::from({tree.folder("docs")}, {}), limits, clock, {});
    }
    std::vector<std::string> names(const std::string& name) const {
        std::vector<std::string> out;
        for (const FoundFile& file : find(name).files)
            out.push_back(file.path.substr(tree.path("docs").size() + 1));
        std::sort(out.begin(), out.end());
        return out;
    }
    test::TempTree tree;
    test::FakeClock clock;
};
using Names = std::vector<std::string>;

TEST(FileSearch, FindsByTheNameAPersonSays) {
    Shelf shelf;
    shelf.tree.file("docs/office/Annual Report.pdf");
    for (const char* said : {"Annual Report.pdf", "annual report", "ANNUAL REPORT.PDF", "AnnualReport",
                             "ａnnual report", "report", "annual"})
        EXPECT_EQ(shelf.names(said), Names{"office/Annual Report.pdf"}) << said;
    for (const char* said : {"", " ", "re", "annual report.txt", "reports"})
        EXPECT_EQ(shelf.names(said), Names{}) << said;
}

TEST(FileSearch, ComparesComposedAndDecomposedAlike) {
    Shelf shelf;
    shelf.tree.file("docs/re\xCC\x81sume\xCC\x81.txt");
    EXPECT_EQ(shelf.names("r\xC3\xA9sum\xC3\xA9").size(), 1U);
}

TEST(FileSearch, FindsChineseNames) {
    Shelf shelf;
    shelf.tree.file("docs/家庭照片.png", "\x89PNG\r\n\x1a\n");
    shelf.tree.file("docs/家庭照片 2.png", "\x89PNG\r\n\x1a\n");
    EXPECT_EQ(shelf.names("家庭照片"), Names{"家庭照片.png"});
    EXPECT_EQ(shelf.names("照片").size(), 2U);
}

TEST(FileSearch, PrefersExactNamesAndGivesAllOfThem) {
    Shelf shelf;
    shelf.tree.file("docs/plan.txt");
    shelf.tree.file("docs/a/Plan.pdf");
    shelf.tree.file("docs/a/plan b.txt");
    EXPECT_EQ(shelf.names("plan"), (Names{"a/Plan.pdf", "plan.txt"}));
    EXPECT_EQ(shelf.find("plan").files[0].path, shelf.tree.path("docs/plan.txt"));
}

TEST(FileSearch, FollowsNoLinks) {
    Shelf shelf;
    shelf.tree.file("secret/plan.txt");
    shelf.tree.link("docs/out", "../secret");
    shelf.tree.link("docs/plan.txt", "../secret/plan.txt");
    shelf.tree.link("docs/a/loop", "..");
    EXPECT_EQ(shelf.names("plan"), Names{});
}

TEST(FileSearch, StopsAtEachLimitAndSaysSo) {
    Shelf shelf;
    for (int i = 0; i < 70; ++i)
        shelf.tree.file("docs/plan " + std::to_string(i) + ".txt");
    EXPECT_EQ(shelf.find("plan").files.size(), 50U);
    EXPECT_TRUE(shelf.find("plan").cutShort);
    EXPECT_TRUE(shelf.find("plan", {.entries = 20}).cutShort);
    EXPECT_FALSE(shelf.find("plan 7.txt").cutShort);
    shelf.tree.file("docs/1/2/3/deep.txt");
    EXPECT_TRUE(shelf.find("deep", {.depth = 2}).cutShort);
    EXPECT_TRUE(shelf.find("deep", {.depth = 2}).files.empty());
    EXPECT_EQ(shelf.find("deep", {.depth = 3}).files.size(), 1U);
}

TEST(FileSearch, StopsWhenTimeIsUpOrWhenTold) {
    Shelf shelf;
    for (int i = 0; i < 1000; ++i)
        shelf.tree.file("docs/" + std::to_string(i) + ".txt");
    const Places places = Places::from({shelf.tree.path("docs")}, {});
    EXPECT_TRUE(searchFiles("x y z", places, {.timeMs = 5000}, TickingClock(), {}).cutShort);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(searchFiles("7", places, {}, shelf.clock, stop.get_token()).files.empty());
}

}  // namespace
}  // namespace sesame::execute
