// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/envelope.h"

#include "crypto/padding.h"

#include "sesame/crypto/aead.h"

namespace sesame::crypto {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kInitialKind = 1;
constexpr std::uint8_t kFollowingKind = 2;

}  // namespace

void InitialHeader::write(Writer& writer) const {
    writer.raw(identity.view()).raw(ephemeral.view()).u32(signedPrekeyId);
    writer.u8(oneTimePrekeyId ? 1 : 0).u32(oneTimePrekeyId.value_or(0));
}

InitialHeader InitialHeader::read(Reader& reader) {
    InitialHeader header;
    header.identity = PublicIdentity{reader.array<32>()};
    header.ephemeral = AgreementPublic{reader.array<32>()};
    header.signedPrekeyId = reader.u32();
    const bool hasOneTime = reader.flag();
    const std::uint32_t oneTimeId = reader.u32();
    if (hasOneTime)
        header.oneTimePrekeyId = oneTimeId;
    else if (oneTimeId != 0)
        reader.fail();
    return header;
}

Bytes writeHeader(const std::optional<InitialHeader>& initial, const MessageHeader& header) {
    Writer writer;
    writer.u8(kVersion).u8(initial ? kInitialKind : kFollowingKind);
    if (initial)
        initial->write(writer);
    writer.raw(header.ratchetKey.view()).u32(header.previousCount).u32(header.number);
    return writer.take();
}

Result<Envelope> readEnvelope(ByteView bytes) {
    Reader reader(bytes);
    const std::uint8_t version = reader.u8();
    const std::uint8_t kind = reader.u8();
    if (version != kVersion || (kind != kInitialKind && kind != kFollowingKind))
        return Error{ErrorCode::Malformed, "unknown envelope"};
    Envelope envelope;
    if (kind == kInitialKind)
        envelope.initial = InitialHeader::read(reader);
    envelope.header.ratchetKey = AgreementPublic{reader.array<32>()};
    envelope.header.previousCount = reader.u32();
    envelope.header.number = reader.u32();
    envelope.sealed = reader.rest();
    envelope.authenticated = bytes.first(bytes.size() - envelope.sealed.size());
    if (reader.failed() || envelope.sealed.size() < kSealOverhead ||
        !isPaddedSize(envelope.sealed.size() - kSealOverhead))
        return Error{ErrorCode::Malformed, "wrong envelope length"};
    return envelope;
}

}  // namespace sesame::crypto
