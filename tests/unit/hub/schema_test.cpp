// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/mail_tables.h"
#include "support/fake_clock.h"
#include "support/temporary_directory.h"

#include <gtest/gtest.h>

#include <set>

namespace sesame::hub {
namespace {

// M34: the hub has no place for anything but numbers, handles, public keys, ids and sealed blobs.
TEST(HubSchema, HasNoColumnForContent) {
    const test::TemporaryDirectory directory;
    const test::FakeClock clock;
    const auto file = directory.path() / "hub.db";
    ASSERT_TRUE(MailTables::open(file, Quota{1, 1}, clock));
    auto connection = SqliteConnection::open(file);
    ASSERT_TRUE(connection);
    auto columns = connection->prepare(
        "SELECT m.name || '.' || c.name || ' ' || c.type FROM sqlite_schema m, pragma_table_info(m.name) c "
        "WHERE m.type = 'table'");
    ASSERT_TRUE(columns);
    std::set<std::string> found;
    while (*columns->step())
        found.insert(columns->text(0));
    EXPECT_EQ(found, (std::set<std::string>{"account.id INTEGER",
                                            "account.handle TEXT",
                                            "account.identity_key BLOB",
                                            "signed_prekey.account INTEGER",
                                            "signed_prekey.id INTEGER",
                                            "signed_prekey.public_key BLOB",
                                            "signed_prekey.signature BLOB",
                                            "one_time_prekey.account INTEGER",
                                            "one_time_prekey.id INTEGER",
                                            "one_time_prekey.public_key BLOB",
                                            "block.owner INTEGER",
                                            "block.blocked INTEGER",
                                            "parcel.sender INTEGER",
                                            "parcel.id BLOB",
                                            "parcel.recipient INTEGER",
                                            "parcel.stored INTEGER",
                                            "parcel.taken INTEGER",
                                            "parcel.touched_ms INTEGER",
                                            "mail.sequence INTEGER",
                                            "mail.recipient INTEGER",
                                            "mail.sender INTEGER",
                                            "mail.message_id BLOB",
                                            "mail.sealed BLOB",
                                            "tag.owner INTEGER",
                                            "tag.peer INTEGER",
                                            "tag.tag BLOB",
                                            "tag.reference BLOB"}));
}

// A file of the first version of the hub, with a block and mail in it.
TEST(HubSchema, IsBroughtUpToDate) {
    const test::TemporaryDirectory directory;
    const test::FakeClock clock;
    const auto file = directory.path() / "hub.db";
    {
        auto old = SqliteConnection::open(file);
        ASSERT_TRUE(old);
        ASSERT_TRUE(old->execute(R"(
CREATE TABLE account(id INTEGER PRIMARY KEY, handle TEXT NOT NULL UNIQUE, identity_key BLOB NOT NULL) STRICT;
CREATE TABLE block(
    owner INTEGER NOT NULL, blocked INTEGER NOT NULL, PRIMARY KEY(owner, blocked)) STRICT, WITHOUT ROWID;
CREATE TABLE mail(
    sequence INTEGER PRIMARY KEY, recipient INTEGER NOT NULL, sender INTEGER NOT NULL,
    message_id BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;
INSERT INTO account VALUES(1, 'anna', zeroblob(32)), (2, 'bert', zeroblob(32));
INSERT INTO mail VALUES(7, 2, 1, zeroblob(16), x'aa');
PRAGMA user_version = 1;
)"));
    }
    auto tables = MailTables::open(file, Quota{10, 1000}, clock);
    ASSERT_TRUE(tables);
    EXPECT_EQ(tables->fetch(AccountId{2}, 0, {10, 1000})->mails.size(), 1U);
    EXPECT_EQ(*tables->publishTags(AccountId{2}, "anna", {{{}, {}}}), PublishOutcome::Stored);
    auto connection = SqliteConnection::open(file);
    auto version = connection->prepare("PRAGMA user_version");
    ASSERT_TRUE(*version->step());
    EXPECT_EQ(version->number(0), 3);
}

// One account's question about its mail must not cost what the whole mailbox costs: all wait for the answer.
TEST(HubSchema, FindsAMailWithoutReadingTheMailbox) {
    const test::TemporaryDirectory directory;
    const test::FakeClock clock;
    const auto file = directory.path() / "hub.db";
    ASSERT_TRUE(MailTables::open(file, Quota{1, 1}, clock));
    auto connection = SqliteConnection::open(file);
    auto plan = connection->prepare(
        "EXPLAIN QUERY PLAN SELECT 1 FROM mail WHERE recipient = 1 AND sender = 2 AND message_id = x'03'");
    ASSERT_TRUE(*plan->step());
    EXPECT_EQ(plan->text(3),
              "SEARCH mail USING COVERING INDEX mail_by_id (recipient=? AND sender=? AND message_id=?)");
}

TEST(HubSchema, KeepsNoTagsOfAnAccountThatIsGone) {
    const test::TemporaryDirectory directory;
    const test::FakeClock clock;
    const auto file = directory.path() / "hub.db";
    auto tables = MailTables::open(file, Quota{10, 1000}, clock);
    ASSERT_TRUE(tables);
    const auto anna = tables->registerAccount("anna", {})->id;
    const auto bert = tables->registerAccount("bert", {})->id;
    ASSERT_TRUE(tables->registerAccount("carl", {}));
    ASSERT_TRUE(tables->publishTags(anna, "bert", {{{}, {}}}));
    ASSERT_TRUE(tables->publishTags(bert, "anna", {{{}, {}}}));
    ASSERT_TRUE(tables->publishTags(bert, "carl", {{{}, {}}}));
    auto connection = SqliteConnection::open(file);
    ASSERT_TRUE(connection->execute("DELETE FROM account WHERE handle = 'anna'"));
    auto left = connection->prepare("SELECT count(*) FROM tag");
    ASSERT_TRUE(*left->step());
    EXPECT_EQ(left->number(0), 1);
}

}  // namespace
}  // namespace sesame::hub
