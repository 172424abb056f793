// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "people.h"

#include <gtest/gtest.h>

#include <set>

namespace sesame::crypto {
namespace {

/// An envelope on its way, and what is true about it.
struct Mail {
    std::size_t to = 0;
    Bytes envelope;
    std::string text;
};

/// One end: what is in memory and what is on disk.
struct End {
    std::optional<Session> live;
    Bytes disk;

    void save() { disk = live ? live->serialise() : Bytes{}; }
    void crash() { live = disk.empty() ? std::nullopt : std::optional(*Session::restore(disk)); }
};

/// Two ends and a network that loses, repeats and reorders; every step is checked against plain book-keeping.
class Model {
  public:
    explicit Model(std::uint64_t seed) : random_(seed), people_{Person(random_), Person(random_)} {
        ends_[0].live = *Session::initiate(people_[0].identity, people_[1].id(),
                                           people_[1].bundle(random_.below(2) == 0), random_);
        ends_[0].save();
    }

    void step() {
        switch (random_.below(16)) {
            case 0:
                return drop();
            case 1:
                return duplicate();
            case 2:
                return ends_[random_.below(2)].crash();
            case 3:
                return replay();
            case 4:
                return corrupt();
            case 5:
                return send(true);
            case 6:
                return deliver(true);
            default:
                return random_.below(2) == 0 && mails_.size() < 40 ? send(false) : deliver(false);
        }
    }

    std::size_t opened() const { return opened_; }

  private:
    /// A lost write means that the process died after sealing, before the new state was on disk; the envelope
    /// then never left.
    void send(bool loseWrite) {
        const std::size_t from = random_.below(2);
        End& end = ends_[from];
        if (!end.live)
            return;
        const std::string text = toHex(random_.bytes<4>()) + std::string(random_.below(300), 'x');
        Bytes envelope = end.live->encrypt(asBytes(text), kAssociated, random_);
        if (loseWrite)
            return end.crash();
        end.save();
        expectFreshKey(envelope);
        mails_.push_back({1 - from, std::move(envelope), text});
    }

    /// After a lost write the hub was not told that the mail arrived, so it brings it again.
    void deliver(bool loseWrite) {
        if (mails_.empty())
            return;
        const std::size_t index = random_.below(mails_.size());
        const Mail& mail = mails_[index];
        End& end = ends_[mail.to];
        const Result<Bytes> plain = open(mail.to, mail.envelope);
        ASSERT_TRUE(plain) << plain.error().detail;
        ASSERT_EQ(asText(*plain), mail.text);
        if (loseWrite)
            return end.crash();
        end.save();
        ++opened_;
        delivered_.push_back(mail);
        take(index);
        // A duplicate of it that is still on its way is a replay from now on.
        std::erase_if(mails_,
                      [&](const Mail& other) { return other.envelope == delivered_.back().envelope; });
    }

    void drop() {
        if (!mails_.empty())
            take(random_.below(mails_.size()));
    }
    void duplicate() {
        if (!mails_.empty())
            mails_.push_back(Mail(mails_[random_.below(mails_.size())]));
    }
    void replay() {
        if (!delivered_.empty()) {
            const Mail& mail = delivered_[random_.below(delivered_.size())];
            expectRefused(mail.to, mail.envelope);
        }
    }
    void corrupt() {
        if (mails_.empty())
            return;
        const Mail& mail = mails_[random_.below(mails_.size())];
        Bytes envelope = mail.envelope;
        envelope[random_.below(envelope.size())] ^=
            std::byte{static_cast<unsigned char>(1U << random_.below(8))};
        expectRefused(mail.to, envelope);
    }

    Result<Bytes> open(std::size_t at, const Bytes& envelope) {
        End& end = ends_[at];
        if (end.live)
            return end.live->decrypt(envelope, kAssociated, random_);
        SESAME_TRY_ASSIGN(auto accepted, Session::accept(people_[at].identity, people_[1 - at].id(), envelope,
                                                         kAssociated, people_[at].prekeys(), random_));
        end.live = std::move(accepted.session);
        return std::move(accepted.plain);
    }
    void expectRefused(std::size_t at, const Bytes& envelope) {
        const Bytes before = ends_[at].live ? ends_[at].live->serialise() : Bytes{};
        ASSERT_FALSE(open(at, envelope));
        ASSERT_EQ(ends_[at].live ? ends_[at].live->serialise() : Bytes{}, before);
    }
    /// Ratchet key and number name the message key; the nonce follows them.
    void expectFreshKey(const Bytes& envelope) {
        const std::size_t header = Session::isInitial(envelope) ? 75 : 2;
        const auto field = [&](std::size_t offset, std::size_t size) {
            return toBytes(ByteView(envelope).subspan(header + offset, size));
        };
        ASSERT_TRUE(keys_.emplace(field(0, 32), field(36, 4)).second);
        ASSERT_TRUE(nonces_.insert(field(40, 24)).second);
    }
    void take(std::size_t index) {
        std::swap(mails_[index], mails_.back());
        mails_.pop_back();
    }

    SeededRandom random_;
    std::array<Person, 2> people_;
    std::array<End, 2> ends_;
    std::vector<Mail> mails_;
    std::vector<Mail> delivered_;
    std::set<std::pair<Bytes, Bytes>> keys_;
    std::set<Bytes> nonces_;
    std::size_t opened_ = 0;
};

TEST(Ratchet, M19KeepsTextsKeysAndStatesRightOverAHundredThousandSteps) {
    std::size_t opened = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Model model(seed);
        for (int i = 0; i < 600 && !testing::Test::HasFatalFailure(); ++i)
            model.step();
        ASSERT_FALSE(testing::Test::HasFatalFailure()) << "seed " << seed;
        opened += model.opened();
    }
    EXPECT_GT(opened, 20'000U);
}

}  // namespace
}  // namespace sesame::crypto
