// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/codec.h"

#include "sesame/crypto/prekeys.h"

/// The bytes of one sealed message (docs/crypto.md has the offsets).
namespace sesame::crypto {

/// What the X3DH specification calls the initial message's keys.
struct InitialHeader {
    PublicIdentity identity;    ///< IK_A
    AgreementPublic ephemeral;  ///< EK_A
    std::uint32_t signedPrekeyId = 0;
    std::optional<std::uint32_t> oneTimePrekeyId;

    bool operator==(const InitialHeader&) const = default;
    void write(Writer& writer) const;
    static InitialHeader read(Reader& reader);
};

/// HEADER(dh, pn, n) of the Double Ratchet specification.
struct MessageHeader {
    AgreementPublic ratchetKey;
    std::uint32_t previousCount = 0;
    std::uint32_t number = 0;
};

/// An envelope taken apart; the views point into the bytes it was read from.
struct Envelope {
    std::optional<InitialHeader> initial;
    MessageHeader header;
    ByteView authenticated;  ///< everything before `sealed`
    ByteView sealed;         ///< nonce, ciphertext, tag
};

/// Everything before the sealed part.
Bytes writeHeader(const std::optional<InitialHeader>& initial, const MessageHeader& header);

/// Malformed for another version, another kind, or a length that no sender makes.
Result<Envelope> readEnvelope(ByteView bytes);

}  // namespace sesame::crypto
