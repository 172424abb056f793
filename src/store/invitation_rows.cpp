// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/columns.h"
#include "store/migrations.h"

#include "sesame/store/client_store.h"

#define SESAME_INVITATION_COLUMNS                                                        \
    "id, contact, direction, rule_hash, rule, rule_signature, expires_ms, received_ms, " \
    "received_boot_ms, boot_id, state, wish, group_id"

namespace sesame::store {

// As with rules, no row changes on disk without the key (S42).
const char* const kInvitationTables = R"(
    CREATE TABLE invitations (
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        contact INTEGER NOT NULL,
        direction INTEGER NOT NULL,
        rule_hash BLOB NOT NULL CHECK (length(rule_hash) = 32),
        rule BLOB NOT NULL,
        rule_signature BLOB NOT NULL,
        expires_ms INTEGER NOT NULL,
        received_ms INTEGER NOT NULL,
        received_boot_ms INTEGER NOT NULL,
        boot_id TEXT NOT NULL,
        state INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX invitations_open ON invitations (contact, direction) WHERE state = 1;
)";

// A wish is under way from the asking on (state 6).
const char* const kWishTables = R"(
    ALTER TABLE invitations ADD COLUMN wish BLOB NOT NULL DEFAULT x'';
    DROP INDEX invitations_open;
    CREATE INDEX invitations_under_way ON invitations (contact, direction) WHERE state IN (1, 6);
)";

const char* const kGroupInvitationTables = R"(
    ALTER TABLE invitations ADD COLUMN group_id BLOB NOT NULL DEFAULT x'';
)";

namespace {

InvitationRecord readInvitation(const Statement& row) {
    InvitationRecord invitation;
    invitation.id = idAt<MessageId>(row, 0);
    invitation.contact = ContactId{row.integer(1)};
    invitation.direction = enumAt<Direction>(row, 2);
    invitation.ruleHash = idAt<RuleHash>(row, 3);
    invitation.rule = row.blob(4);
    invitation.ruleSignature = row.blob(5);
    invitation.expiresMs = row.integer(6);
    invitation.receivedMs = row.integer(7);
    invitation.receivedBootMs = row.integer(8);
    invitation.bootId = row.text(9);
    invitation.state = enumAt<InvitationState>(row, 10);
    invitation.wish = row.blob(11);
    if (row.blob(12).size() == GroupId::kSize)
        invitation.group = idAt<GroupId>(row, 12);
    return invitation;
}

}  // namespace

Status ClientStore::saveInvitation(const InvitationRecord& invitation) {
    SESAME_TRY(database_
                   .prepare("INSERT OR IGNORE INTO invitations (" SESAME_INVITATION_COLUMNS
                            ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")
                   .bind(1, invitation.id.view())
                   .bind(2, invitation.contact.value)
                   .bind(3, code(invitation.direction))
                   .bind(4, invitation.ruleHash.view())
                   .bind(5, ByteView(invitation.rule))
                   .bind(6, ByteView(invitation.ruleSignature))
                   .bind(7, invitation.expiresMs)
                   .bind(8, invitation.receivedMs)
                   .bind(9, invitation.receivedBootMs)
                   .bind(10, invitation.bootId)
                   .bind(11, code(invitation.state))
                   .bind(12, ByteView(invitation.wish))
                   .bind(13, invitation.group ? invitation.group->view() : ByteView())
                   .run());
    if (database_.changes() == 0)
        return Error{ErrorCode::Exists, "there is an invitation with this id"};
    return {};
}

Status ClientStore::setInvitationState(const MessageId& id, InvitationState state) {
    SESAME_TRY(database_.prepare("UPDATE invitations SET state = ?2 WHERE id = ?1 AND state IN (1, 6)")
                   .bind(1, id.view())
                   .bind(2, code(state))
                   .run());
    if (database_.changes() > 0)
        return {};
    SESAME_TRY_ASSIGN(const auto known, invitation(id));
    if (!known)
        return Error{ErrorCode::NotFound, "no such invitation"};
    return Error{ErrorCode::Refused, "the invitation is closed"};
}

Status ClientStore::grantWish(const InvitationRecord& answered) {
    SESAME_TRY(database_
                   .prepare("UPDATE invitations SET rule_hash = ?2, rule = ?3, rule_signature = ?4, "
                            "expires_ms = ?5, received_ms = ?6, received_boot_ms = ?7, boot_id = ?8, "
                            "state = 1 WHERE id = ?1 AND state = 6")
                   .bind(1, answered.id.view())
                   .bind(2, answered.ruleHash.view())
                   .bind(3, ByteView(answered.rule))
                   .bind(4, ByteView(answered.ruleSignature))
                   .bind(5, answered.expiresMs)
                   .bind(6, answered.receivedMs)
                   .bind(7, answered.receivedBootMs)
                   .bind(8, answered.bootId)
                   .run());
    if (database_.changes() == 0)
        return Error{ErrorCode::Refused, "no wish waits for this answer"};
    return {};
}

Result<std::optional<InvitationRecord>> ClientStore::invitation(const MessageId& id) {
    Statement rows = database_.prepare("SELECT " SESAME_INVITATION_COLUMNS " FROM invitations WHERE id = ?1");
    rows.bind(1, id.view());
    return first(rows, readInvitation);
}

Result<std::vector<InvitationRecord>> ClientStore::openInvitations(ContactId contact, Direction direction) {
    Statement rows = database_.prepare("SELECT " SESAME_INVITATION_COLUMNS
                                       " FROM invitations WHERE contact = ?1 AND direction = ?2"
                                       " AND state IN (1, 6)"
                                       " ORDER BY rowid");
    rows.bind(1, contact.value).bind(2, code(direction));
    return collect(rows, readInvitation);
}

}  // namespace sesame::store
