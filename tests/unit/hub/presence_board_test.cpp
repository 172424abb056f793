// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/presence_board.h"

#include <gtest/gtest.h>

#include <vector>

namespace sesame::hub {
namespace {

struct Listener final : PresenceListener {
    void tellPresence(const std::string& handle, bool online) override {
        told.push_back((online ? "+" : "-") + handle);
    }
    std::vector<std::string> take() { return std::exchange(told, {}); }
    std::vector<std::string> told;
};

using Told = std::vector<std::string>;

struct Board : ::testing::Test {
    std::shared_ptr<Listener> enter(const std::string& handle, PresenceBoard::Handles watched) {
        auto listener = std::make_shared<Listener>();
        board.enter(handle, listener, {});
        board.watch(handle, listener.get(), std::move(watched));
        return listener;
    }
    PresenceBoard board;
};

TEST_F(Board, TellsTwoWhoWatchEachOther) {
    const auto anna = enter("anna", {"bert"});
    const auto bert = enter("bert", {"anna"});
    EXPECT_EQ(anna->take(), Told{"+bert"});
    EXPECT_EQ(bert->take(), Told{"+anna"});
    board.leave("bert", bert.get());
    EXPECT_EQ(anna->take(), Told{"-bert"});
}

TEST_F(Board, TellsNobodyWhoIsNotWatchedBack) {
    const auto anna = enter("anna", {"bert"});
    const auto bert = enter("bert", {});
    board.leave("bert", bert.get());
    EXPECT_TRUE(anna->told.empty());
    EXPECT_TRUE(bert->told.empty());
}

TEST_F(Board, ABlockedAccountSeesNothing) {
    const auto anna = enter("anna", {"bert"});
    const auto bert = enter("bert", {"anna"});
    anna->take();
    board.setBlocked("bert", bert.get(), "anna", true);
    EXPECT_EQ(anna->take(), Told{"-bert"});
    board.leave("bert", bert.get());
    EXPECT_TRUE(anna->take().empty());
}

TEST_F(Board, ReplacingTheListOrTheListenerEndsTheView) {
    const auto anna = enter("anna", {"bert"});
    const auto bert = enter("bert", {"anna"});
    anna->take();
    board.watch("bert", bert.get(), {});
    EXPECT_EQ(anna->take(), Told{"-bert"});
    board.watch("bert", bert.get(), {"anna"});
    EXPECT_EQ(anna->take(), Told{"+bert"});
    const auto newer = enter("bert", {"anna"});
    EXPECT_EQ(anna->take(), (Told{"-bert", "+bert"}));
    board.leave("bert", bert.get());
    EXPECT_TRUE(anna->take().empty()) << "the older listener no longer counts";
}

TEST_F(Board, NobodyWatchesThemselves) {
    const auto anna = enter("anna", {"anna"});
    EXPECT_TRUE(anna->told.empty());
}

}  // namespace
}  // namespace sesame::hub
