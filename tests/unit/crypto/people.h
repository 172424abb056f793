// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seeded_random.h"

#include "sesame/crypto/session.h"

/// Two people who can start sessions with each other.
namespace sesame::crypto {

struct Person {
    Identity identity;
    PrekeyPair signedPrekey;
    PrekeyPair oneTime;

    explicit Person(Random& random)
        : identity(Identity::generate(random)),
          signedPrekey(generatePrekey(7, random)),
          oneTime(generatePrekey(100, random)) {}

    const PublicIdentity& id() const { return identity.publicKey(); }

    PrekeyBundle bundle(bool withOneTime = true) const {
        PrekeyBundle out{id(), signedPrekey.id, signedPrekey.publicKey,
                         signPrekey(identity, signedPrekey.publicKey), std::nullopt};
        if (withOneTime)
            out.oneTime = PrekeyBundle::OneTime{oneTime.id, oneTime.publicKey};
        return out;
    }

    Session::PrekeySource prekeys() const {
        const auto from = [](const PrekeyPair& pair) {
            return [&pair](std::uint32_t id) {
                return id == pair.id ? std::optional(pair.clone()) : std::nullopt;
            };
        };
        return {from(signedPrekey), from(oneTime)};
    }
};

inline const ByteView kAssociated = asBytes("alice@hub to bob@hub");

/// Alice has written to Bob, and Bob has answered.
struct Conversation {
    Session alice;
    Session bob;

    static Conversation start(const Person& alice, const Person& bob, Random& random) {
        Session a = *Session::initiate(alice.identity, bob.id(), bob.bundle(), random);
        const Bytes hello = a.encrypt(asBytes("hello"), kAssociated, random);
        auto accepted = *Session::accept(bob.identity, alice.id(), hello, kAssociated, bob.prekeys(), random);
        const Bytes answer = accepted.session.encrypt(asBytes("hello yourself"), kAssociated, random);
        SESAME_ASSERT(a.decrypt(answer, kAssociated, random).has_value());
        return {std::move(a), std::move(accepted.session)};
    }
};

}  // namespace sesame::crypto
