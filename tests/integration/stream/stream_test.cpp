// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/stream/stream_pair.h"

#include <sys/eventfd.h>

#include <thread>

namespace sesame::test {
namespace {

using stream::Ending;
using stream::State;

class StreamTest : public testing::Test {
  protected:
    StreamTest() : hub_(data_.path()) {
        for (const char* handle : {"anna", "boris", "carol", "dmitri"})
            registerAt(hub_.address(), handle);
    }
    void open(StreamEnd& a, StreamEnd& b) {
        ASSERT_TRUE(a.waitFor(State::Open)) << name(a.stream().ending());
        ASSERT_TRUE(b.waitFor(State::Open)) << name(b.stream().ending());
    }

    TemporaryDirectory data_;
    HubProcess hub_;
};

TEST_F(StreamTest, CarriesBytesBothWays) {
    StreamEnd anna(hub_, "anna", "boris");
    StreamEnd boris(hub_, "boris", "anna");
    open(anna, boris);
    const Bytes there = noise(8'000'000, 1);
    const Bytes back = noise(5'000'000, 2);
    std::thread writer([&] { EXPECT_TRUE(anna.write(there)); });
    std::thread answerer([&] { EXPECT_TRUE(boris.write(back)); });
    std::thread reader([&] { EXPECT_EQ(anna.read(back.size()), back); });
    EXPECT_EQ(boris.read(there.size()), there);
    writer.join();
    answerer.join();
    reader.join();
}

TEST_F(StreamTest, SendsAFewBytesAtOnce) {
    StreamEnd anna(hub_, "anna", "boris");
    StreamEnd boris(hub_, "boris", "anna");
    open(anna, boris);
    for (int i = 0; i < 100; ++i) {
        const Bytes word = noise(20, static_cast<std::uint8_t>(i));
        ASSERT_TRUE(anna.write(word));
        ASSERT_EQ(boris.read(word.size()), word);
    }
    pollfd told{anna.stream().flowEvent(), POLLIN, 0};
    EXPECT_EQ(::poll(&told, 1, StreamEnd::kPatienceMs), 1);
    EXPECT_GT(anna.stream().flow().roundTripUs, 0U);
}

// To acknowledge each of them would wake both clients and the hub once more.
TEST_F(StreamTest, AcknowledgesAFewBytesTogetherAndStillKnowsTheRoundTrip) {
    StreamEnd anna(hub_, "anna", "boris");
    StreamEnd boris(hub_, "boris", "anna");
    open(anna, boris);
    eventfd_t told = 0;
    std::uint64_t put = 0;
    while (told == 0) {
        const Bytes word = noise(20, static_cast<std::uint8_t>(put));
        ASSERT_TRUE(anna.write(word));
        ASSERT_EQ(boris.read(word.size()), word);
        put += word.size();
        ASSERT_LT(put, stream::Stream::kUnhurried * 20);
        pollfd event{anna.stream().flowEvent(), POLLIN, 0};
        if (::poll(&event, 1, 20) == 1)
            ::eventfd_read(anna.stream().flowEvent(), &told);
    }
    EXPECT_EQ(told, 1U);
    EXPECT_GT(anna.stream().flow().acknowledged, 100U);
    EXPECT_LT(anna.stream().flow().roundTripUs, 500'000U);
}

TEST_F(StreamTest, FinishDeliversEveryByteAndSaysSo) {
    StreamEnd anna(hub_, "anna", "boris");
    StreamEnd boris(hub_, "boris", "anna");
    open(anna, boris);
    const Bytes words = noise(300'000, 3);
    std::thread writer([&] {
        EXPECT_TRUE(anna.write(words));
        anna.stream().finish();
    });
    EXPECT_EQ(boris.read(words.size()), words);
    EXPECT_TRUE(boris.atEnd());
    writer.join();
    EXPECT_TRUE(anna.waitFor(State::Ended));
    EXPECT_TRUE(boris.waitFor(State::Ended));
    EXPECT_EQ(anna.stream().ending(), Ending::Finished);
    EXPECT_EQ(boris.stream().ending(), Ending::Finished);
}

// S39: no final word is a cut, never an end.
TEST_F(StreamTest, AHubThatDiesIsALossForBoth) {
    StreamEnd anna(hub_, "anna", "boris");
    StreamEnd boris(hub_, "boris", "anna");
    open(anna, boris);
    ASSERT_TRUE(anna.write(noise(1000, 1)));
    ASSERT_EQ(boris.read(1000).size(), 1000U);
    hub_.signal(SIGKILL);
    EXPECT_TRUE(anna.waitFor(State::Ended));
    EXPECT_TRUE(boris.waitFor(State::Ended));
    EXPECT_EQ(anna.stream().ending(), Ending::Lost);
    EXPECT_EQ(boris.stream().ending(), Ending::Lost);
    EXPECT_TRUE(boris.atEnd());
}

TEST_F(StreamTest, AnEndThatClosesIsALossForTheOther) {
    StreamEnd anna(hub_, "anna", "boris");
    StreamEnd boris(hub_, "boris", "anna");
    open(anna, boris);
    anna.stream().close();
    EXPECT_EQ(anna.stream().ending(), Ending::Closed);
    EXPECT_TRUE(boris.waitFor(State::Ended));
    EXPECT_EQ(boris.stream().ending(), Ending::Lost);
}

TEST_F(StreamTest, TheSameTermsWorkAgainAfterALoss) {
    for (int round = 0; round < 3; ++round) {
        StreamEnd anna(hub_, "anna", "boris");
        StreamEnd other(hub_, "boris", "anna");
        open(anna, other);
        ASSERT_TRUE(anna.write(noise(5000, 9)));
        ASSERT_EQ(other.read(5000), noise(5000, 9));
        other.stream().close();
        EXPECT_TRUE(anna.waitFor(State::Ended));
    }
}

// S36: who does not know the secret meets nobody.
TEST_F(StreamTest, AnotherSecretIsTampering) {
    StreamEnd anna(hub_, "anna", "boris", 1, 7);
    StreamEnd boris(hub_, "boris", "anna", 1, 8);
    EXPECT_TRUE(anna.write(noise(100, 1)));
    EXPECT_TRUE(boris.waitFor(State::Ended));
    EXPECT_EQ(boris.stream().ending(), Ending::Tampered);
    EXPECT_EQ(boris.read(1).size(), 0U);
}

// M32: a stream belongs to the two that it names.
TEST_F(StreamTest, AThirdPersonIsRefused) {
    StreamEnd anna(hub_, "anna", "boris");
    StreamEnd boris(hub_, "boris", "anna");
    open(anna, boris);
    StreamEnd carol(hub_, "carol", "anna");
    EXPECT_TRUE(carol.waitFor(State::Ended));
    EXPECT_EQ(carol.stream().ending(), Ending::Refused);
    ASSERT_TRUE(anna.write(noise(10, 1)));
    EXPECT_EQ(boris.read(10), noise(10, 1));
}

// M32
TEST_F(StreamTest, WhoeverBlocksTheOtherNeverJoins) {
    HubClient client(hub_.address());
    ASSERT_TRUE(client.logInAs("anna", identityOf("anna")));
    pb::ClientFrame block;
    block.mutable_set_blocked()->set_handle("boris");
    block.mutable_set_blocked()->set_blocked(true);
    const auto done = client.ask(block);
    ASSERT_TRUE(done && done->has_done());
    StreamEnd boris(hub_, "boris", "anna");
    ASSERT_TRUE(boris.waitFor(State::Waiting));
    StreamEnd anna(hub_, "anna", "boris");
    EXPECT_TRUE(anna.waitFor(State::Ended));
    EXPECT_EQ(anna.stream().ending(), Ending::Refused);
    EXPECT_EQ(boris.stream().state(), State::Waiting);
}

// M32
TEST_F(StreamTest, AStrangerIsRefused) {
    StreamEnd nobody(hub_, "nobody", "anna");
    EXPECT_TRUE(nobody.waitFor(State::Ended));
    EXPECT_EQ(nobody.stream().ending(), Ending::Refused);
}

TEST_F(StreamTest, AReaderThatStopsHoldsUpOnlyItsOwnStream) {
    StreamEnd anna(hub_, "anna", "boris", 1);
    StreamEnd boris(hub_, "boris", "anna", 1);
    StreamEnd carol(hub_, "carol", "dmitri", 2);
    StreamEnd dmitri(hub_, "dmitri", "carol", 2);
    open(anna, boris);
    open(carol, dmitri);
    const Bytes lot = noise(6'000'000, 4);
    std::thread stuck([&] { anna.write(lot); });
    std::thread writer([&] { EXPECT_TRUE(carol.write(lot)); });
    EXPECT_EQ(dmitri.read(lot.size()), lot);
    writer.join();
    // What boris has not read is under way only as far as the window reaches.
    EXPECT_LE(anna.stream().flow().sent - anna.stream().flow().acknowledged, stream::Stream::kWindow);
    EXPECT_LT(anna.stream().flow().sent, lot.size());
    EXPECT_EQ(boris.read(lot.size()), lot);
    stuck.join();
}

// The host's loop and whoever stops it may well close it together.
TEST_F(StreamTest, MayBeClosedBySeveralAtOnce) {
    for (int round = 0; round < 20; ++round) {
        StreamEnd anna(hub_, "anna", "boris");
        {
            std::vector<std::jthread> closers;
            closers.reserve(4);
            for (int i = 0; i < 4; ++i)
                closers.emplace_back([&] { anna.stream().close(); });
        }
        EXPECT_EQ(anna.stream().ending(), stream::Ending::Closed);
    }
}

TEST_F(StreamTest, CloseReturnsAtOnceInAnyState) {
    {
        StreamEnd connecting(hub_, "anna", "boris");
        connecting.stream().close();
        EXPECT_EQ(connecting.stream().ending(), Ending::Closed);
    }
    StreamEnd waiting(hub_, "anna", "boris");
    ASSERT_TRUE(waiting.waitFor(State::Waiting));
    waiting.stream().close();
    EXPECT_EQ(waiting.stream().state(), State::Ended);
}

}  // namespace
}  // namespace sesame::test
