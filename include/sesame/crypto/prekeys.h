// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/identity.h"

#include <cstdint>
#include <optional>

namespace sesame::crypto {

using AgreementPublic = FixedId<struct AgreementPublicTag, 32>;

/// An X25519 key pair that others may start a session with. Move-only.
struct PrekeyPair {
    std::uint32_t id = 0;
    AgreementPublic publicKey;
    Key privateKey;
    PrekeyPair clone() const { return {id, publicKey, privateKey.clone()}; }
};

PrekeyPair generatePrekey(std::uint32_t id, Random& random);

/// The signature that a signed prekey is published with.
Signature signPrekey(const Identity& identity, const AgreementPublic& prekey);

/// Was this signed prekey published by the owner of `identity`?
[[nodiscard]] bool verifyPrekey(const PublicIdentity& identity, const AgreementPublic& prekey,
                                const Signature& signature);

/// What a hub hands out so that somebody can write to an account that is offline.
struct PrekeyBundle {
    PublicIdentity identity;
    std::uint32_t signedPrekeyId = 0;
    AgreementPublic signedPrekey;
    Signature signedPrekeySignature{};
    struct OneTime {
        std::uint32_t id = 0;
        AgreementPublic key;
    };
    std::optional<OneTime> oneTime;
};

}  // namespace sesame::crypto
