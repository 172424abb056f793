// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/search_text.h"

#include "sesame/store/database.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sesame::store {

/// How a table is searched; both give the newest first.
struct SearchQueries {
    std::string_view indexed;  ///< takes the expression as ?1
    std::string_view scan;     ///< where nothing that was typed is in the index
};

/// At most `limit` records, each with a text that has all of the words. `read` makes one of a row.
template <typename Read>
auto newestHits(Database& database, const SearchQueries& queries, const std::string& words, int limit,
                Read read) -> Result<std::vector<decltype(read(std::declval<const Statement&>()))>> {
    std::vector<decltype(read(std::declval<const Statement&>()))> found;
    const SearchTerms terms = parseSearch(words);
    if (terms.expression.empty() && terms.literals.empty())
        return found;
    Statement rows = database.prepare(terms.expression.empty() ? queries.scan : queries.indexed);
    if (!terms.expression.empty())
        rows.bind(1, terms.expression);
    while (static_cast<int>(found.size()) < limit) {
        SESAME_TRY_ASSIGN(const bool row, rows.step());
        if (!row)
            break;
        auto record = read(rows);
        if (std::all_of(terms.literals.begin(), terms.literals.end(), [&](const std::string& literal) {
                return record.text.find(literal) != std::string::npos;
            }))
            found.push_back(std::move(record));
    }
    return found;
}

}  // namespace sesame::store
