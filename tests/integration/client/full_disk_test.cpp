// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/person.h"
#include "unit/store/fault_vfs.h"

#include <gtest/gtest.h>

namespace sesame::client {
namespace {

struct FullDisk : testing::Test {
    test::FaultVfs disk;  // of both
    test::FakeClock clock;
    TestHub hub;
    Person anna{QStringLiteral("Anna"), clock};
    Person boris{QStringLiteral("Boris"), clock};
    int troubled = 0;

    void SetUp() override {
        for (Person* person : {&anna, &boris}) {
            person->join(hub);
            QObject::connect(person->client.get(), &Client::problem, person->client.get(),
                             [this] { ++troubled; });
        }
        introduce(anna, boris);
        settle();  // what they still write about one another
    }
};

// M24, I8
TEST_F(FullDisk, HoldsUpWhatArrivesOnlyUntilTheNextConnection) {
    const ContactId to = anna.friendNamed(boris.name), from = boris.friendNamed(anna.name);
    ASSERT_TRUE(anna.client->sendText(to, QStringLiteral("hello")));
    disk.fail({1, true, true});
    ASSERT_TRUE(eventually([&] { return troubled == 2; }));
    EXPECT_FALSE(boris.says(from, MessageKind::Text, QStringLiteral("hello")));
    disk.fail({});
    anna.client->connectNow();
    boris.client->connectNow();
    EXPECT_TRUE(eventually([&] { return boris.says(from, MessageKind::Text, QStringLiteral("hello")); }));
    EXPECT_TRUE(eventually(
        [&] { return anna.messages(to, MessageKind::Text).back().delivery == Delivery::Delivered; }));
}

}  // namespace
}  // namespace sesame::client
