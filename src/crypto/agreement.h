// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/prekeys.h"

/// X25519 (RFC 7748) as the two protocols use it.
namespace sesame::crypto {

struct AgreementPair {
    Key privateKey;
    AgreementPublic publicKey;
    AgreementPair clone() const { return {privateKey.clone(), publicKey}; }
};

/// GENERATE_DH() of the Double Ratchet specification.
AgreementPair generateAgreementPair(Random& random);

/// DH() of both specifications. Refused for points of low order, that is, for an all-zero result.
Result<Key> agree(const Key& own, const AgreementPublic& theirs);

/// A canonical point of the main subgroup of Ed25519.
[[nodiscard]] bool isSoundIdentity(const PublicIdentity& identity);

/// The X25519 form of somebody's identity. Refused unless it is sound.
Result<AgreementPublic> agreementForm(const PublicIdentity& identity);

}  // namespace sesame::crypto
