// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/helped.h"

namespace sesame::client {
namespace {

struct FullMailbox : Helped {
    FullMailbox() : Helped({"--mailbox-messages", "12"}) {}

    bool comesBack(const QString& text) {
        EXPECT_TRUE(anna.client->sendText(mumAtAnna, text));
        const auto last = [this] { return anna.messages(mumAtAnna, MessageKind::Text).back().delivery; };
        EXPECT_TRUE(eventually([&] { return last() == Delivery::Sent || last() == Delivery::Failed; }));
        return last() == Delivery::Failed;
    }
};

// I8
TEST_F(FullMailbox, LosesNothingThatNobodyCouldSendAgainByHand) {
    invite(QStringLiteral("启动计算器吧"));
    mum.close();
    while (!comesBack(QStringLiteral("are you there?"))) {
    }
    ASSERT_TRUE(anna.client->removeRule(mumAtAnna, rule));
    ASSERT_TRUE(comesBack(QStringLiteral("I took the rule back")));
    mum.open();
    EXPECT_TRUE(eventually([&] { return mum.client->rules(annaAtMum, Direction::Incoming).empty(); }));
}

// I8
TEST_F(FullMailbox, IsLikeOneOfAnAccountThatAHubHasForgotten) {
    invite(QStringLiteral("启动计算器吧"));
    mum.close();
    hub.kill();
    ASSERT_TRUE(eventually([&] { return !anna.isOnline(); }));
    hub.forget();
    hub.start();
    anna.client->connectNow();
    ASSERT_TRUE(eventually([&] { return anna.isOnline(); }));
    ASSERT_TRUE(anna.client->removeRule(mumAtAnna, rule));
    ASSERT_TRUE(comesBack(QStringLiteral("I took the rule back")));
    mum.open();
    EXPECT_TRUE(eventually([&] { return mum.client->rules(annaAtMum, Direction::Incoming).empty(); }));
}

}  // namespace
}  // namespace sesame::client
