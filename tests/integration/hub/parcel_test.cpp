// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/hub/hub_fixture.h"

#include "sesame/wire/parcel_limits.h"

#include <algorithm>
#include <csignal>
#include <random>
#include <thread>

namespace sesame::test {
namespace {

constexpr std::size_t kPiece = 60UL * 1024;

/// Bytes that differ everywhere, so that any other order shows.
std::string content(std::size_t size, unsigned seed = 1) {
    std::mt19937 dice(seed);
    std::string out(size, '\0');
    for (char& c : out)
        c = static_cast<char>(dice());
    return out;
}

std::uint64_t bytesBelow(const std::filesystem::path& folder) {
    std::uint64_t sum = 0;
    std::error_code gone;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, gone))
        if (entry.is_regular_file(gone))
            sum += entry.file_size(gone);
    return sum;
}

class Parcels : public HubTest {
  protected:
    void SetUp() override { start(); }

    void start(std::vector<std::string> extra = {}) {
        startHub(std::move(extra));
        for (const auto* who : {"anna", "bert", "carl"})
            static_cast<void>(join(who));
    }

    HubClient open(const std::string& who, const std::string& peer, pb::OpenParcel::Side side,
                   std::uint64_t from = 0, const std::string& id = std::string(16, 'p')) {
        HubClient client(hub_->address(), "/v1/parcel");
        client.openParcel(who, identity(who), peer, id, side, from);
        return client;
    }
    HubClient sender(const std::string& id = std::string(16, 'p')) {
        return open("anna", "bert", pb::OpenParcel::SENDS, 0, id);
    }
    HubClient receiver(std::uint64_t from = 0) { return open("bert", "anna", pb::OpenParcel::FETCHES, from); }

    static std::optional<pb::ParcelState> state(HubClient& client) {
        const auto frame = client.next([](const auto& one) { return one.has_parcel_state(); });
        return frame ? std::optional(frame->parcel_state()) : std::nullopt;
    }
    /// Sends from `at` on, a window at a time, until the hub has it or is full. What it has then.
    static std::uint64_t bring(HubClient& client, const std::string& all, std::uint64_t at) {
        std::uint64_t stored = at;
        while (stored < all.size()) {
            for (; at < all.size() && at < stored + 512UL * 1024; at += kPiece)
                client.piece(at, all.substr(at, kPiece));
            const auto now = state(client);
            if (!now || now->full())
                return now ? settled(client, now->stored()) : stored;
            // A receiver who comes behind its sender may have more than the hub knew of.
            if (now->has_resume_at())
                at = now->resume_at();
            stored = now->stored();
        }
        return stored;
    }
    /// What was taken before it was full may still be on its way to the disk.
    static std::uint64_t settled(HubClient& client, std::uint64_t stored) {
        while (const auto later = client.next([](const auto& one) { return one.has_parcel_state(); }, 500))
            stored = later->parcel_state().stored();
        return stored;
    }
    static void confirm(HubClient& client, std::uint64_t offset) {
        pb::ClientFrame frame;
        frame.mutable_parcel_taken()->set_offset(offset);
        client.send(frame);
    }
    /// Takes until it has `wanted` bytes, confirming each piece.
    static std::string take(HubClient& client, std::uint64_t from, std::uint64_t wanted) {
        std::string out;
        while (out.size() < wanted) {
            const auto frame = client.next([](const auto& one) { return one.has_parcel_piece(); });
            if (!frame || frame->parcel_piece().offset() != from + out.size())
                break;
            out += frame->parcel_piece().sealed();
            confirm(client, from + out.size());
        }
        return out;
    }
    std::filesystem::path folder() const { return directory_.path() / "data" / "parcels"; }
    std::uint64_t lying() const { return bytesBelow(folder()); }
    bool becomesEmpty() const {
        const auto latest = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (lying() > 0 && std::chrono::steady_clock::now() < latest)
            std::this_thread::yield();
        return lying() == 0;
    }
    static void drop(HubClient& client) {
        pb::ClientFrame frame;
        frame.mutable_drop_parcel();
        client.send(frame);
    }
};

TEST_F(Parcels, AreKeptUntilTheirReceiverComes) {
    const std::string all = content(9'000'000);
    {
        HubClient anna = sender();
        EXPECT_EQ(state(anna)->resume_at(), 0U);
        EXPECT_EQ(bring(anna, all, 0), all.size());
    }
    EXPECT_EQ(lying(), all.size());
    HubClient bert = receiver();
    EXPECT_EQ(take(bert, 0, all.size()), all);
    drop(bert);
    EXPECT_TRUE(bert.next([](const auto& frame) { return frame.has_parcel_over(); }));
    EXPECT_TRUE(becomesEmpty());
}

// M31
TEST_F(Parcels, KeepToTheQuotaHoweverLongTheyAre) {
    start({"--parcel-bytes", "1000000"});
    const std::string all = content(20'000'000);
    HubClient anna = sender();
    static_cast<void>(state(anna));
    const std::uint64_t kept = bring(anna, all, 0);
    EXPECT_LE(kept, 1'000'000U);
    HubClient bert = receiver();
    std::string taken;
    std::uint64_t most = 0;
    std::uint64_t at = 0;
    while (taken.size() < all.size()) {
        while (auto bytes = anna.socket().poll()) {
            pb::HubFrame frame;
            ASSERT_TRUE(frame.ParseFromArray(bytes->data(), static_cast<int>(bytes->size())));
            if (!frame.has_parcel_state() || !frame.parcel_state().has_resume_at())
                continue;
            for (at = frame.parcel_state().resume_at();
                 at < all.size() && at < frame.parcel_state().resume_at() + 600'000; at += kPiece)
                anna.piece(at, all.substr(at, kPiece));
        }
        const auto frame = bert.next([](const auto& one) { return one.has_parcel_piece(); }, 20);
        if (!frame && !anna.socket().isOver()) {
            // The window that was sent is through: go on behind it.
            for (const std::uint64_t until = at + 600'000; at < all.size() && at < until; at += kPiece)
                anna.piece(at, all.substr(at, kPiece));
            continue;
        }
        ASSERT_TRUE(frame);
        ASSERT_EQ(frame->parcel_piece().offset(), taken.size());
        taken += frame->parcel_piece().sealed();
        confirm(bert, taken.size());
        most = std::max(most, lying());
    }
    EXPECT_EQ(taken, all);
    // A file of a segment goes when all of it was taken.
    EXPECT_LE(most, 1'000'000U + 2 * 4UL * 1024 * 1024);
}

TEST_F(Parcels, CountForTheirSenderAndNobodyElse) {
    start({"--parcel-bytes", "100000"});
    HubClient anna = sender();
    static_cast<void>(state(anna));
    EXPECT_EQ(bring(anna, content(300'000), 0), kPiece);
    HubClient another = sender(std::string(16, 'q'));
    static_cast<void>(state(another));
    EXPECT_EQ(bring(another, content(300'000), 0), 0U) << "one quota for all of an account";
    HubClient carl = open("carl", "bert", pb::OpenParcel::SENDS);
    static_cast<void>(state(carl));
    EXPECT_EQ(bring(carl, content(kPiece), 0), kPiece);
    drop(anna);
    const auto room = another.next([](const auto& frame) { return frame.parcel_state().has_resume_at(); });
    ASSERT_TRUE(room) << "there is room again";
    EXPECT_FALSE(room->parcel_state().full());
}

// I8: what was said to be stored survives, here or at its receiver's.
TEST_F(Parcels, LoseNothingWhenTheHubIsKilled) {
    const std::string all = content(6'000'000);
    std::mt19937 dice(7);
    std::uint64_t stored = 0;
    std::string taken;
    for (int round = 0; round < 12 && taken.size() < all.size(); ++round) {
        HubClient anna = sender();
        HubClient bert = receiver(taken.size());
        const auto at = state(anna);
        ASSERT_TRUE(at);
        EXPECT_GE(std::max<std::uint64_t>(at->stored(), taken.size()), stored) << round;
        for (std::uint64_t next = at->resume_at(); next < all.size() && next < at->resume_at() + 900'000;
             next += kPiece)
            anna.piece(next, all.substr(next, kPiece));
        const unsigned enough = dice() % 12;
        for (unsigned i = 0; i < enough; ++i) {
            if (const auto now = anna.next(200); now && now->has_parcel_state())
                stored = std::max<std::uint64_t>(stored, now->parcel_state().stored());
            const auto piece = bert.next([](const auto& one) { return one.has_parcel_piece(); }, 200);
            if (!piece)
                continue;
            ASSERT_EQ(piece->parcel_piece().offset(), taken.size()) << round;
            taken += piece->parcel_piece().sealed();
            confirm(bert, taken.size());
        }
        hub_->signal(SIGKILL);
        hub_->waitForEnd();
        startHub({});
    }
    HubClient anna = sender();
    HubClient bert = receiver(taken.size());
    const auto at = state(anna);
    ASSERT_TRUE(at);
    EXPECT_GE(std::max<std::uint64_t>(at->stored(), taken.size()), stored);
    EXPECT_EQ(bring(anna, all, at->resume_at()), all.size());
    taken += take(bert, taken.size(), all.size() - taken.size());
    EXPECT_EQ(taken, all);
}

TEST_F(Parcels, GoStraightByToAReceiverWhoKeepsPace) {
    const std::string all = content(9'000'000);
    HubClient bert = receiver();
    ASSERT_TRUE(state(bert));
    HubClient anna = sender();
    ASSERT_TRUE(state(anna));
    for (std::uint64_t at = 0; at < all.size(); at += kPiece) {
        const std::string piece = all.substr(at, kPiece);
        anna.piece(at, piece);
        ASSERT_EQ(take(bert, at, piece.size()), piece);
        const auto now = state(anna);
        ASSERT_TRUE(now);
        EXPECT_EQ(now->stored(), at + piece.size()) << "taken is as good as stored";
        EXPECT_EQ(lying(), 0U);
    }
}

TEST_F(Parcels, LieHereForAReceiverWhoIsSlowerThanTheirSender) {
    const std::string all = content(9'000'000);
    HubClient bert = receiver();
    ASSERT_TRUE(state(bert));
    HubClient anna = sender();
    ASSERT_TRUE(state(anna));
    EXPECT_EQ(bring(anna, all, 0), all.size()) << "nobody waits for bert, who confirms nothing";
    EXPECT_EQ(lying(), all.size());
    EXPECT_EQ(take(bert, 0, all.size()), all);
}

TEST_F(Parcels, LieHereOnceTheirReceiverHasGone) {
    const std::string all = content(3'000'000);
    HubClient anna = sender();
    ASSERT_TRUE(state(anna));
    std::string taken;
    {
        HubClient bert = receiver();
        ASSERT_TRUE(state(bert));
        for (std::uint64_t at = 0; at < 20 * kPiece; at += kPiece)
            anna.piece(at, all.substr(at, kPiece));
        taken = take(bert, 0, 10 * kPiece);
    }
    EXPECT_EQ(bring(anna, all, 20 * kPiece), all.size());
    HubClient bert = receiver(taken.size());
    taken += take(bert, taken.size(), all.size() - taken.size());
    EXPECT_EQ(taken, all);
}

TEST_F(Parcels, GoOnWhereTheReceiverIsAfterAKillOfTheHubTheyWentStraightBy) {
    const std::string all = content(3'000'000);
    {
        HubClient bert = receiver();
        ASSERT_TRUE(state(bert));
        HubClient anna = sender();
        ASSERT_TRUE(state(anna));
        for (std::uint64_t at = 0; at < 20 * kPiece; at += kPiece)
            anna.piece(at, all.substr(at, kPiece));
        ASSERT_EQ(take(bert, 0, 20 * kPiece), all.substr(0, 20 * kPiece));
        ASSERT_TRUE(anna.next([](const auto& one) { return one.parcel_state().stored() == 20 * kPiece; }));
        hub_->signal(SIGKILL);
        hub_->waitForEnd();
        startHub({});
    }
    HubClient bert = receiver(20 * kPiece);
    ASSERT_TRUE(state(bert));
    HubClient anna = sender();
    const auto at = state(anna);
    ASSERT_TRUE(at);
    EXPECT_EQ(at->resume_at(), 20 * kPiece);
    for (std::uint64_t next = at->resume_at(); next < all.size(); next += kPiece)
        anna.piece(next, all.substr(next, kPiece));
    EXPECT_EQ(take(bert, 20 * kPiece, all.size() - 20 * kPiece), all.substr(20 * kPiece));
}

TEST_F(Parcels, BeginAnewWhereTheReceiverHasLostWhatItHad) {
    const std::string all = content(500'000);
    HubClient anna = sender();
    static_cast<void>(state(anna));
    ASSERT_EQ(bring(anna, all, 0), all.size());
    {
        HubClient bert = receiver();
        ASSERT_EQ(take(bert, 0, all.size()), all);
    }
    HubClient bert = receiver();
    const auto again = anna.next([](const auto& frame) { return frame.parcel_state().has_resume_at(); });
    ASSERT_TRUE(again);
    EXPECT_EQ(again->parcel_state().resume_at(), 0U);
    EXPECT_EQ(bring(anna, all, 0), all.size());
    EXPECT_EQ(take(bert, 0, all.size()), all);
}

TEST_F(Parcels, WaitForASenderWhoIsNotThereYet) {
    HubClient bert = receiver(2 * kPiece);
    EXPECT_TRUE(state(bert)->missing());
    HubClient anna = sender();
    const auto at = state(anna);
    ASSERT_TRUE(at);
    EXPECT_EQ(at->resume_at(), 2 * kPiece) << "what the receiver has need not come again";
    const std::string all = content(4 * kPiece);
    bring(anna, all, 2 * kPiece);
    EXPECT_EQ(take(bert, 2 * kPiece, 2 * kPiece), all.substr(2 * kPiece));
}

// S43
TEST_F(Parcels, BelongToTheTwoAndNobodyElse) {
    HubClient anna = sender();
    static_cast<void>(state(anna));
    bring(anna, content(kPiece), 0);
    HubClient carl = open("carl", "anna", pb::OpenParcel::FETCHES);
    EXPECT_TRUE(state(carl)->missing()) << "the same number between other two is another parcel";
    EXPECT_FALSE(carl.next([](const auto& frame) { return frame.has_parcel_piece(); }, 100));
    drop(carl);
    HubClient elsewhere = open("anna", "carl", pb::OpenParcel::SENDS);
    EXPECT_EQ(nextRefusal(elsewhere), pb::Refusal::STREAM_TAKEN);
    HubClient bert = receiver();
    EXPECT_EQ(take(bert, 0, kPiece).size(), kPiece) << "nobody dropped it";

    HubClient liar(hub_->address(), "/v1/parcel");
    liar.openParcel("anna", identity("carl"), "bert", std::string(16, 'p'), pb::OpenParcel::SENDS);
    EXPECT_EQ(nextRefusal(liar), pb::Refusal::BAD_SIGNATURE);
}

TEST_F(Parcels, AreNotTakenFromWhomTheReceiverBlocks) {
    HubClient bert = stranger();
    ASSERT_TRUE(bert.logInAs("bert", identity("bert"))->has_welcome());
    pb::ClientFrame block;
    block.mutable_set_blocked()->set_handle("anna");
    block.mutable_set_blocked()->set_blocked(true);
    ASSERT_TRUE(bert.ask(block)->has_done());
    HubClient anna = sender();
    EXPECT_EQ(nextRefusal(anna), pb::Refusal::BLOCKED);
}

TEST_F(Parcels, AreForgottenWhenNobodyMovesThemInTime) {
    start({"--parcel-keep", "1"});
    HubClient anna = sender();
    static_cast<void>(state(anna));
    bring(anna, content(kPiece), 0);
    EXPECT_TRUE(anna.next([](const auto& frame) { return frame.has_parcel_over(); }));
    EXPECT_TRUE(becomesEmpty());
}

// S40
TEST_F(Parcels, EndAConnectionThatBreaksTheRules) {
    HubClient late(hub_->address(), "/v1/parcel");
    late.piece(0, "before anything");
    EXPECT_EQ(nextRefusal(late), pb::Refusal::MALFORMED);
    HubClient bert = receiver();
    static_cast<void>(state(bert));
    bert.piece(0, "not his to send");
    EXPECT_EQ(nextRefusal(bert), pb::Refusal::MALFORMED);
    HubClient anna = sender();
    static_cast<void>(state(anna));
    anna.piece(0, std::string(wire::kMaxParcelPieceBytes + 1, 'x'));
    EXPECT_EQ(nextRefusal(anna), pb::Refusal::MALFORMED);
    HubClient gap = sender();
    static_cast<void>(state(gap));
    gap.piece(1, "a gap");
    confirm(bert, 0);
    EXPECT_EQ(bring(gap, content(10), 0), 10U) << "out of turn is left alone";
}

TEST_F(Parcels, AreRefusedWhenTheDiskIsFull) {
    hub_.reset();
    constexpr std::uint64_t kMostFile = 1'000'000;  // a segment may grow no further
    hub_ = std::make_unique<HubProcess>(directory_.path() / "other", std::vector<std::string>{}, kMostFile);
    for (const auto* who : {"anna", "bert"})
        static_cast<void>(join(who));
    HubClient anna = sender();
    static_cast<void>(state(anna));
    const std::string all = content(2'000'000);
    for (std::uint64_t at = 0; at < all.size(); at += kPiece)
        anna.piece(at, all.substr(at, kPiece));
    EXPECT_EQ(nextRefusal(anna), pb::Refusal::HUB_FULL);
    HubClient again = sender();
    const auto kept = state(again);
    ASSERT_TRUE(kept) << "the hub goes on";
    HubClient bert = receiver();
    EXPECT_EQ(take(bert, 0, kept->stored()), all.substr(0, kept->stored()));
}

TEST_F(Parcels, GoOnAfterTheDiskTookNothingOfWhatWentStraightBy) {
    hub_.reset();
    constexpr std::uint64_t kMostFile = 1'000'000;
    hub_ = std::make_unique<HubProcess>(directory_.path() / "other", std::vector<std::string>{}, kMostFile);
    for (const auto* who : {"anna", "bert"})
        static_cast<void>(join(who));
    const std::string all = content(2'000'000);
    std::string taken;
    {
        HubClient bert = receiver();
        ASSERT_TRUE(state(bert));
        HubClient anna = sender();
        ASSERT_TRUE(state(anna));
        for (std::uint64_t at = 0; at < all.size(); at += kPiece)
            anna.piece(at, all.substr(at, kPiece));
        EXPECT_EQ(nextRefusal(anna), pb::Refusal::HUB_FULL) << "bert confirms nothing, and the disk is full";
        // Too late: the hub has forgotten that it gave this.
        taken = take(bert, 0, all.size());
        EXPECT_EQ(taken, all);
    }
    HubClient anna = sender();
    const auto again = state(anna);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->stored(), 0U);
    HubClient bert = receiver(taken.size());
    const auto resumed = anna.next([](const auto& one) { return one.parcel_state().has_resume_at(); });
    ASSERT_TRUE(resumed);
    EXPECT_EQ(resumed->parcel_state().resume_at(), taken.size());
    const std::string more = content(kPiece, 2);
    anna.piece(taken.size(), more);
    EXPECT_EQ(take(bert, taken.size(), more.size()), more) << "nothing counts twice in anna's quota";
}

TEST_F(Parcels, AreAdvertisedToWhoLogsIn) {
    HubClient anna = stranger();
    EXPECT_EQ(anna.logInAs("anna", identity("anna"))->welcome().parcel_bytes(), 1024UL * 1024 * 1024);
}

}  // namespace
}  // namespace sesame::test
