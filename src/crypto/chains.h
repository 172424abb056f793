// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/agreement.h"
#include "crypto/skipped_keys.h"

namespace sesame::crypto {

/// A symmetric-key ratchet: CKs with Ns, or CKr with Nr.
struct Chain {
    Key key;
    std::uint32_t number = 0;

    /// KDF_CK(): the next message key; the chain moves on.
    Key step();
    Chain clone() const { return {key.clone(), number}; }
    void write(Writer& writer) const;
    static Chain read(Reader& reader);
};

/// The moving parts of the Double Ratchet without its skipped keys; small, so that a decryption can work on a
/// copy.
struct Chains {
    Key root;                               ///< RK
    AgreementPair own;                      ///< DHs
    std::optional<AgreementPublic> theirs;  ///< DHr
    std::optional<Chain> sending;           ///< CKs, Ns
    std::optional<Chain> receiving;         ///< CKr, Nr
    std::uint32_t previousCount = 0;        ///< PN

    /// The two halves of DHRatchet(): the sending half needs randomness and can wait until the message that
    /// caused the step has proved genuine.
    Status turnReceiving(const AgreementPublic& ratchetKey);
    Status turnSending(Random& random);

    /// SkipMessageKeys(): moves the receiving chain to `until` and collects the keys passed over.
    Status skipTo(std::uint32_t until, SkippedKeys& passed);

    Chains clone() const;
    void write(Writer& writer) const;
    static Chains read(Reader& reader);
};

}  // namespace sesame::crypto
