// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/safety_number.h"

#include "crypto/checked.h"
#include "crypto/safety_words.h"

#include <algorithm>

namespace sesame::crypto {
namespace {

using Digest = ByteArray<64>;

constexpr std::string_view kLabel = "sesame safety v1";
constexpr std::string_view kWordsLabel = "sesame safety words v1";
/// Somebody in the middle must find two keys whose numbers agree; this makes each try dearer.
constexpr int kRounds = 1024;
constexpr int kGroups = 12;
constexpr int kWords = 12;

Digest digestOf(std::string_view label, ByteView first, ByteView second) {
    crypto_generichash_state state;
    Digest digest;
    must(crypto_generichash_init(&state, nullptr, 0, digest.size()));
    must(crypto_generichash_update(&state, in(asBytes(label)), label.size()));
    must(crypto_generichash_update(&state, in(first), first.size()));
    must(crypto_generichash_update(&state, in(second), second.size()));
    must(crypto_generichash_final(&state, out(digest), digest.size()));
    return digest;
}

std::string digitsOf(const Digest& digest) {
    std::string text;
    for (std::size_t group = 0; group < kGroups; ++group) {
        std::uint64_t value = 0;
        for (std::byte b : std::span(digest).subspan(group * 5, 5))
            value = value << 8 | std::to_integer<std::uint64_t>(b);
        const std::string number = std::to_string(value % 100'000);
        text += (group == 0 ? "" : " ") + std::string(5 - number.size(), '0') + number;
    }
    return text;
}

/// Eleven bits a word, from the front.
std::vector<std::string> wordsOf(const Digest& digest) {
    std::vector<std::string> words;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (std::size_t next = 0; words.size() < kWords; ++next) {
        buffer = buffer << 8 | std::to_integer<std::uint32_t>(digest[next]);
        bits += 8;
        if (bits >= 11) {
            bits -= 11;
            words.emplace_back(kSafetyWords[buffer >> bits & 2047]);
        }
    }
    return words;
}

}  // namespace

SafetyNumber safetyNumber(const PublicIdentity& a, const PublicIdentity& b) {
    const auto [first, second] = std::minmax(a, b);
    Digest digest = digestOf(kLabel, first.view(), second.view());
    for (int round = 0; round < kRounds; ++round)
        digest = digestOf({}, digest, {});
    return {digitsOf(digest), wordsOf(digestOf(kWordsLabel, digest, {}))};
}

}  // namespace sesame::crypto
