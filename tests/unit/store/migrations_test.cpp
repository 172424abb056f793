// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/migrations.h"

#include "unit/store/scratch.h"

namespace sesame::test {
namespace {

using namespace sesame::store;

void makeVersion(const Scratch& scratch, std::size_t version) {
    auto database = Database::open(scratch.database(), keyOf(7));
    ASSERT_TRUE(database);
    ASSERT_TRUE(migrate(*database, migrationSteps().first(version)));
}

TEST(Migrations, LeadFromEveryOlderVersionToTheNewest) {
    for (std::size_t version = 0; version <= migrationSteps().size(); ++version) {
        const Scratch scratch;
        makeVersion(scratch, version);
        auto store = openStore(scratch);
        auto message = textMessage(1, "after the migration");
        EXPECT_TRUE(store.addMessage(message)) << version;
        EXPECT_TRUE(store.audit()) << version;
        EXPECT_TRUE(store.contacts()) << version;
    }
}

TEST(Migrations, KeepWhatAnOlderVersionHeld) {
    const Scratch scratch;
    makeVersion(scratch, 1);
    {
        auto database = Database::open(scratch.database(), keyOf(7));
        ASSERT_TRUE(database->execute("INSERT INTO key_values VALUES ('hub', x'414243')"));
    }
    auto store = openStore(scratch);
    EXPECT_EQ(asText(**store.value("hub")), "ABC");
}

TEST(Migrations, RefuseADatabaseOfANewerVersion) {
    const Scratch scratch;
    makeVersion(scratch, migrationSteps().size());
    {
        auto database = Database::open(scratch.database(), keyOf(7));
        ASSERT_TRUE(database->execute("PRAGMA user_version = 1000"));
    }
    const auto store = ClientStore::open(scratch.database(), keyOf(7));
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, ErrorCode::Expired);
}

TEST(Migrations, AStepThatFailsLeavesTheOldVersion) {
    const Scratch scratch;
    makeVersion(scratch, 2);
    auto database = Database::open(scratch.database(), keyOf(7));
    const std::vector<const char*> broken{kValueTables, kContactTables, kMessageTables, "CREATE nonsense"};
    EXPECT_FALSE(migrate(*database, broken));
    Statement version = database->prepare("PRAGMA user_version");
    ASSERT_TRUE(*version.step());
    EXPECT_EQ(version.integer(0), 2);
    EXPECT_FALSE(database->execute("SELECT * FROM messages"));
}

}  // namespace
}  // namespace sesame::test
