// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/consent/audit_log.h"

#include "support/fake_clock.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sesame::consent {
namespace {

class FakeStorage final : public AuditStorage {
  public:
    Status append(const AuditEntry& entry) override {
        if (full)
            return Error{ErrorCode::Full, "full"};
        entries.push_back(entry);
        return {};
    }
    Result<std::vector<AuditEntry>> load() const override { return entries; }
    Status setHead(std::uint64_t index, const ByteArray<32>& chain) override {
        if (headLost)
            return Error{ErrorCode::Io, "no keyring"};
        stored = {index, chain};
        return {};
    }
    Result<std::pair<std::uint64_t, ByteArray<32>>> head() const override {
        if (!stored)
            return Error{ErrorCode::NotFound, "none yet"};
        return *stored;
    }

    std::vector<AuditEntry> entries;
    std::optional<std::pair<std::uint64_t, ByteArray<32>>> stored;
    bool full = false;
    bool headLost = false;
};

crypto::Key key(unsigned char fill = 7) {
    ByteArray<32> bytes;
    bytes.fill(static_cast<std::byte>(fill));
    return crypto::Key(bytes);
}

struct Filled {
    explicit Filled(int count) {
        AuditLog log = *AuditLog::open(storage, key(), clock);
        for (int i = 0; i < count; ++i) {
            EXPECT_TRUE(log.record("executed", "Li " + std::to_string(i), "Calculator"));
            clock.advance(1000);
        }
    }
    AuditLog::Check check() { return *AuditLog::open(storage, key(), clock)->verify(); }

    test::FakeClock clock;
    FakeStorage storage;
};

TEST(AuditLog, IsIntactWhenNobodyTouchedIt) {
    Filled filled(50);
    EXPECT_TRUE(filled.check().intact);
    EXPECT_EQ(filled.storage.entries.front().index, 1U);
    EXPECT_EQ(filled.storage.entries.back().index, 50U);
}

TEST(AuditLog, IsIntactWhenEmpty) {
    Filled filled(0);
    EXPECT_TRUE(filled.check().intact);
}

TEST(AuditLog, GoesOnAfterAnotherStart) {
    Filled filled(3);
    AuditLog log = *AuditLog::open(filled.storage, key(), filled.clock);
    ASSERT_TRUE(log.record("asked", "Li", "x"));
    EXPECT_TRUE(log.verify()->intact);
    EXPECT_EQ(filled.storage.entries.back().index, 4U);
}

using Damage = void (*)(FakeStorage&, std::size_t);

// I6, S43, M27: one damage at every place of a thousand entries, named to the entry.
void expectSeen(Damage damage, std::size_t step, std::size_t last) {
    const Filled filled(1000);
    for (std::size_t i = 0; i < last; i += step) {
        FakeStorage storage = filled.storage;
        damage(storage, i);
        const auto check = AuditLog::open(storage, key(), filled.clock)->verify();
        ASSERT_TRUE(check);
        ASSERT_FALSE(check->intact) << i;
        ASSERT_EQ(check->firstBad, i + 1);
    }
}

TEST(AuditLog, M27SeesEveryAlteredEntry) {
    expectSeen([](FakeStorage& s, std::size_t i) { s.entries[i].detail += 'x'; }, 1, 1000);
}

TEST(AuditLog, M27SeesEveryAlteredField) {
    constexpr Damage kDamages[] = {
        [](FakeStorage& s, std::size_t i) { s.entries[i].wallMs += 1; },
        [](FakeStorage& s, std::size_t i) { s.entries[i].event = "refused"; },
        [](FakeStorage& s, std::size_t i) { s.entries[i].peer = "Wang"; },
        [](FakeStorage& s, std::size_t i) { s.entries[i].index += 1; },
        [](FakeStorage& s, std::size_t i) { s.entries[i].chain[31] ^= std::byte{1}; },
        // Moving a boundary between fields must not go unseen.
        [](FakeStorage& s, std::size_t i) {
            s.entries[i].event += s.entries[i].peer.front();
            s.entries[i].peer.erase(0, 1);
        }};
    for (const Damage damage : kDamages)
        expectSeen(damage, 37, 1000);
}

TEST(AuditLog, M27SeesEveryDeletedEntry) {
    expectSeen([](FakeStorage& s,
                  std::size_t i) { s.entries.erase(s.entries.begin() + static_cast<std::ptrdiff_t>(i)); },
               1, 1000);
}

TEST(AuditLog, M27SeesEveryReorderedPair) {
    expectSeen([](FakeStorage& s, std::size_t i) { std::swap(s.entries[i], s.entries[i + 1]); }, 1, 999);
}

TEST(AuditLog, M27SeesEverySwappedContent) {
    expectSeen(
        [](FakeStorage& s, std::size_t i) {
            std::swap(s.entries[i].peer, s.entries[i + 1].peer);
            std::swap(s.entries[i].chain, s.entries[i + 1].chain);
        },
        7, 999);
}

TEST(AuditLog, M27SeesEveryCutOffTail) {
    expectSeen([](FakeStorage& s, std::size_t i) { s.entries.resize(i); }, 1, 1000);
}

TEST(AuditLog, M27SeesATailCutWithItsHeadWhileItRuns) {
    test::FakeClock clock;
    FakeStorage storage;
    AuditLog log = *AuditLog::open(storage, key(), clock);
    for (int i = 0; i < 5; ++i)
        ASSERT_TRUE(log.record("asked", "Li", "x"));
    const auto before = storage.entries[2];
    storage.entries.resize(3);
    storage.stored = {3, before.chain};
    EXPECT_EQ(log.verify()->firstBad, 4U);
}

TEST(AuditLog, M27DamageStaysVisibleWhenTheLogGoesOn) {
    Filled filled(10);
    filled.storage.entries.resize(6);
    AuditLog log = *AuditLog::open(filled.storage, key(), filled.clock);
    ASSERT_TRUE(log.record("asked", "Li", "x"));
    EXPECT_EQ(log.verify()->firstBad, 7U);
}

TEST(AuditLog, M27AnotherKeyProvesNothing) {
    Filled filled(3);
    FakeStorage forged;
    AuditLog log = *AuditLog::open(forged, key(8), filled.clock);
    ASSERT_TRUE(log.record("executed", "Li 0", "Calculator"));
    EXPECT_EQ(AuditLog::open(forged, key(), filled.clock)->verify()->firstBad, 1U);
}

TEST(AuditLog, TakesUpAnEntryWhoseHeadWasLostInACrash) {
    Filled filled(3);
    AuditLog log = *AuditLog::open(filled.storage, key(), filled.clock);
    filled.storage.headLost = true;
    EXPECT_FALSE(log.record("asked", "Li", "x"));
    filled.storage.headLost = false;
    EXPECT_TRUE(filled.check().intact);
    EXPECT_EQ(filled.storage.stored->first, 4U);
}

TEST(AuditLog, SaysWhenItCannotRecord) {
    Filled filled(3);
    AuditLog log = *AuditLog::open(filled.storage, key(), filled.clock);
    filled.storage.full = true;
    EXPECT_EQ(log.record("asked", "Li", "x").error().code, ErrorCode::Full);
    filled.storage.full = false;
    EXPECT_TRUE(log.record("asked", "Li", "x"));
    EXPECT_TRUE(log.verify()->intact);
}

// S49
TEST(AuditLog, ExportsOneLineForEachEntry) {
    test::FakeClock clock;
    FakeStorage storage;
    AuditLog log = *AuditLog::open(storage, key(), clock);
    ASSERT_TRUE(log.record("asked", "Li\n2\tforged",
                           "\xE2\x80\xAE"
                           "exe \\ 计算器"));
    const std::string text = *log.exportText();
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\t'), 5);
    EXPECT_NE(text.find("Li\\x0a2\\x09forged"), std::string::npos);
    EXPECT_NE(text.find("\\xe2\\x80\\xaeexe \\x5c 计算器"), std::string::npos);
    EXPECT_NE(text.find(toHex(storage.entries[0].chain)), std::string::npos);
}

}  // namespace
}  // namespace sesame::consent
