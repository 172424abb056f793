// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/columns.h"
#include "store/migrations.h"

#include "sesame/store/client_store.h"

#define SESAME_OFFER_COLUMNS                                                                                \
    "id, contact, direction, set_id, name, state, made_ms, made_boot_ms, boot_id, expires_ms, rule_count, " \
    "taken"

namespace sesame::store {

const char* const kOfferTables = R"(
    CREATE TABLE rule_offers (
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        contact INTEGER NOT NULL,
        direction INTEGER NOT NULL,
        set_id BLOB NOT NULL CHECK (length(set_id) = 16),
        name TEXT NOT NULL,
        state INTEGER NOT NULL,
        made_ms INTEGER NOT NULL,
        made_boot_ms INTEGER NOT NULL,
        boot_id TEXT NOT NULL,
        expires_ms INTEGER NOT NULL,
        rule_count INTEGER NOT NULL,
        taken INTEGER NOT NULL,
        rules BLOB NOT NULL
    ) STRICT;
    CREATE INDEX rule_offers_open ON rule_offers (contact, direction) WHERE state = 1;
    CREATE TABLE offered_rules (
        offer BLOB NOT NULL,
        rule BLOB NOT NULL CHECK (length(rule) = 16),
        PRIMARY KEY (rule, offer)
    ) STRICT, WITHOUT ROWID;
)";

namespace {

OfferRecord readOffer(const Statement& row) {
    OfferRecord offer;
    offer.id = idAt<MessageId>(row, 0);
    offer.contact = ContactId{row.integer(1)};
    offer.direction = enumAt<Direction>(row, 2);
    offer.set = idAt<SetId>(row, 3);
    offer.name = row.text(4);
    offer.state = enumAt<OfferState>(row, 5);
    offer.madeMs = row.integer(6);
    offer.madeBootMs = row.integer(7);
    offer.bootId = row.text(8);
    offer.expiresMs = row.integer(9);
    offer.count = static_cast<std::uint32_t>(row.integer(10));
    offer.taken = static_cast<std::uint32_t>(row.integer(11));
    return offer;
}

}  // namespace

Status ClientStore::addOffer(const OfferRecord& offer, const std::vector<RuleId>& rules) {
    return atomically([&]() -> Status {
        SESAME_TRY(database_
                       .prepare("INSERT OR IGNORE INTO rule_offers (" SESAME_OFFER_COLUMNS
                                ", rules) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")
                       .bind(1, offer.id.view())
                       .bind(2, offer.contact.value)
                       .bind(3, code(offer.direction))
                       .bind(4, offer.set.view())
                       .bind(5, offer.name)
                       .bind(6, code(offer.state))
                       .bind(7, offer.madeMs)
                       .bind(8, offer.madeBootMs)
                       .bind(9, offer.bootId)
                       .bind(10, offer.expiresMs)
                       .bind(11, static_cast<std::int64_t>(offer.count))
                       .bind(12, static_cast<std::int64_t>(offer.taken))
                       .bind(13, ByteView(offer.rules))
                       .run());
        if (database_.changes() == 0)
            return Error{ErrorCode::Exists, "an offer with this id is there"};
        for (const RuleId& rule : rules)
            SESAME_TRY(database_.prepare("INSERT OR IGNORE INTO offered_rules (offer, rule) VALUES (?1, ?2)")
                           .bind(1, offer.id.view())
                           .bind(2, rule.view())
                           .run());
        return {};
    });
}

Status ClientStore::setOfferState(const MessageId& id, OfferState state, std::uint32_t taken) {
    return database_.prepare("UPDATE rule_offers SET state = ?2, taken = ?3 WHERE id = ?1")
        .bind(1, id.view())
        .bind(2, code(state))
        .bind(3, static_cast<std::int64_t>(taken))
        .run();
}

Result<std::optional<OfferRecord>> ClientStore::offer(const MessageId& id) {
    Statement rows =
        database_.prepare("SELECT " SESAME_OFFER_COLUMNS ", rules FROM rule_offers WHERE id = ?1");
    rows.bind(1, id.view());
    return first(rows, [](const Statement& row) {
        OfferRecord offer = readOffer(row);
        offer.rules = row.blob(12);
        return offer;
    });
}

Result<std::vector<OfferRecord>> ClientStore::offers(Direction direction) {
    Statement rows = database_.prepare("SELECT " SESAME_OFFER_COLUMNS
                                       " FROM rule_offers WHERE direction = ?1 ORDER BY rowid DESC");
    rows.bind(1, code(direction));
    return collect(rows, readOffer);
}

Result<std::vector<OfferRecord>> ClientStore::openOffers(ContactId contact, Direction direction) {
    Statement rows = database_.prepare("SELECT " SESAME_OFFER_COLUMNS
                                       " FROM rule_offers WHERE contact = ?1 AND direction = ?2 AND state = 1"
                                       " ORDER BY rowid DESC");
    rows.bind(1, contact.value).bind(2, code(direction));
    return collect(rows, readOffer);
}

Result<bool> ClientStore::isOnlyOffered(ContactId contact, Direction direction, const RuleId& rule) {
    Statement rows = database_.prepare(
        "SELECT 1 FROM offered_rules JOIN rule_offers ON rule_offers.id = offered_rules.offer"
        " WHERE offered_rules.rule = ?1 AND contact = ?2 AND direction = ?3 AND state <> 2");
    rows.bind(1, rule.view()).bind(2, contact.value).bind(3, code(direction));
    return rows.step();
}

}  // namespace sesame::store
