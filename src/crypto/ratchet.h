// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/chains.h"

namespace sesame::crypto {

/// The Double Ratchet of https://signal.org/docs/specifications/doubleratchet/ (clear headers), on keys only:
/// it hands out message keys and leaves the messages to its caller.
class Ratchet {
  public:
    /// RatchetInitAlice(): `theirs` is Bob's signed prekey.
    static Result<Ratchet> forInitiator(Key secret, const AgreementPublic& theirs, Random& random);
    /// RatchetInitBob(): `own` is the signed prekey that Alice used.
    static Ratchet forResponder(Key secret, AgreementPair own);

    struct Sending {
        MessageHeader header;
        Key messageKey;
    };
    /// The key half of RatchetEncrypt().
    Sending nextSending();

    /// RatchetDecrypt(). `open` turns a message key into the plain text; only if it succeeds is anything
    /// kept.
    template <typename Open>
    Result<Bytes> receive(const MessageHeader& header, Random& random, Open open);

    Ratchet clone() const;
    void write(Writer& writer) const;
    static Result<Ratchet> read(Reader& reader);

  private:
    explicit Ratchet(Chains chains, SkippedKeys skipped = {})
        : chains_(std::move(chains)), skipped_(std::move(skipped)) {}

    /// What receiving a message would change.
    struct Advance {
        Chains chains;
        SkippedKeys passed;
        Key messageKey;
        bool turned = false;
    };
    Result<Advance> advance(const MessageHeader& header) const;
    Status commit(Advance advance, Random& random);

    Chains chains_;
    SkippedKeys skipped_;
};

template <typename Open>
Result<Bytes> Ratchet::receive(const MessageHeader& header, Random& random, Open open) {
    if (const auto position = skipped_.find(header)) {  // TrySkippedMessageKeys()
        SESAME_TRY_ASSIGN(Bytes plain, open((*position)->messageKey));
        skipped_.erase(*position);
        return plain;
    }
    SESAME_TRY_ASSIGN(Advance next, advance(header));
    SESAME_TRY_ASSIGN(Bytes plain, open(next.messageKey));
    SESAME_TRY(commit(std::move(next), random));
    return plain;
}

}  // namespace sesame::crypto
