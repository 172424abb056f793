// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/control.h"
#include "share/frame.h"
#include "support/share_pair.h"

#include "sesame/crypto/hash.h"
#include "sesame/wire/frame.h"

#include <gtest/gtest.h>

#include <thread>

namespace sesame::share {
namespace {

using test::SharePair;

/// Says what it likes, and listens.
class RawPeer {
  public:
    explicit RawPeer(Descriptor socket) : socket_(std::move(socket)) {}

    void say(const pb::ShareFrame& frame) const {
        const Bytes body = wire::serialise(frame);
        send(frameHeader(FrameKind::Control, body.size()));
        send(body);
    }
    void hello() const {
        pb::ShareFrame frame;
        frame.mutable_hello()->set_version(1);
        frame.mutable_hello()->set_level(3);
        frame.mutable_hello()->set_name("Photos");
        say(frame);
    }
    void offer(std::uint32_t transfer, std::uint32_t file, const std::string& path,
               std::uint64_t size) const {
        pb::ShareFrame frame;
        frame.mutable_offer()->set_transfer(transfer);
        auto& one = *frame.mutable_offer()->add_files();
        one.set_file(file);
        one.set_path(path);
        one.set_size(size);
        say(frame);
    }
    void piece(std::uint32_t transfer, std::uint32_t file, const std::string& bytes, bool last,
               const std::string& digestOf) const {
        send(frameHeader(last ? FrameKind::LastPiece : FrameKind::Piece,
                         kPieceHeaderBytes + (last ? kDigestBytes : 0) + bytes.size()));
        send(pieceHeader(transfer, file));
        if (last)
            send(crypto::hash(asBytes(digestOf)));
        send(asBytes(bytes));
    }
    void send(ByteView bytes) const {
        static_cast<void>(::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL));
    }
    /// The next control frame of this kind; others are dropped. None: the other side hung up.
    std::optional<pb::ShareFrame> hear(pb::ShareFrame::BodyCase wanted, Side from) {
        while (true) {
            const auto frame = reader_.peek();
            if (frame && *frame) {
                auto control = std::holds_alternative<Control>(**frame)
                                   ? readControl(std::get<Control>(**frame).bytes, from)
                                   : Result<pb::ShareFrame>(Error{ErrorCode::NotFound, "a piece"});
                reader_.pop();
                if (control && control->body_case() == wanted)
                    return *control;
                continue;
            }
            const auto room = reader_.room();
            const ssize_t got = ::recv(socket_.get(), room.data(), room.size(), 0);
            if (got <= 0)
                return std::nullopt;
            reader_.added(static_cast<std::size_t>(got));
        }
    }
    bool isHungUp(Side from) { return !hear(pb::ShareFrame::BODY_NOT_SET, from); }

  private:
    Descriptor socket_;
    FrameReader reader_;
};

RawPeer hostileClient(SharePair& pair) {
    auto [a, b] = test::socketPair();
    static_cast<void>(pair.server->attach(std::move(a)));
    return RawPeer(std::move(b));
}

RawPeer hostileServer(SharePair& pair) {
    auto [a, b] = test::socketPair();
    static_cast<void>(pair.guest.client->attach(std::move(a)));
    RawPeer peer(std::move(b));
    peer.hello();
    return peer;
}

pb::ShareFrame takeFrame(const std::string& path) {
    pb::ShareFrame frame;
    frame.mutable_take()->set_transfer(1);
    frame.mutable_take()->set_path(path);
    return frame;
}

pb::ShareFrame putFrame(char id = 'p') {
    pb::ShareFrame frame;
    frame.mutable_put()->set_transfer(1);
    frame.mutable_put()->set_id(std::string(16, id));
    return frame;
}

// S47: whatever a client says, the server hangs up and nothing has left.
TEST(HostileClient, S47IsCutOffForWhatNoClientSays) {
    SharePair pair;
    pair.tree.file("shared/a.txt", "a");
    const auto isCutOff = [&](const std::function<void(const RawPeer&)>& act) {
        RawPeer peer = hostileClient(pair);
        act(peer);
        return peer.isHungUp(Side::Server);
    };
    EXPECT_TRUE(isCutOff([](const RawPeer& peer) { peer.say(takeFrame("a.txt")); }));
    EXPECT_TRUE(isCutOff([](const RawPeer& peer) { peer.send(asBytes("GET / HTTP/1.1\r\n\r\n")); }));
    EXPECT_TRUE(isCutOff([](const RawPeer& peer) {
        peer.hello();
        peer.hello();
    }));
    EXPECT_TRUE(isCutOff([](const RawPeer& peer) {
        pb::ShareFrame old;
        old.mutable_hello()->set_version(77);
        peer.say(old);
    }));
    for (const char* path : {"/etc/passwd", "../x", "a/../../x", "a//b"})
        EXPECT_TRUE(isCutOff([&](const RawPeer& peer) {
            peer.hello();
            peer.say(takeFrame(path));
        })) << path;
    EXPECT_TRUE(isCutOff([](const RawPeer& peer) {
        peer.hello();
        peer.say(takeFrame("a.txt"));
        pb::ShareFrame want;
        want.mutable_want()->set_transfer(1);
        want.mutable_want()->add_files()->set_file(500);
        peer.say(want);
    }));
    EXPECT_TRUE(pair.hostTransfers.leaving.empty());
}

TEST(HostileClient, S47GetsNothingBeyondWhatItPutsDown) {
    SharePair pair;
    const auto isCutOff = [&](const std::function<void(RawPeer&)>& act) {
        RawPeer peer = hostileClient(pair);
        peer.hello();
        peer.say(putFrame());
        act(peer);
        return peer.isHungUp(Side::Server);
    };
    EXPECT_TRUE(isCutOff([](RawPeer& peer) { peer.offer(1, 1, "out of turn", 5); }));
    EXPECT_TRUE(isCutOff([](RawPeer& peer) { peer.offer(1, 0, "/etc/cron.d/x", 5); }));
    EXPECT_TRUE(isCutOff([](RawPeer& peer) { peer.piece(1, 0, "of nothing", false, ""); }));
    EXPECT_TRUE(isCutOff([](RawPeer& peer) {
        peer.offer(1, 0, "longer", 5);
        peer.piece(1, 0, "123456", false, "");
    }));
    EXPECT_TRUE(isCutOff([](RawPeer& peer) {
        peer.offer(1, 0, "shorter", 5);
        peer.piece(1, 0, "1234", true, "1234");
    }));
    EXPECT_TRUE(isCutOff([](RawPeer& peer) {
        peer.offer(1, 0, "first", 5);
        peer.offer(1, 1, "second", 5);
        peer.piece(1, 0, "12", false, "");
        peer.piece(1, 1, "12345", true, "12345");
    }));
    EXPECT_TRUE(pair.quarantine->files().empty());
}

TEST(HostileClient, S47KeepsNothingThatDoesNotFitItsCheck) {
    SharePair pair;
    RawPeer peer = hostileClient(pair);
    peer.hello();
    peer.say(putFrame());
    peer.offer(1, 0, "spoilt", 5);
    peer.piece(1, 0, "12345", true, "54321");
    const auto settled = peer.hear(pb::ShareFrame::kKept, Side::Server);
    ASSERT_TRUE(settled);
    EXPECT_EQ(settled->kept().kept_size(), 0);
    EXPECT_EQ(settled->kept().given_up_size(), 1);
    EXPECT_TRUE(pair.quarantine->files().empty());
    EXPECT_TRUE(std::filesystem::is_empty(pair.tree.path("quarantine/partial")));
}

// The other side says only at the end that it has it.
TEST(Outgoing, CountsWhatIsSentWhileItIsSent) {
    SharePair pair;
    const std::string path = pair.tree.file("mine/big.bin", std::string(1'000'000, 'b'));
    RawPeer peer = hostileServer(pair);
    const auto number = *pair.guest.client->put(path, {});
    ASSERT_TRUE(peer.hear(pb::ShareFrame::kOfferEnd, Side::Client));
    pb::ShareFrame want;
    want.mutable_want()->set_transfer(number);
    want.mutable_want()->add_files()->set_file(0);
    want.mutable_want()->mutable_files(0)->set_offset(300'000);
    peer.say(want);
    auto& told = pair.guest.transfers;
    std::thread listens([&] { peer.hear(pb::ShareFrame::kEnd, Side::Client); });
    EXPECT_TRUE(told.condition.wait([&] { return told.progress[number].bytesDone == 1'000'000; }));
    EXPECT_EQ(told.condition.read(told.progress[number]).filesDone, 0U);
    pb::ShareFrame settled;
    settled.mutable_kept()->set_transfer(number);
    settled.mutable_kept()->add_given_up(0);
    peer.say(settled);
    EXPECT_TRUE(told.condition.wait([&] { return told.progress[number].filesFailed == 1; }));
    EXPECT_EQ(told.bytesDone(number), 0U);
    pair.guest.client->stop();
    listens.join();
}

// S34: what is sent once more counts as much as the first time.
TEST(HostileClient, S34PaysForWhatDoesNotFitItsCheck) {
    SharePair pair(Level::Put, {1'000'000, 10, 0});
    const std::string beginning(100'000, 'x');
    {
        RawPeer peer = hostileClient(pair);
        peer.hello();
        peer.say(putFrame());
        peer.offer(1, 0, "spoilt", 200'000);
        ASSERT_TRUE(peer.hear(pb::ShareFrame::kWant, Side::Server));
        peer.piece(1, 0, beginning, false, "");
    }
    ASSERT_TRUE(pair.condition.wait([&] { return pair.guestHasLeft; }));
    RawPeer peer = hostileClient(pair);
    peer.hello();
    peer.say(putFrame());
    peer.offer(1, 0, "spoilt", 200'000);
    EXPECT_EQ(peer.hear(pb::ShareFrame::kWant, Side::Server)->want().files(0).offset(), 100'000U);
    peer.piece(1, 0, beginning, true, "something else");
    EXPECT_EQ(peer.hear(pb::ShareFrame::kWant, Side::Server)->want().files(0).offset(), 0U);
    peer.offer(1, 1, "over", 900'000);
    const auto settled = peer.hear(pb::ShareFrame::kKept, Side::Server);
    ASSERT_TRUE(settled);
    EXPECT_EQ(settled->kept().given_up_size(), 1);
}

TEST(HostileClient, S34OffersTheSameTwiceAndIsAskedForItOnce) {
    SharePair pair;
    const auto offerTwice = [](const RawPeer& peer) {
        peer.hello();
        peer.say(putFrame());
        peer.offer(1, 0, "one", 5);
        peer.offer(1, 1, "one", 5);
    };
    RawPeer hasty = hostileClient(pair);
    offerTwice(hasty);
    hasty.piece(1, 1, "other", true, "other");
    EXPECT_TRUE(hasty.isHungUp(Side::Server));
    RawPeer peer = hostileClient(pair);
    offerTwice(peer);
    peer.piece(1, 0, "12345", true, "12345");
    std::set<std::uint32_t> kept;
    while (kept.size() < 2) {
        const auto settled = peer.hear(pb::ShareFrame::kKept, Side::Server);
        ASSERT_TRUE(settled);
        kept.insert(settled->kept().kept().begin(), settled->kept().kept().end());
    }
    EXPECT_EQ(pair.quarantine->files().size(), 1U);
}

// S34: what others were promised and have not sent yet is as good as written.
TEST(HostileClient, S34IsNotPromisedTheSameRoomTwice) {
    const std::uint64_t free = std::filesystem::space(std::filesystem::temp_directory_path()).available;
    SharePair pair(Level::Put, {UINT64_MAX / 2, 10, free / 2});
    RawPeer peer = hostileClient(pair);
    peer.hello();
    peer.say(putFrame());
    peer.offer(1, 0, "fits", free / 10 * 3);
    EXPECT_TRUE(peer.hear(pb::ShareFrame::kWant, Side::Server));
    peer.offer(1, 1, "over", free / 10 * 3);
    const auto settled = peer.hear(pb::ShareFrame::kKept, Side::Server);
    ASSERT_TRUE(settled);
    EXPECT_EQ(settled->kept().given_up(0), 1U);
    EXPECT_EQ(pair.hostTransfers.failed["over"], Ending::Full);
}

// S34: what nobody will go on with does not fill the quarantine.
TEST(HostileClient, LeavesInPartWhatKeepsItsRoomUntilTheShareEnds) {
    SharePair pair(Level::Put, {1'000'000, 10, 0});
    const auto offer = [&](RawPeer& peer, char id, std::uint64_t size) {
        peer.hello();
        peer.say(putFrame(id));
        peer.offer(1, 0, "gift", size);
    };
    {
        RawPeer first = hostileClient(pair);
        offer(first, 'a', 900'000);
        ASSERT_TRUE(first.hear(pb::ShareFrame::kWant, Side::Server));
        for (int i = 0; i < 4; ++i)
            first.piece(1, 0, std::string(100'000, 'x'), false, "");
    }
    ASSERT_TRUE(pair.condition.wait([&] { return pair.guestHasLeft; }));
    RawPeer another = hostileClient(pair);
    offer(another, 'b', 800'000);
    const auto refused = another.hear(pb::ShareFrame::kKept, Side::Server);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->kept().given_up_size(), 1);
    RawPeer resumed = hostileClient(pair);
    offer(resumed, 'a', 900'000);
    const auto wanted = resumed.hear(pb::ShareFrame::kWant, Side::Server);
    ASSERT_TRUE(wanted);
    EXPECT_EQ(wanted->want().files(0).offset(), 400'000U);
    pair.serve(Level::Put);
    RawPeer later = hostileClient(pair);
    offer(later, 'c', 800'000);
    EXPECT_TRUE(later.hear(pb::ShareFrame::kWant, Side::Server));
}

// What lies in the quarantine is told of, whatever becomes of the connection.
TEST(HostileClient, LeavesAFileAndIsGone) {
    SharePair pair;
    {
        RawPeer peer = hostileClient(pair);
        peer.hello();
        peer.say(putFrame());
        peer.offer(1, 0, "gift", 5);
        ASSERT_TRUE(peer.hear(pb::ShareFrame::kWant, Side::Server));
        peer.piece(1, 0, "12345", true, "12345");
    }
    ASSERT_TRUE(pair.condition.wait([&] { return pair.guestHasLeft; }));
    ASSERT_EQ(pair.quarantine->files().size(), 1U);
    EXPECT_EQ(pair.hostTransfers.kept["gift"], pair.quarantine->files()[0].id);
}

// S40: requests without end are answered one at a time, and not from memory.
TEST(HostileClient, AsksForMoreThanItReadsAndIsMadeToWait) {
    SharePair pair;
    for (int i = 0; i < 500; ++i)
        pair.tree.file("shared/" + std::string(200, 'n') + std::to_string(i));
    RawPeer peer = hostileClient(pair);
    peer.hello();
    pb::ShareFrame list;
    list.mutable_list()->set_request(1);
    peer.say(list);
    ASSERT_TRUE(peer.hear(pb::ShareFrame::kListed, Side::Server));
    pb::ShareFrame page;
    page.mutable_page()->set_request(1);
    page.mutable_page()->set_count(1000);
    std::thread asks([&] {
        for (int i = 0; i < 2000; ++i)
            peer.say(page);
    });
    for (int i = 0; i < 2000; ++i)
        ASSERT_TRUE(peer.hear(pb::ShareFrame::kEntries, Side::Server)) << i;
    asks.join();
}

// S47: a server that lies about what it sends.
TEST(HostileServer, S47IsCutOffForWhatNoServerSays) {
    const auto isCutOff = [&](const std::function<void(RawPeer&, TransferNumber)>& act) {
        SharePair pair;
        RawPeer peer = hostileServer(pair);
        const auto number = pair.guest.client->take("x", pair.mine());
        EXPECT_TRUE(peer.hear(pb::ShareFrame::kTake, Side::Client));
        act(peer, *number);
        const bool hungUp = peer.isHungUp(Side::Client);
        pair.guest.client->stop();
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(pair.tree.root()))
            files +=
                entry.is_regular_file() && entry.path().parent_path().filename() != ".sesame-partial" ? 1 : 0;
        EXPECT_EQ(files, 0U);
        return hungUp && pair.guest.closed == ErrorCode::Malformed;
    };
    for (const char* path : {"../../escape", "/tmp/escape", "a/../../../escape", ""})
        EXPECT_TRUE(isCutOff([&](RawPeer& peer, TransferNumber number) { peer.offer(number, 0, path, 3); }))
            << path;
    EXPECT_TRUE(
        isCutOff([](RawPeer& peer, TransferNumber number) { peer.offer(number, 7, "out of turn", 3); }));
    EXPECT_TRUE(isCutOff([](RawPeer& peer, TransferNumber) { peer.say(takeFrame("give me yours")); }));
    EXPECT_TRUE(isCutOff([](RawPeer& peer, TransferNumber number) {
        peer.offer(number, 0, "x", 3);
        peer.piece(number, 0, "1234", false, "");
    }));
    EXPECT_TRUE(isCutOff([](RawPeer& peer, TransferNumber number) {
        for (std::uint32_t i = 0; i <= kMaxOutstanding; ++i)
            peer.offer(number, i, "x" + std::to_string(i), 3);
    }));
}

TEST(HostileServer, S47SaysDoneAndIsNotBelieved) {
    SharePair pair;
    RawPeer peer = hostileServer(pair);
    const auto number = pair.guest.client->take("x", pair.mine());
    ASSERT_TRUE(peer.hear(pb::ShareFrame::kTake, Side::Client));
    peer.offer(*number, 0, "x", 3);
    pb::ShareFrame end;
    end.mutable_end()->set_transfer(*number);
    end.mutable_end()->set_reason(pb::SHARE_REASON_DONE);
    peer.say(end);
    EXPECT_EQ(pair.guest.transfers.endOf(*number), Ending::Failed);
}

// S47: nothing of what is offered can fill this disk or replace a file.
TEST(HostileServer, S47OffersMoreThanTheDiskHas) {
    SharePair pair;
    RawPeer peer = hostileServer(pair);
    const auto number = pair.guest.client->take("x", pair.mine());
    ASSERT_TRUE(peer.hear(pb::ShareFrame::kTake, Side::Client));
    std::uint32_t file = 0;
    for (const std::uint64_t size : {UINT64_MAX / 2, UINT64_MAX}) {
        peer.offer(*number, file, std::to_string(file), size);
        const auto settled = peer.hear(pb::ShareFrame::kKept, Side::Client);
        ASSERT_TRUE(settled);
        EXPECT_EQ(settled->kept().given_up_size(), 1) << size;
        EXPECT_EQ(pair.guest.transfers.failed[std::to_string(file)], Ending::Full);
        ++file;
    }
}

}  // namespace
}  // namespace sesame::share
