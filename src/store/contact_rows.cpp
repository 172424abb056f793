// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/columns.h"
#include "store/migrations.h"

#include "sesame/store/client_store.h"

namespace sesame::store {

const char* const kContactTables = R"(
    CREATE TABLE contacts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        handle TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        own_name TEXT NOT NULL,
        identity BLOB NOT NULL CHECK (length(identity) = 32),
        new_identity BLOB CHECK (length(new_identity) = 32),
        state INTEGER NOT NULL,
        verified INTEGER NOT NULL,
        since_ms INTEGER NOT NULL,
        read_up_to_ms INTEGER NOT NULL
    ) STRICT;
)";

namespace {

constexpr std::string_view kInsert =
    "INSERT OR IGNORE INTO contacts (handle, name, own_name, identity, new_identity, state, verified,"
    " since_ms, read_up_to_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
constexpr std::string_view kUpdate =
    "UPDATE OR IGNORE contacts SET handle = ?1, name = ?2, own_name = ?3, identity = ?4, new_identity = ?5,"
    " state = ?6, verified = ?7, since_ms = ?8, read_up_to_ms = ?9 WHERE id = ?10";
constexpr std::string_view kAll =
    "SELECT id, handle, name, own_name, identity, new_identity, state, verified, since_ms, read_up_to_ms"
    " FROM contacts ORDER BY id";
constexpr std::string_view kById =
    "SELECT id, handle, name, own_name, identity, new_identity, state, verified, since_ms, read_up_to_ms"
    " FROM contacts WHERE id = ?1";
constexpr std::string_view kByHandle =
    "SELECT id, handle, name, own_name, identity, new_identity, state, verified, since_ms, read_up_to_ms"
    " FROM contacts WHERE handle = ?1";

void bindContact(Statement& statement, const ContactRecord& contact) {
    statement.bind(1, contact.handle).bind(2, contact.name).bind(3, contact.ownName);
    statement.bind(4, contact.identity.view());
    if (contact.newIdentity)
        statement.bind(5, contact.newIdentity->view());
    statement.bind(6, code(contact.state)).bind(7, code(contact.verified));
    statement.bind(8, contact.sinceMs).bind(9, contact.readUpToMs);
}

ContactRecord readContact(const Statement& row) {
    ContactRecord contact;
    contact.id = ContactId{row.integer(0)};
    contact.handle = row.text(1);
    contact.name = row.text(2);
    contact.ownName = row.text(3);
    contact.identity = idAt<PublicIdentity>(row, 4);
    if (!row.isNull(5))
        contact.newIdentity = idAt<PublicIdentity>(row, 5);
    contact.state = enumAt<ContactState>(row, 6);
    contact.verified = row.integer(7) != 0;
    contact.sinceMs = row.integer(8);
    contact.readUpToMs = row.integer(9);
    return contact;
}

}  // namespace

Result<ContactId> ClientStore::saveContact(const ContactRecord& contact) {
    const bool isNew = contact.id == ContactId{};
    if (!isNew) {
        SESAME_TRY_ASSIGN(const auto known, this->contact(contact.id));
        if (!known)
            return Error{ErrorCode::NotFound, "no such contact"};
    }
    Statement statement = database_.prepare(isNew ? kInsert : kUpdate);
    bindContact(statement, contact);
    if (!isNew)
        statement.bind(10, contact.id.value);
    SESAME_TRY(statement.run());
    if (database_.changes() == 0)
        return Error{ErrorCode::Exists, "another contact has this handle"};
    return isNew ? ContactId{database_.lastInsertId()} : contact.id;
}

Result<std::vector<ContactRecord>> ClientStore::contacts() {
    Statement rows = database_.prepare(kAll);
    return collect(rows, readContact);
}

Result<std::optional<ContactRecord>> ClientStore::contact(ContactId id) {
    Statement rows = database_.prepare(kById);
    rows.bind(1, id.value);
    return first(rows, readContact);
}

Result<std::optional<ContactRecord>> ClientStore::contactByHandle(const std::string& handle) {
    Statement rows = database_.prepare(kByHandle);
    rows.bind(1, handle);
    return first(rows, readContact);
}

}  // namespace sesame::store
