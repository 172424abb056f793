// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/store/scratch.h"

namespace sesame::test {
namespace {

using store::ClientStore;

TEST(ClientStore, OpensANewDatabaseAndFindsItAgain) {
    const Scratch scratch;
    {
        auto store = openStore(scratch);
        ASSERT_TRUE(store.setValue("hub", asBytes("wss://hub.example:8443")));
        auto message = textMessage(1, "hello world 远程控制");
        ASSERT_TRUE(*store.addMessage(message));
    }
    auto store = openStore(scratch);
    EXPECT_EQ(asText(**store.value("hub")), "wss://hub.example:8443");
    EXPECT_EQ(store.search("远程", 10)->size(), 1U);
}

}  // namespace
}  // namespace sesame::test
