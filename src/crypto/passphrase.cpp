// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/passphrase.h"

#include "crypto/checked.h"

namespace sesame::crypto {

Result<Key> deriveKey(std::string_view passphrase, const Salt& salt) {
    static_assert(sizeof(Salt) == crypto_pwhash_argon2id_SALTBYTES);
    if (passphrase.empty())
        return Error{ErrorCode::Refused, "empty passphrase"};
    Key key;
    // Memory is the only thing it can fail for.
    if (!succeeded(crypto_pwhash_argon2id(out(key.mutableView()), key.view().size(), passphrase.data(),
                                          passphrase.size(), in(salt), kPassphrasePasses,
                                          kPassphraseMemoryBytes, crypto_pwhash_argon2id_ALG_ARGON2ID13)))
        return Error{ErrorCode::Unavailable, "not enough memory for Argon2id"};
    return key;
}

}  // namespace sesame::crypto
