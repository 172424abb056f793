// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sesame {

using Bytes = std::vector<std::byte>;
using ByteView = std::span<const std::byte>;
template <std::size_t N>
using ByteArray = std::array<std::byte, N>;

inline ByteView asBytes(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}
inline std::string_view asText(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline Bytes toBytes(ByteView view) {
    return {view.begin(), view.end()};
}
inline std::string toString(ByteView view) {
    return std::string(asText(view));
}

/// Exactly N bytes, or Malformed.
template <std::size_t N>
Result<ByteArray<N>> toArray(ByteView view) {
    if (view.size() != N)
        return Error{ErrorCode::Malformed, "wrong length"};
    ByteArray<N> out;
    std::copy(view.begin(), view.end(), out.begin());
    return out;
}

/// Lower-case hexadecimal.
std::string toHex(ByteView bytes);
Result<Bytes> fromHex(std::string_view text);

/// RFC 4648 section 5 (URL-safe), without padding.
std::string toBase64Url(ByteView bytes);
Result<Bytes> fromBase64Url(std::string_view text);

}  // namespace sesame
