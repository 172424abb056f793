// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/store/fault_vfs.h"
#include "unit/store/scratch.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace sesame::test {
namespace {

using namespace sesame::store;

/// Small steps, and the log copied back often.
Result<Database> openCounter(const std::string& path) {
    SESAME_TRY_ASSIGN(Database database, Database::open(path, keyOf(7)));
    SESAME_TRY(
        database.execute("PRAGMA wal_autocheckpoint = 12;"
                         "CREATE TABLE IF NOT EXISTS counts (i INTEGER PRIMARY KEY, b BLOB, c BLOB);"
                         "CREATE INDEX IF NOT EXISTS by_b ON counts (b);"));
    return database;
}

/// Each number is two rows' worth of change: its own, and the one before it once more.
Status record(Database& database, std::int64_t number) {
    Transaction transaction(database);
    SESAME_TRY(
        database.prepare("INSERT INTO counts VALUES (?1, randomblob(1200), NULL)").bind(1, number).run());
    SESAME_TRY(
        database.prepare("UPDATE counts SET c = randomblob(500) WHERE i = ?1").bind(1, number - 1).run());
    return transaction.commit();
}

/// The highest number, once everything about the file was found right.
std::int64_t lastNumber(const std::string& path) {
    auto database = openCounter(path);
    EXPECT_TRUE(database) << (database ? "" : database.error().detail);
    if (!database)
        return -1;
    Statement check = database->prepare("PRAGMA integrity_check");
    EXPECT_TRUE(*check.step());
    EXPECT_EQ(check.text(0), "ok");
    Statement row = database->prepare(
        "SELECT coalesce(max(i), 0), count(*), count(c) - max(count(*) - 1, 0), sum(length(b)) FROM counts");
    EXPECT_TRUE(*row.step());
    EXPECT_EQ(row.integer(0), row.integer(1)) << "a number is missing";
    EXPECT_EQ(row.integer(2), 0) << "a transaction is there by half";
    EXPECT_EQ(row.integer(3), row.integer(1) * 1200);
    return row.integer(0);
}

[[noreturn]] void countForEver(const std::string& path, std::int64_t from, int report) {
    auto database = openCounter(path);
    if (!database)
        ::_exit(1);
    for (std::int64_t number = from;; ++number) {
        if (!record(*database, number) || ::write(report, &number, sizeof number) != sizeof number)
            ::_exit(1);
    }
}

// I8: what was reported as written is there after kill -9 at any moment.
TEST(Crash, KeepsEveryReportedCommitAfterAKill) {
    const Scratch scratch;
    std::mt19937 random(1);
    std::int64_t reported = 0;
    std::int64_t found = 0;
    for (int round = 0; round < 100; ++round) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0)
            countForEver(scratch.database(), found + 1, ends[1]);
        ::close(ends[1]);
        const auto enough = random() % 12;
        for (unsigned i = 0; i < enough; ++i)
            ASSERT_EQ(::read(ends[0], &reported, sizeof reported), static_cast<ssize_t>(sizeof reported));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        while (::read(ends[0], &reported, sizeof reported) == static_cast<ssize_t>(sizeof reported)) {
        }
        ::close(ends[0]);
        found = lastNumber(scratch.database());
        ASSERT_GE(found, reported) << "round " << round;
        ASSERT_LE(found, reported + 1) << "round " << round;
    }
    EXPECT_GT(reported, 200);
}

// I8: the same for the power: whatever part of the writes since the last sync reached the disk, torn ones
// among them.
TEST(Crash, KeepsEveryCommitAfterAPowerFailure) {
    const Scratch scratch;
    { ASSERT_TRUE(openCounter(scratch.database())); }
    std::mt19937 random(2);
    std::int64_t committed = 0;
    FaultVfs disk;
    auto database = openCounter(scratch.database());
    ASSERT_TRUE(database);
    bool inside = false;
    int images = 0;
    disk.onChange([&] {
        if (inside || testing::Test::HasFailure())
            return;
        inside = true;
        const Scratch image;
        disk.leaveBehind(scratch.path().string(), image.path().string(), random);
        const std::int64_t found = lastNumber(image.database());
        EXPECT_GE(found, committed);
        EXPECT_LE(found, committed + 1);
        ++images;
        inside = false;
    });
    for (std::int64_t number = 1; number <= 25; ++number) {
        ASSERT_TRUE(record(*database, number));
        committed = number;
    }
    EXPECT_GT(images, 200);
    disk.onChange({});
}

}  // namespace
}  // namespace sesame::test
