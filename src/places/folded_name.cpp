// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/places/folded_name.h"

#include "sesame/base/assert.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

namespace sesame::places {
namespace {

/// Folders of 100,000 names are read while somebody waits, and most names are ASCII.
std::optional<std::string> foldedAscii(std::string_view name) {
    std::string out;
    out.reserve(name.size());
    for (const char c : name) {
        if (static_cast<unsigned char>(c) >= 0x80)
            return std::nullopt;
        if (c != ' ' && (c < '\t' || c > '\r'))
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

icu::UnicodeString composed(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfkc = icu::Normalizer2::getNFKCInstance(status);
    icu::UnicodeString out = U_SUCCESS(status) ? nfkc->normalize(text, status) : text;
    SESAME_ASSERT(U_SUCCESS(status));
    return out;
}

}  // namespace

std::string foldedName(std::string_view name) {
    if (auto ascii = foldedAscii(name))
        return *std::move(ascii);
    const icu::StringPiece bytes(name.data(), static_cast<std::int32_t>(name.size()));
    const icu::UnicodeString folded = composed(icu::UnicodeString::fromUTF8(bytes)).foldCase();
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1))
        if (const UChar32 c = folded.char32At(i); !u_isUWhiteSpace(c))
            kept += c;
    std::string out;
    composed(kept).toUTF8String(out);
    return out;
}

}  // namespace sesame::places
