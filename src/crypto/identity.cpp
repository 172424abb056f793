// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/identity.h"

#include "crypto/agreement.h"
#include "crypto/checked.h"

namespace sesame::crypto {
namespace {

/// The length in front keeps one context from running into another's data.
Bytes signedBytes(std::string_view context, ByteView data) {
    SESAME_ASSERT(!context.empty() && context.size() <= 255);
    Bytes out;
    out.reserve(1 + context.size() + data.size());
    out.push_back(static_cast<std::byte>(context.size()));
    const ByteView head = asBytes(context);
    out.insert(out.end(), head.begin(), head.end());
    out.insert(out.end(), data.begin(), data.end());
    return out;
}

}  // namespace

Identity::Identity(Secret<32> seed, PublicIdentity publicKey, Secret<64> signingKey)
    : seed_(std::move(seed)), publicKey_(publicKey), signingKey_(std::move(signingKey)) {
}

Identity Identity::generate(Random& random) {
    Secret<32> seed;
    random.fill(seed.mutableView());
    return *fromSeed(seed);
}

Result<Identity> Identity::fromSeed(const Secret<32>& seed) {
    PublicIdentity publicKey;
    Secret<64> signingKey;
    must(crypto_sign_seed_keypair(out(publicKey.value), out(signingKey.mutableView()), in(seed.view())));
    return Identity(seed.clone(), publicKey, std::move(signingKey));
}

Signature Identity::sign(std::string_view context, ByteView data) const {
    const Bytes message = signedBytes(context, data);
    Signature signature;
    must(crypto_sign_detached(out(signature), nullptr, in(message), message.size(), in(signingKey_.view())));
    return signature;
}

Key Identity::agreementKey() const {
    Key key;
    must(crypto_sign_ed25519_sk_to_curve25519(out(key.mutableView()), in(signingKey_.view())));
    return key;
}

bool verify(const PublicIdentity& signer, std::string_view context, ByteView data,
            const Signature& signature) {
    if (!isSoundIdentity(signer))
        return false;
    const Bytes message = signedBytes(context, data);
    return succeeded(
        crypto_sign_verify_detached(in(signature), in(message), message.size(), in(signer.value)));
}

}  // namespace sesame::crypto
