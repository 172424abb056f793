// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sesame::trigger {

/// Longer texts are no phrase and match none; keeps every step bounded.
inline constexpr std::size_t kMaxTextBytes = 16UL * 1024;

/// Takes the next code point off the front of `rest`; nullopt where it is not well-formed UTF-8.
std::optional<char32_t> takeCodePoint(std::string_view& rest);

/// The code points; nullopt for what is not well-formed UTF-8 or too long.
std::optional<std::u32string> decodeUtf8(std::string_view text);

void appendUtf8(std::string& out, char32_t point);
std::string encodeUtf8(std::u32string_view text);

}  // namespace sesame::trigger
