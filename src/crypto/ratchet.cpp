// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/ratchet.h"

#include <limits>

namespace sesame::crypto {
namespace {

/// The last number of a chain is never used, so that counting cannot wrap.
constexpr std::uint32_t kLastNumber = std::numeric_limits<std::uint32_t>::max();

}  // namespace

Result<Ratchet> Ratchet::forInitiator(Key secret, const AgreementPublic& theirs, Random& random) {
    Chains chains;
    chains.root = std::move(secret);
    chains.theirs = theirs;
    SESAME_TRY(chains.turnSending(random));
    return Ratchet(std::move(chains));
}

Ratchet Ratchet::forResponder(Key secret, AgreementPair own) {
    Chains chains;
    chains.root = std::move(secret);
    chains.own = std::move(own);
    return Ratchet(std::move(chains));
}

Ratchet::Sending Ratchet::nextSending() {
    SESAME_ASSERT(chains_.sending && chains_.sending->number < kLastNumber);
    const MessageHeader header{chains_.own.publicKey, chains_.previousCount, chains_.sending->number};
    return {header, chains_.sending->step()};
}

Result<Ratchet::Advance> Ratchet::advance(const MessageHeader& header) const {
    if (header.number == kLastNumber)
        return Error{ErrorCode::Malformed, "message number out of range"};
    Advance next{chains_.clone(), {}, {}, header.ratchetKey != chains_.theirs};
    if (next.turned) {
        if (next.chains.receiving)
            SESAME_TRY(next.chains.skipTo(header.previousCount, next.passed));
        SESAME_TRY(next.chains.turnReceiving(header.ratchetKey));
    }
    // The signed prekey that an initiator begins with never sends.
    if (!next.chains.receiving)
        return Error{ErrorCode::Refused, "no chain for this ratchet key"};
    if (header.number < next.chains.receiving->number)
        return Error{ErrorCode::Expired, "message key already used"};
    SESAME_TRY(next.chains.skipTo(header.number, next.passed));
    next.messageKey = next.chains.receiving->step();
    return next;
}

Status Ratchet::commit(Advance advance, Random& random) {
    if (advance.turned)
        SESAME_TRY(advance.chains.turnSending(random));
    chains_ = std::move(advance.chains);
    skipped_.append(std::move(advance.passed));
    return {};
}

Ratchet Ratchet::clone() const {
    return Ratchet(chains_.clone(), skipped_.clone());
}

void Ratchet::write(Writer& writer) const {
    chains_.write(writer);
    skipped_.write(writer);
}

Result<Ratchet> Ratchet::read(Reader& reader) {
    Chains chains = Chains::read(reader);
    SESAME_TRY_ASSIGN(SkippedKeys skipped, SkippedKeys::read(reader));
    // Every session that a caller gets to see can send.
    if (reader.failed() || !chains.sending || chains.sending->number == kLastNumber || !chains.theirs)
        return Error{ErrorCode::Malformed, "not a ratchet state"};
    return Ratchet(std::move(chains), std::move(skipped));
}

}  // namespace sesame::crypto
