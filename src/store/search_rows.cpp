// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/message_rows.h"
#include "store/migrations.h"
#include "store/search_hits.h"

#include "sesame/store/client_store.h"

namespace sesame::store {

// Without a copy of the text: the index is sealed like everything else, but need not say it twice.
const char* const kSearchTables = R"(
    CREATE VIRTUAL TABLE message_index USING fts5 (
        text, content = '', tokenize = 'unicode61 remove_diacritics 2');
)";

namespace {

// In this shape the index yields the newest hits first, one by one: nothing is sorted.
constexpr std::string_view kIndexed = "SELECT " SESAME_MESSAGE_COLUMNS
                                      " FROM (SELECT rowid AS hit FROM message_index"
                                      " WHERE message_index MATCH ?1) CROSS JOIN messages ON ord = hit"
                                      " ORDER BY hit DESC";
constexpr std::string_view kScan =
    "SELECT " SESAME_MESSAGE_COLUMNS " FROM messages WHERE kind IN (1, 2) ORDER BY ord DESC";

}  // namespace

Result<std::vector<MessageRecord>> ClientStore::search(const std::string& words, int limit) {
    return newestHits(database_, {kIndexed, kScan}, words, limit, readMessage);
}

}  // namespace sesame::store
