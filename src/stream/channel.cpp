// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream/channel.h"

#include "sesame/crypto/kdf.h"

#include <algorithm>

namespace sesame::stream {
namespace {

constexpr std::byte kVersion{1};
constexpr std::byte kCredit{1};
constexpr std::size_t kNonceBytes = 32;
constexpr std::size_t kCreditFrameBytes = 9;
constexpr std::string_view kInfo = "sesame stream v1";

void put(Bytes& out, std::size_t at, std::uint32_t number) {
    for (std::size_t i = 0; i < 4; ++i)
        out[at + i] = static_cast<std::byte>(number >> (8 * i));
}

std::uint32_t numberAt(ByteView bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number |= std::to_integer<std::uint32_t>(bytes[at + i]) << (8 * i);
    return number;
}

}  // namespace

Result<Opened> readFrame(Bytes opened, bool final) {
    if (opened.empty())
        return Error{ErrorCode::Malformed, "empty frame"};
    if (opened.front() == Channel::kData) {
        opened.erase(opened.begin());
        return Opened{std::move(opened), std::nullopt, final};
    }
    if (opened.front() != kCredit || opened.size() != kCreditFrameBytes || final)
        return Error{ErrorCode::Malformed, "unknown frame"};
    return Opened{{}, Credit{numberAt(opened, 1), numberAt(opened, 5)}, false};
}

Channel::Channel(Terms::Role role, crypto::Key secret, crypto::Random& random)
    : secret_(std::move(secret)), role_(role), nonce_(random.bytes<kNonceBytes>()) {
}

Bytes Channel::hello() const {
    Bytes out(1 + kNonceBytes, kVersion);
    std::copy(nonce_.begin(), nonce_.end(), out.begin() + 1);
    return out;
}

Result<Bytes> Channel::takeHello(ByteView message) {
    if (sealer_ || message.size() != 1 + kNonceBytes || message.front() != kVersion)
        return Error{ErrorCode::Malformed, "not a hello"};
    const ByteView theirs = message.subspan(1);
    const bool offers = role_ == Terms::Role::Offers;
    ByteArray<2 * kNonceBytes> salt{};
    std::copy(nonce_.begin(), nonce_.end(), salt.begin() + (offers ? 0 : kNonceBytes));
    std::copy(theirs.begin(), theirs.end(), salt.begin() + (offers ? kNonceBytes : 0));
    crypto::Secret<64> keys;
    crypto::hkdfSha256(salt, secret_.view(), kInfo, keys.mutableView());
    // First half: what the side that offers sends.
    crypto::Key offered(*toArray<32>(keys.view().first(32)));
    crypto::Key answered(*toArray<32>(keys.view().subspan(32)));
    sealer_.emplace(offers ? offered : answered);
    receiving_ = std::move(offers ? answered : offered);
    return toBytes(sealer_->header());
}

Status Channel::takeHeader(ByteView message) {
    const auto header = toArray<24>(message);
    if (!receiving_ || opener_ || !header)
        return Error{ErrorCode::Malformed, "not a header"};
    SESAME_TRY_ASSIGN(auto opener, crypto::StreamOpener::create(*receiving_, *header));
    opener_.emplace(std::move(opener));
    receiving_.reset();
    return {};
}

Bytes Channel::sealCredit(const Credit& credit) {
    Bytes frame(kCreditFrameBytes, kCredit);
    put(frame, 1, credit.bytes);
    put(frame, 5, credit.heldUs);
    return sealer_->seal(frame);
}

Bytes Channel::sealFinal() {
    return sealer_->sealFinal(Bytes(1, kData));
}

Result<Opened> Channel::open(ByteView message) {
    if (!opener_)
        return Error{ErrorCode::Malformed, "not open"};
    SESAME_TRY_ASSIGN(auto chunk, opener_->open(message));
    return readFrame(std::move(chunk.data), chunk.final);
}

}  // namespace sesame::stream
