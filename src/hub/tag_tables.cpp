// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/tag_tables.h"

#include "hub/sqlite_values.h"

namespace sesame::hub {
namespace {

// The trigger works for whoever deletes an account by hand as well.
constexpr const char* kSchema = R"(
CREATE TABLE IF NOT EXISTS tag(
    owner INTEGER NOT NULL, peer INTEGER NOT NULL, tag BLOB NOT NULL, reference BLOB NOT NULL,
    PRIMARY KEY(owner, peer, tag)) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tag_of_peer ON tag(peer);
CREATE TRIGGER IF NOT EXISTS tags_of_gone AFTER DELETE ON account BEGIN
    DELETE FROM tag WHERE owner = OLD.id OR peer = OLD.id;
END;
)";

}  // namespace

Result<std::unique_ptr<TagTables>> TagTables::open(SqliteConnection& connection) {
    SESAME_TRY(connection.execute(kSchema));
    SESAME_TRY_ASSIGN(auto add, connection.prepare("INSERT OR IGNORE INTO tag VALUES(?, ?, ?, ?)"));
    SESAME_TRY_ASSIGN(auto remove, connection.prepare("DELETE FROM tag WHERE owner = ? AND peer = ?"));
    SESAME_TRY_ASSIGN(
        auto find, connection.prepare("SELECT reference FROM tag WHERE owner = ? AND peer = ? AND tag = ?"));
    SESAME_TRY_ASSIGN(auto countOthers,
                      connection.prepare("SELECT count(*) FROM tag WHERE owner = ? AND peer <> ?"));
    return std::unique_ptr<TagTables>(
        new TagTables({std::move(add), std::move(remove), std::move(find), std::move(countOthers)}));
}

Result<bool> TagTables::replace(AccountId owner, AccountId peer, const std::vector<PublishedTag>& tags) {
    auto& count = sql_.countOthers.bind(1, number(owner)).bind(2, number(peer));
    SESAME_TRY(count.step());
    const auto others = static_cast<std::size_t>(count.number(0));
    count.reset();
    if (tags.size() > MailStore::kMaxTagsOfPair || others + tags.size() > MailStore::kMaxTagsOfAccount)
        return false;
    SESAME_TRY(sql_.remove.bind(1, number(owner)).bind(2, number(peer)).run());
    for (const auto& one : tags)
        SESAME_TRY(sql_.add.bind(1, number(owner))
                       .bind(2, number(peer))
                       .bind(3, one.tag.view())
                       .bind(4, one.reference.view())
                       .run());
    return true;
}

Status TagTables::removeBetween(AccountId one, AccountId other) {
    SESAME_TRY(sql_.remove.bind(1, number(one)).bind(2, number(other)).run());
    return sql_.remove.bind(1, number(other)).bind(2, number(one)).run();
}

Result<std::optional<TagReference>> TagTables::find(AccountId owner, AccountId peer, const PhraseTag& tag) {
    auto& query = sql_.find.bind(1, number(owner)).bind(2, number(peer)).bind(3, tag.view());
    SESAME_TRY_ASSIGN(const bool row, query.step());
    std::optional<TagReference> found;
    if (row)
        found = TagReference{arrayOf<TagReference::kSize>(query.blob(0))};
    query.reset();
    return found;
}

}  // namespace sesame::hub
