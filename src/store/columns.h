// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/store/database.h"

#include <algorithm>
#include <vector>

namespace sesame::store {

/// A column of fixed size; the tables check the length.
template <std::size_t N>
ByteArray<N> arrayAt(const Statement& row, int column) {
    ByteArray<N> out{};
    const Bytes bytes = row.blob(column);
    std::copy_n(bytes.begin(), std::min(bytes.size(), N), out.begin());
    return out;
}

template <typename Id>
Id idAt(const Statement& row, int column) {
    return Id{arrayAt<Id::kSize>(row, column)};
}

template <typename Enum>
std::int64_t code(Enum value) {
    return static_cast<std::int64_t>(value);
}

template <typename Enum>
Enum enumAt(const Statement& row, int column) {
    return static_cast<Enum>(row.integer(column));
}

/// All rows, each made into a value by `read`.
template <typename Read>
auto collect(Statement& rows, Read read) -> Result<std::vector<decltype(read(rows))>> {
    std::vector<decltype(read(rows))> out;
    for (;;) {
        SESAME_TRY_ASSIGN(const bool row, rows.step());
        if (!row)
            return out;
        out.push_back(read(rows));
    }
}

/// The first row, if there is one.
template <typename Read>
auto first(Statement& rows, Read read) -> Result<std::optional<decltype(read(rows))>> {
    SESAME_TRY_ASSIGN(const bool row, rows.step());
    if (!row)
        return std::optional<decltype(read(rows))>();
    return std::optional(read(rows));
}

}  // namespace sesame::store
