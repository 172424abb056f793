// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "people.h"

#include <gtest/gtest.h>

namespace sesame::crypto {
namespace {

constexpr std::size_t kFollowingHeader = 66;
constexpr std::size_t kInitialHeader = 139;

/// Makes envelopes that nobody sealed out of genuine ones.
class Mutator {
  public:
    Mutator(std::vector<Bytes> genuine, std::size_t header, std::uint64_t seed)
        : genuine_(std::move(genuine)), header_(header), random_(seed) {}

    /// Differs from every genuine envelope.
    const Bytes& next() {
        do
            mutate();
        while (std::find(genuine_.begin(), genuine_.end(), current_) != genuine_.end());
        return current_;
    }

  private:
    const Bytes& any() { return genuine_[random_.below(genuine_.size())]; }

    void mutate() {
        current_ = any();
        switch (random_.below(8)) {
            case 0:
                return flip(random_.below(header_));
            case 1:
                return swap();
            case 2:
                return current_.resize(random_.below(current_.size()));
            case 3:
                return current_.resize(current_.size() + 1 + random_.below(200));
            case 4:
                return graft();
            default:
                for (unsigned i = 0, count = 1 + random_.below(3); i < count; ++i)
                    flip(header_ + random_.below(current_.size() - header_));
        }
    }
    void flip(std::size_t position) {
        current_[position] ^= std::byte{static_cast<unsigned char>(1U << random_.below(8))};
    }
    void swap() {
        std::swap(current_[random_.below(current_.size())], current_[random_.below(current_.size())]);
    }
    /// The head of one genuine envelope on the tail of another.
    void graft() {
        const auto cut = static_cast<std::ptrdiff_t>(random_.below(2) == 0 ? header_ : header_ + 24);
        const Bytes& other = any();
        std::copy(other.begin() + cut,
                  other.begin() + std::min<std::ptrdiff_t>(other.end() - other.begin(),
                                                           current_.end() - current_.begin()),
                  current_.begin() + cut);
    }

    std::vector<Bytes> genuine_;
    std::size_t header_;
    SeededRandom random_;
    Bytes current_;
};

std::vector<Bytes> sealSome(Session& session, Random& random) {
    std::vector<Bytes> out;
    for (const std::size_t length : {0U, 5U, 100U, 127U, 128U, 300U})
        out.push_back(session.encrypt(Bytes(length), kAssociated, random));
    return out;
}

// M20: the two tests together try 1,000,000.
TEST(Envelopes, M20AreNeverAcceptedMutated) {
    SeededRandom random(20);
    const Person aliceKeys(random);
    const Person bobKeys(random);
    auto [alice, bob] = Conversation::start(aliceKeys, bobKeys, random);
    auto [otherAlice, otherBob] = Conversation::start(aliceKeys, bobKeys, random);
    // Bob has turned his ratchet already: else each of a million would cost him a key agreement.
    EXPECT_TRUE(bob.decrypt(alice.encrypt({}, kAssociated, random), kAssociated, random));
    const std::vector<Bytes> genuine = sealSome(alice, random);
    const std::vector<Bytes> foreign = sealSome(otherAlice, random);
    for (const Bytes& envelope : foreign)
        EXPECT_FALSE(bob.decrypt(envelope, kAssociated, random));
    // One is enough: every foreign ratchet key costs a key agreement.
    std::vector<Bytes> material = genuine;
    material.push_back(foreign.front());
    const Bytes before = bob.serialise();
    Mutator mutator(material, kFollowingHeader, 21);
    int accepted = 0;
    for (int i = 0; i < 990'000; ++i)
        accepted += bob.decrypt(mutator.next(), kAssociated, random).has_value() ? 1 : 0;
    EXPECT_EQ(accepted, 0);
    EXPECT_EQ(bob.serialise(), before);
    for (const Bytes& envelope : genuine)
        EXPECT_TRUE(bob.decrypt(envelope, kAssociated, random));
}

TEST(Envelopes, M20NeverStartASessionMutated) {
    SeededRandom random(22);
    const Person aliceKeys(random);
    const Person bobKeys(random);
    std::vector<Bytes> genuine;
    for (int i = 0; i < 2; ++i) {
        Session alice = *Session::initiate(aliceKeys.identity, bobKeys.id(), bobKeys.bundle(i == 0), random);
        for (Bytes& envelope : sealSome(alice, random))
            genuine.push_back(std::move(envelope));
    }
    Session bob =
        Session::accept(bobKeys.identity, aliceKeys.id(), genuine[0], kAssociated, bobKeys.prekeys(), random)
            ->session.clone();
    const Bytes before = bob.serialise();
    Mutator mutator(genuine, kInitialHeader, 23);
    int accepted = 0;
    for (int i = 0; i < 5'000; ++i) {
        const Bytes& envelope = mutator.next();
        accepted += bob.decrypt(envelope, kAssociated, random).has_value() ? 1 : 0;
        accepted += Session::accept(bobKeys.identity, aliceKeys.id(), envelope, kAssociated,
                                    bobKeys.prekeys(), random)
                            .has_value()
                        ? 1
                        : 0;
    }
    EXPECT_EQ(accepted, 0);
    EXPECT_EQ(bob.serialise(), before);
}

}  // namespace
}  // namespace sesame::crypto
