// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "people.h"

#include <gtest/gtest.h>

namespace sesame::crypto {
namespace {

/// One side of a conversation that follows the rule of docs/crypto.md, "What the caller does".
class Side {
  public:
    Side(const Person& own, const Person& peer, Random& random) : own_(own), peer_(peer), random_(random) {}

    Bytes send() {
        if (sessions_.empty())
            sessions_.push_back(*Session::initiate(own_.identity, peer_.id(), peer_.bundle(), random_));
        return sessions_[current_].encrypt(asBytes("text"), kAssociated, random_);
    }

    bool receive(const Bytes& envelope) {
        for (std::size_t i = 0; i < sessions_.size(); ++i) {
            if (!sessions_[i].decrypt(envelope, kAssociated, random_))
                continue;
            prefer(i);
            return true;
        }
        auto accepted =
            Session::accept(own_.identity, peer_.id(), envelope, kAssociated, own_.prekeys(), random_);
        if (!accepted)
            return false;
        sessions_.push_back(std::move(accepted->session));
        prefer(sessions_.size() - 1);
        return true;
    }

    SessionId current() const { return sessions_[current_].id(); }
    std::size_t count() const { return sessions_.size(); }

  private:
    void prefer(std::size_t index) {
        if (index != current_ && sessions_[current_].yieldsTo(sessions_[index]))
            current_ = index;
    }

    const Person& own_;
    const Person& peer_;
    Random& random_;
    std::vector<Session> sessions_;
    std::size_t current_ = 0;
};

/// Sends and delivers at random, both sides beginning at once.
void talk(SeededRandom& random, Side& alice, Side& bob) {
    std::vector<Bytes> toAlice{bob.send()};
    std::vector<Bytes> toBob{alice.send()};
    const auto deliver = [&](std::vector<Bytes>& mails, Side& to) {
        if (mails.empty())
            return;
        std::swap(mails[random.below(mails.size())], mails.back());
        EXPECT_TRUE(to.receive(mails.back()));
        mails.pop_back();
    };
    for (int i = 0; i < 20; ++i) {
        if (random.below(3) == 0)
            toBob.push_back(alice.send());
        if (random.below(3) == 0)
            toAlice.push_back(bob.send());
        if (random.below(2) == 0)
            deliver(toBob, bob);
        if (random.below(2) == 0)
            deliver(toAlice, alice);
    }
    while (!toAlice.empty() || !toBob.empty()) {
        deliver(toBob, bob);
        deliver(toAlice, alice);
    }
}

TEST(CrossedStarts, LoseNothingAndEndInOneSession) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        SeededRandom random(seed);
        const Person aliceKeys(random);
        const Person bobKeys(random);
        Side alice(aliceKeys, bobKeys, random);
        Side bob(bobKeys, aliceKeys, random);
        talk(random, alice, bob);
        // Whatever the order was, one quiet exchange settles it.
        EXPECT_TRUE(bob.receive(alice.send()));
        EXPECT_TRUE(alice.receive(bob.send()));
        EXPECT_EQ(alice.current(), bob.current()) << "seed " << seed;
        EXPECT_EQ(alice.count(), 2U);
        EXPECT_EQ(bob.count(), 2U);
    }
}

}  // namespace
}  // namespace sesame::crypto
