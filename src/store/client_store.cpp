// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/store/client_store.h"

#include "store/migrations.h"

namespace sesame::store {

ClientStore::ClientStore(Database database) : database_(std::move(database)) {
}
ClientStore::ClientStore(ClientStore&&) noexcept = default;
ClientStore& ClientStore::operator=(ClientStore&&) noexcept = default;
ClientStore::~ClientStore() = default;

Result<ClientStore> ClientStore::open(const std::string& path, const crypto::Key& key) {
    SESAME_TRY_ASSIGN(Database database, Database::open(path, key));
    SESAME_TRY(migrate(database, migrationSteps()));
    return ClientStore(std::move(database));
}

Status ClientStore::transact(const std::function<Status()>& change) {
    SESAME_ASSERT(!inTransaction_);
    Transaction transaction(database_);
    inTransaction_ = true;
    Status changed = change();
    inTransaction_ = false;
    if (!changed)
        return changed;
    return transaction.commit();
}

Status ClientStore::atomically(const std::function<Status()>& change) {
    return inTransaction_ ? change() : transact(change);
}

Status ClientStore::markRestored() {
    return atomically([this] {
        return database_.execute(
            "UPDATE invitations SET state = 5 WHERE state IN (1, 6);"
            "UPDATE rules SET enabled = 0;"
            "UPDATE rule_offers SET state = 5 WHERE state = 1;"
            "DELETE FROM sessions;"
            "DELETE FROM prekeys;");
    });
}

}  // namespace sesame::store
