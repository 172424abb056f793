// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <string>
#include <string_view>
#include <vector>

/// JSON in which everything knows its line, so that a person can be told where something is wrong. Pure.
namespace sesame::client {

struct LinedMember;

struct LinedValue {
    enum class Kind : std::uint8_t { Null, Truth, Number, Text, List, Object };
    Kind kind = Kind::Null;
    int line = 0;
    bool truth = false;
    std::int64_t number = 0;
    std::string text;
    std::vector<LinedValue> items;
    std::vector<LinedMember> members;

    const LinedValue* member(std::string_view name) const;
};

struct LinedMember {
    std::string name;
    int line = 0;
    LinedValue value;
};

enum class JsonFault : std::uint8_t { NotText, NotJson, Twice };

/// Where the text stops being what it should be.
struct JsonTrouble {
    JsonFault fault = JsonFault::NotJson;
    int line = 1;
    std::string name;  ///< Twice: of the member
};

/// Strict: UTF-8, no name twice in one object, whole numbers only, nothing nested deeper than kDeepestJson,
/// nothing after the value. Malformed otherwise.
inline constexpr int kDeepestJson = 8;
Result<LinedValue> readLinedJson(std::string_view text, JsonTrouble& trouble);

}  // namespace sesame::client
