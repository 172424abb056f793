// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/prekeys.h"

#include "crypto/agreement.h"

namespace sesame::crypto {
namespace {

constexpr std::string_view kPrekeyContext = "sesame prekey v1";

}  // namespace

PrekeyPair generatePrekey(std::uint32_t id, Random& random) {
    AgreementPair pair = generateAgreementPair(random);
    return {id, pair.publicKey, std::move(pair.privateKey)};
}

Signature signPrekey(const Identity& identity, const AgreementPublic& prekey) {
    return identity.sign(kPrekeyContext, prekey.view());
}

bool verifyPrekey(const PublicIdentity& identity, const AgreementPublic& prekey, const Signature& signature) {
    return verify(identity, kPrekeyContext, prekey.view(), signature);
}

}  // namespace sesame::crypto
