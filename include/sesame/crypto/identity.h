// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/ids.h"
#include "sesame/crypto/random.h"
#include "sesame/crypto/secret.h"

#include <memory>

namespace sesame::crypto {

using Signature = ByteArray<64>;

/// Who this account is: an Ed25519 key pair (RFC 8032), made once at first start. Move-only; any thread, not
/// at once.
class Identity {
  public:
    static Identity generate(Random& random);
    static Result<Identity> fromSeed(const Secret<32>& seed);

    const PublicIdentity& publicKey() const { return publicKey_; }
    /// The 32-byte RFC 8032 seed, for the encrypted database only.
    const Secret<32>& seed() const { return seed_; }
    /// Signs `context` and `data` together; `context` keeps signatures of different purposes apart ("sesame
    /// rule v1").
    Signature sign(std::string_view context, ByteView data) const;
    /// The X25519 form of the same key, for X3DH.
    Key agreementKey() const;

  private:
    Identity(Secret<32> seed, PublicIdentity publicKey, Secret<64> signingKey);
    Secret<32> seed_;
    PublicIdentity publicKey_;
    Secret<64> signingKey_;
};

/// False also for keys of low order and for signatures that are not canonical.
[[nodiscard]] bool verify(const PublicIdentity& signer, std::string_view context, ByteView data,
                          const Signature& signature);

}  // namespace sesame::crypto
