// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/partial_folder.h"

#include "support/temp_tree.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <array>

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

}  // namespace
}  // namespace sesame::share
