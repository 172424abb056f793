// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/chains.h"

#include "sesame/crypto/kdf.h"

namespace sesame::crypto {
namespace {

constexpr std::string_view kInfo = "sesame ratchet v1";

/// KDF_RK(): HKDF with the root key as salt; the first half becomes the root, the second a new chain.
Result<Chain> turnRoot(Key& root, const Key& own, const AgreementPublic& theirs) {
    SESAME_TRY_ASSIGN(const Key shared, agree(own, theirs));
    Secret<64> derived;
    hkdfSha256(root.view(), shared.view(), kInfo, derived.mutableView());
    Chain chain;
    std::copy_n(derived.view().begin(), 32, root.mutableView().begin());
    std::copy_n(derived.view().begin() + 32, 32, chain.key.mutableView().begin());
    return chain;
}

template <typename T, typename Write>
void writeOptional(Writer& writer, const std::optional<T>& value, Write write) {
    writer.u8(value ? 1 : 0);
    if (value)
        write(*value);
}

}  // namespace

Key Chain::step() {
    Key messageKey = hmacSha256(key.view(), ByteArray<1>{std::byte{1}});
    key = hmacSha256(key.view(), ByteArray<1>{std::byte{2}});
    ++number;
    return messageKey;
}

void Chain::write(Writer& writer) const {
    writer.raw(key.view()).u32(number);
}

Chain Chain::read(Reader& reader) {
    Chain chain;
    chain.key = reader.key();
    chain.number = reader.u32();
    return chain;
}

Status Chains::turnReceiving(const AgreementPublic& ratchetKey) {
    SESAME_TRY_ASSIGN(receiving, turnRoot(root, own.privateKey, ratchetKey));
    theirs = ratchetKey;
    return {};
}

Status Chains::turnSending(Random& random) {
    previousCount = sending ? sending->number : 0;
    own = generateAgreementPair(random);
    SESAME_TRY_ASSIGN(sending, turnRoot(root, own.privateKey, theirs.value()));
    return {};
}

Status Chains::skipTo(std::uint32_t until, SkippedKeys& passed) {
    if (until > receiving->number && until - receiving->number > SkippedKeys::kMaxPerMessage - passed.size())
        return Error{ErrorCode::Refused, "skips too many messages"};
    while (receiving->number < until) {
        const std::uint32_t number = receiving->number;
        passed.add({theirs.value(), number, receiving->step()});
    }
    return {};
}

Chains Chains::clone() const {
    Chains copy{root.clone(), own.clone(), theirs, std::nullopt, std::nullopt, previousCount};
    if (sending)
        copy.sending = sending->clone();
    if (receiving)
        copy.receiving = receiving->clone();
    return copy;
}

void Chains::write(Writer& writer) const {
    writer.raw(root.view()).raw(own.privateKey.view()).raw(own.publicKey.view()).u32(previousCount);
    writeOptional(writer, theirs, [&](const AgreementPublic& key) { writer.raw(key.view()); });
    writeOptional(writer, sending, [&](const Chain& chain) { chain.write(writer); });
    writeOptional(writer, receiving, [&](const Chain& chain) { chain.write(writer); });
}

Chains Chains::read(Reader& reader) {
    Chains chains;
    chains.root = reader.key();
    chains.own.privateKey = reader.key();
    chains.own.publicKey = AgreementPublic{reader.array<32>()};
    chains.previousCount = reader.u32();
    if (reader.flag())
        chains.theirs = AgreementPublic{reader.array<32>()};
    if (reader.flag())
        chains.sending = Chain::read(reader);
    if (reader.flag())
        chains.receiving = Chain::read(reader);
    return chains;
}

}  // namespace sesame::crypto
