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
                                            "mail.sealed BLOB"}));
}

}  // namespace
}  // namespace sesame::hub
