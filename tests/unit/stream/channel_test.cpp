// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream/channel.h"

#include <gtest/gtest.h>

#include <random>

namespace sesame::stream {
namespace {

crypto::Key keyOf(std::uint8_t fill) {
    ByteArray<32> bytes{};
    bytes.fill(std::byte{fill});
    return crypto::Key(bytes);
}

/// Two ends that have greeted each other.
struct Pair {
    explicit Pair(std::uint8_t secret = 1, std::uint8_t otherSecret = 1)
        : offers(Terms::Role::Offers, keyOf(secret), random),
          answers(Terms::Role::Answers, keyOf(otherSecret), random) {
        const auto offered = offers.takeHello(answers.hello());
        const auto answered = answers.takeHello(offers.hello());
        EXPECT_TRUE(offered && answered);
        EXPECT_TRUE(offers.takeHeader(*answered));
        EXPECT_TRUE(answers.takeHeader(*offered));
    }
    crypto::SystemRandom random;
    Channel offers;
    Channel answers;
};

Bytes dataFrame(std::string_view text) {
    Bytes frame{Channel::kData};
    frame.reserve(1 + text.size());
    for (const char c : text)
        frame.push_back(static_cast<std::byte>(c));
    return frame;
}

TEST(Channel, CarriesDataCreditAndTheEnd) {
    Pair pair;
    const auto data = pair.answers.open(pair.offers.sealData(dataFrame("你好")));
    ASSERT_TRUE(data);
    EXPECT_EQ(toString(data->data), "你好");
    const auto credit = pair.offers.open(pair.answers.sealCredit({70'000, 1234}));
    ASSERT_TRUE(credit && credit->credit);
    EXPECT_EQ(credit->credit->bytes, 70'000U);
    EXPECT_EQ(credit->credit->heldUs, 1234U);
    const auto end = pair.answers.open(pair.offers.sealFinal());
    ASSERT_TRUE(end);
    EXPECT_TRUE(end->final);
    EXPECT_TRUE(end->data.empty());
}

TEST(Channel, HasNewKeysOnEveryConnection) {
    Pair one;
    Pair two;
    const Bytes sealed = one.offers.sealData(dataFrame("again"));
    EXPECT_FALSE(two.answers.open(sealed));
    EXPECT_TRUE(one.answers.open(sealed));
}

// S36
TEST(Channel, OpensNothingWithAnotherSecret) {
    Pair pair(1, 2);
    EXPECT_FALSE(pair.answers.open(pair.offers.sealData(dataFrame("secret"))));
}

TEST(Channel, TakesNothingOfItsOwnBack) {
    Pair pair;
    EXPECT_FALSE(pair.offers.open(pair.offers.sealData(dataFrame("mirror"))));
}

// M22: of a hundred messages, altered at 1,000 places in one of five ways, none is used that was not sent so.
TEST(Channel, NoticesWhateverARelayDoes) {
    std::mt19937 random(5);
    for (int round = 0; round < 1000; ++round) {
        Pair pair;
        Pair other;
        std::vector<Bytes> sealed;
        for (int i = 0; i < 10; ++i)
            sealed.push_back(pair.offers.sealData(dataFrame("message " + std::to_string(i))));
        const std::size_t at = random() % 9;
        Bytes& victim = sealed[at];
        switch (round % 5) {
            case 0:
                victim[random() % victim.size()] ^= static_cast<std::byte>(1U << (random() % 8));
                break;
            case 1:
                victim.resize(random() % victim.size());
                break;
            case 2:
                std::swap(victim, sealed[at + 1]);
                break;
            case 3:
                sealed.insert(sealed.begin() + static_cast<std::ptrdiff_t>(at) + 1, victim);
                break;
            default:
                victim = other.offers.sealData(dataFrame("message " + std::to_string(at)));
        }
        // A message that comes twice is good the first time.
        const std::size_t good = round % 5 == 3 ? at + 1 : at;
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            const auto opened = pair.answers.open(sealed[i]);
            ASSERT_EQ(opened.has_value(), i < good) << "round " << round << ", message " << i;
            if (opened) {
                ASSERT_EQ(toString(opened->data), "message " + std::to_string(i));
            }
        }
    }
}

TEST(Channel, RefusesAGreetingThatIsNone) {
    crypto::SystemRandom random;
    Channel channel(Terms::Role::Offers, keyOf(1), random);
    const Bytes hello = Channel(Terms::Role::Answers, keyOf(1), random).hello();
    for (std::size_t size = 0; size < hello.size(); ++size)
        EXPECT_FALSE(channel.takeHello(ByteView(hello).first(size)));
    Bytes newer = hello;
    newer[0] = std::byte{2};
    EXPECT_FALSE(channel.takeHello(newer));
    EXPECT_FALSE(channel.takeHeader(Bytes(24)));
    EXPECT_TRUE(channel.takeHello(hello));
    EXPECT_FALSE(channel.takeHello(hello));
    EXPECT_FALSE(channel.takeHeader(Bytes(23)));
}

TEST(Frame, IsMalformedWhenItIsOfNoKnownKind) {
    EXPECT_FALSE(readFrame({}, false));
    EXPECT_FALSE(readFrame(Bytes(1, std::byte{2}), false));
    EXPECT_FALSE(readFrame(Bytes(8, std::byte{1}), false));
    EXPECT_FALSE(readFrame(Bytes(9, std::byte{1}), true));
    EXPECT_TRUE(readFrame(Bytes(9, std::byte{1}), false));
    EXPECT_TRUE(readFrame(Bytes(1, Channel::kData), true));
}

}  // namespace
}  // namespace sesame::stream
