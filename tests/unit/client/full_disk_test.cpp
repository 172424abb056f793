// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/ledger.h"
#include "client/wording.h"
#include "unit/store/fault_vfs.h"
#include "unit/store/scratch.h"

namespace sesame::client {
namespace {

// M24
TEST(Ledger, TellsOfWhatCouldNotBeWritten) {
    const test::Scratch scratch;
    test::FaultVfs disk;
    Ledger ledger(test::openStore(scratch));
    std::vector<ErrorCode> heard;
    ledger.onFailure([&](const Error& error) { heard.push_back(error.code); });
    const auto keep = [&](const char* name) {
        return ledger.transact([&] { return ledger.store().setValue(name, asBytes("new")); });
    };
    ASSERT_TRUE(keep("before"));
    EXPECT_TRUE(heard.empty());

    disk.fail({1, true, true});
    EXPECT_EQ(keep("full").error().code, ErrorCode::Full);
    EXPECT_EQ(heard, std::vector{ErrorCode::Full});

    disk.fail({});
    EXPECT_TRUE(keep("after"));
    EXPECT_EQ(ledger.text("before"), "new");
    EXPECT_EQ(ledger.text("full"), "");
    EXPECT_EQ(ledger.text("after"), "new");
}

TEST(Ledger, IsSilentAboutWhatWasOnlyRefused) {
    const test::Scratch scratch;
    Ledger ledger(test::openStore(scratch));
    int heard = 0;
    ledger.onFailure([&](const Error&) { ++heard; });
    EXPECT_FALSE(ledger.transact([] { return Status(Error{ErrorCode::Refused, "no"}); }));
    EXPECT_EQ(heard, 0);
}

TEST(Wording, SaysWhatToDoAboutTheDisk) {
    EXPECT_TRUE(wording::unwritten(ErrorCode::Full).contains(QStringLiteral("full")));
    EXPECT_FALSE(wording::unwritten(ErrorCode::Io).contains(QStringLiteral("full")));
}

}  // namespace
}  // namespace sesame::client
