// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/mail_tables.h"

#include "hub/sqlite_values.h"

#include "sesame/wire/limits.h"

#include <algorithm>

namespace sesame::hub {
namespace {

// Mail is numbered by the hub as a whole, so that new mail always goes to the end of the table: a commit then
// writes few pages, however many mailboxes it touches.
constexpr const char* kSchema = R"(
CREATE TABLE IF NOT EXISTS account(
    id INTEGER PRIMARY KEY, handle TEXT NOT NULL UNIQUE, identity_key BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS signed_prekey(
    account INTEGER PRIMARY KEY, id INTEGER NOT NULL, public_key BLOB NOT NULL, signature BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS one_time_prekey(
    account INTEGER NOT NULL, id INTEGER NOT NULL, public_key BLOB NOT NULL,
    PRIMARY KEY(account, id)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS block(
    owner INTEGER NOT NULL, blocked INTEGER NOT NULL, PRIMARY KEY(owner, blocked)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mail(
    sequence INTEGER PRIMARY KEY, recipient INTEGER NOT NULL, sender INTEGER NOT NULL,
    message_id BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS mail_of_recipient ON mail(recipient);
CREATE INDEX IF NOT EXISTS mail_by_id ON mail(recipient, sender, message_id);
)";

// 1: accounts, prekeys, blocks, mail. 2: tags and parcels too. 3: mail is found by its id. Each version only
// adds, so a file is brought up to date by making what it does not have.
constexpr const char* kVersion = "PRAGMA user_version = 3;";

constexpr const char* kSettings = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA wal_autocheckpoint = 4000;
PRAGMA journal_size_limit = 67108864;
PRAGMA cache_size = -16384;
PRAGMA temp_store = MEMORY;
)";

}  // namespace

struct MailTables::Statements {
    Statement begin, commit, rollBack;
    Statement addAccount, findAccount;
    Statement setSignedPrekey, getSignedPrekey, addOneTime, countOneTime, firstOneTime, removeOneTime;
    Statement addBlock, removeBlock, isBlocked, listBlocked, countBlocked;
    Statement addMail, listMail, removeMail, hasMail, loadOf;
};

void MailTables::DeleteStatements::operator()(Statements* statements) const {
    delete statements;
}

MailTables::MailTables(SqliteConnection connection, Quota quota, const Clock& clock)
    : connection_(std::move(connection)), quota_(quota), clock_(&clock) {
}

Result<MailTables> MailTables::open(const std::filesystem::path& file, Quota quota, const Clock& clock) {
    SESAME_TRY_ASSIGN(auto connection, SqliteConnection::open(file));
    SESAME_TRY(connection.execute(kSettings));
    SESAME_TRY(connection.execute(kSchema));
    MailTables tables(std::move(connection), quota, clock);
    SESAME_TRY_ASSIGN(tables.tags_, TagTables::open(tables.connection_));
    SESAME_TRY(tables.connection_.execute(kVersion));
    SESAME_TRY(tables.prepare());
    SESAME_TRY(tables.countLoads());
    SESAME_TRY_ASSIGN(tables.parcels_, ParcelTables::open(tables.connection_));
    return tables;
}

Status MailTables::prepare() {
    std::optional<Error> failure;
    const auto make = [&](std::string_view sql) {
        auto statement = connection_.prepare(sql);
        if (!statement) {
            failure = statement.error();
            return Statement(nullptr, nullptr);
        }
        return std::move(*statement);
    };
    sql_.reset(new Statements{
        .begin = make("BEGIN IMMEDIATE"),
        .commit = make("COMMIT"),
        .rollBack = make("ROLLBACK"),
        .addAccount = make("INSERT INTO account(handle, identity_key) VALUES(?, ?) "
                           "ON CONFLICT DO NOTHING"),
        .findAccount = make("SELECT id, identity_key FROM account WHERE handle = ?"),
        .setSignedPrekey = make("REPLACE INTO signed_prekey VALUES(?, ?, ?, ?)"),
        .getSignedPrekey = make("SELECT id, public_key, signature FROM signed_prekey WHERE account = ?"),
        .addOneTime = make("INSERT OR IGNORE INTO one_time_prekey VALUES(?, ?, ?)"),
        .countOneTime = make("SELECT count(*) FROM one_time_prekey WHERE account = ?"),
        .firstOneTime = make("SELECT id, public_key FROM one_time_prekey WHERE account = ? LIMIT 1"),
        .removeOneTime = make("DELETE FROM one_time_prekey WHERE account = ? AND id = ?"),
        .addBlock = make("INSERT OR IGNORE INTO block VALUES(?, ?)"),
        .removeBlock = make("DELETE FROM block WHERE owner = ? AND blocked = ?"),
        .isBlocked = make("SELECT 1 FROM block WHERE owner = ? AND blocked = ?"),
        .listBlocked = make("SELECT handle FROM block JOIN account ON id = blocked WHERE owner = ?"),
        .countBlocked = make("SELECT count(*) FROM block WHERE owner = ?"),
        .addMail = make("INSERT INTO mail VALUES(?, ?, ?, ?, ?)"),
        .listMail =
            make("SELECT sequence, sender, handle, message_id, sealed FROM mail "
                 "JOIN account ON id = sender WHERE recipient = ? AND sequence > ? ORDER BY sequence"),
        .removeMail = make("DELETE FROM mail WHERE sequence = ? AND recipient = ? RETURNING length(sealed)"),
        .hasMail = make("SELECT 1 FROM mail WHERE recipient = ? AND sender = ? AND message_id = ?"),
        .loadOf = make("SELECT count(*), total(length(sealed)) FROM mail WHERE recipient = ?")});
    if (failure)
        return *failure;
    return {};
}

Status MailTables::countLoads() {
    SESAME_TRY_ASSIGN(auto all, connection_.prepare("SELECT recipient, count(*), total(length(sealed)), "
                                                    "max(sequence) FROM mail GROUP BY recipient"));
    while (true) {
        SESAME_TRY_ASSIGN(const bool row, all.step());
        if (!row)
            return {};
        loads_[AccountId{all.number(0)}] = {static_cast<std::size_t>(all.number(1)),
                                            static_cast<std::size_t>(all.number(2))};
        lastSequence_ = std::max(lastSequence_, static_cast<std::uint64_t>(all.number(3)));
    }
}

Status MailTables::countLoad(AccountId account) {
    auto& query = sql_->loadOf.bind(1, number(account));
    SESAME_TRY(query.step());
    loads_[account] = {static_cast<std::size_t>(query.number(0)), static_cast<std::size_t>(query.number(1))};
    query.reset();
    return {};
}

Status MailTables::begin() {
    touched_.clear();
    return sql_->begin.run();
}

Status MailTables::commit() {
    return sql_->commit.run();
}

void MailTables::rollBack() {
    // SQLite may have rolled back by itself already; then this is refused, which is what is wanted.
    static_cast<void>(sql_->rollBack.run());
    for (const AccountId account : touched_)
        static_cast<void>(countLoad(account));
}

Result<std::optional<AccountId>> MailTables::idOf(const std::string& handle) {
    auto& query = sql_->findAccount.bind(1, std::string_view(handle));
    SESAME_TRY_ASSIGN(const bool row, query.step());
    std::optional<AccountId> id;
    if (row)
        id = AccountId{query.number(0)};
    query.reset();
    return id;
}

Result<Account> MailTables::findAccount(const std::string& handle) {
    auto& query = sql_->findAccount.bind(1, std::string_view(handle));
    SESAME_TRY_ASSIGN(const bool row, query.step());
    if (!row) {
        query.reset();
        return Error{ErrorCode::NotFound, "account"};
    }
    Account account{AccountId{query.number(0)}, handle, PublicIdentity{arrayOf<32>(query.blob(1))}};
    query.reset();
    return account;
}

Result<Account> MailTables::registerAccount(const std::string& handle, const PublicIdentity& identity) {
    SESAME_TRY(sql_->addAccount.bind(1, std::string_view(handle)).bind(2, identity.view()).run());
    SESAME_TRY_ASSIGN(auto account, findAccount(handle));
    if (account.identity != identity)
        return Error{ErrorCode::Exists, "handle"};
    return account;
}

Result<std::int64_t> MailTables::countOneTime(AccountId account) {
    auto& query = sql_->countOneTime.bind(1, number(account));
    SESAME_TRY(query.step());
    const auto count = query.number(0);
    query.reset();
    return count;
}

Result<MailboxState> MailTables::mailboxState(AccountId account) {
    MailboxState state;
    if (const auto load = loads_.find(account); load != loads_.end())
        state.waiting = load->second.messages;
    SESAME_TRY_ASSIGN(const auto left, countOneTime(account));
    state.oneTimePrekeysLeft = static_cast<std::uint32_t>(left);
    auto& list = sql_->listBlocked.bind(1, number(account));
    while (true) {
        SESAME_TRY_ASSIGN(const bool row, list.step());
        if (!row)
            break;
        state.blocked.push_back(list.text(0));
    }
    list.reset();
    return state;
}

Status MailTables::publishPrekeys(AccountId account, const PrekeyUpload& upload) {
    if (const auto& key = upload.signedPrekey) {
        SESAME_TRY(sql_->setSignedPrekey.bind(1, number(account))
                       .bind(2, std::int64_t{key->id})
                       .bind(3, ByteView(key->key))
                       .bind(4, ByteView(key->signature))
                       .run());
    }
    SESAME_TRY_ASSIGN(auto count, countOneTime(account));
    for (const auto& key : upload.oneTime) {
        if (count >= static_cast<std::int64_t>(wire::kMaxOneTimePrekeys))
            break;
        SESAME_TRY(sql_->addOneTime.bind(1, number(account))
                       .bind(2, std::int64_t{key.id})
                       .bind(3, ByteView(key.key))
                       .run());
        count += connection_.changes();
    }
    return {};
}

Result<std::optional<OneTimePrekey>> MailTables::takeOneTime(AccountId account) {
    auto& first = sql_->firstOneTime.bind(1, number(account));
    SESAME_TRY_ASSIGN(const bool row, first.step());
    std::optional<OneTimePrekey> key;
    if (row)
        key = OneTimePrekey{static_cast<std::uint32_t>(first.number(0)), arrayOf<32>(first.blob(1))};
    first.reset();
    if (key)
        SESAME_TRY(sql_->removeOneTime.bind(1, number(account)).bind(2, std::int64_t{key->id}).run());
    return key;
}

Result<PublishedBundle> MailTables::takeBundle(AccountId asker, const std::string& owner) {
    SESAME_TRY_ASSIGN(const auto account, findAccount(owner));
    SESAME_TRY_ASSIGN(const bool blocked, blocks(account.id, asker));
    if (blocked)
        return Error{ErrorCode::Refused, "blocked"};
    auto& query = sql_->getSignedPrekey.bind(1, number(account.id));
    SESAME_TRY_ASSIGN(const bool row, query.step());
    if (!row) {
        query.reset();
        return Error{ErrorCode::NotFound, "signed prekey"};
    }
    const SignedPrekey signedPrekey{static_cast<std::uint32_t>(query.number(0)), arrayOf<32>(query.blob(1)),
                                    arrayOf<64>(query.blob(2))};
    query.reset();
    SESAME_TRY_ASSIGN(auto oneTime, takeOneTime(account.id));
    return PublishedBundle{account.identity, signedPrekey, oneTime};
}

Result<bool> MailTables::blocks(AccountId owner, AccountId other) {
    auto& query = sql_->isBlocked.bind(1, number(owner)).bind(2, number(other));
    SESAME_TRY_ASSIGN(const bool row, query.step());
    query.reset();
    return row;
}

Status MailTables::setBlocked(AccountId owner, const std::string& handle, bool blocked) {
    SESAME_TRY_ASSIGN(const auto other, idOf(handle));
    if (!other)
        return Error{ErrorCode::NotFound, "account"};
    if (!blocked)
        return sql_->removeBlock.bind(1, number(owner)).bind(2, number(*other)).run();
    auto& count = sql_->countBlocked.bind(1, number(owner));
    SESAME_TRY(count.step());
    const auto before = count.number(0);
    count.reset();
    if (before >= static_cast<std::int64_t>(MailStore::kMaxBlocked))
        return Error{ErrorCode::Refused, "too many blocks"};
    SESAME_TRY(tags_->removeBetween(owner, *other));
    return sql_->addBlock.bind(1, number(owner)).bind(2, number(*other)).run();
}

Result<PublishOutcome> MailTables::publishTags(AccountId owner, const std::string& peer,
                                               const std::vector<PublishedTag>& tags) {
    SESAME_TRY_ASSIGN(const auto other, idOf(peer));
    if (!other)
        return PublishOutcome::NoSuchAccount;
    SESAME_TRY_ASSIGN(const bool byPeer, blocks(*other, owner));
    SESAME_TRY_ASSIGN(const bool byOwner, blocks(owner, *other));
    if (byPeer || byOwner)
        return PublishOutcome::Blocked;
    SESAME_TRY_ASSIGN(const bool stored, tags_->replace(owner, *other, tags));
    return stored ? PublishOutcome::Stored : PublishOutcome::TooMany;
}

// Microseconds of the clock: rising over restarts without a counter to write at each commit, and telling a
// client nothing about how busy the hub is.
std::uint64_t MailTables::nextSequence() {
    const auto now = static_cast<std::uint64_t>(clock_->wallMs()) * 1'000;
    lastSequence_ = std::max(lastSequence_ + 1, now);
    return lastSequence_;
}

Result<Appended> MailTables::append(NewMail mail) {
    Appended out;
    out.mail.id = mail.id;
    const auto refuse = [&](AppendOutcome outcome) {
        out.outcome = outcome;
        return out;
    };
    SESAME_TRY_ASSIGN(const auto recipient, idOf(mail.recipient));
    if (!recipient)
        return refuse(AppendOutcome::NoSuchAccount);
    SESAME_TRY_ASSIGN(const bool blocked, blocks(*recipient, mail.sender));
    if (blocked)
        return refuse(AppendOutcome::Blocked);
    Load& load = loads_[*recipient];
    if (load.messages >= quota_.messages || load.bytes + mail.sealed.size() > quota_.bytes)
        return refuse(AppendOutcome::MailboxFull);

    const std::uint64_t sequence = nextSequence();
    SESAME_TRY(sql_->addMail.bind(1, static_cast<std::int64_t>(sequence))
                   .bind(2, number(*recipient))
                   .bind(3, number(mail.sender))
                   .bind(4, mail.id.view())
                   .bind(5, ByteView(mail.sealed))
                   .run());
    touched_.push_back(*recipient);
    ++load.messages;
    load.bytes += mail.sealed.size();
    if (mail.tag) {
        SESAME_TRY_ASSIGN(out.recognised, tags_->find(*recipient, mail.sender, *mail.tag));
    }
    out.mail = {
        sequence, *recipient, mail.sender, std::move(mail.senderHandle), mail.id, std::move(mail.sealed)};
    return out;
}

Result<Fetched> MailTables::fetch(AccountId account, std::uint64_t after, FetchLimits limits) {
    Fetched out;
    std::size_t bytes = 0;
    auto& list = sql_->listMail.bind(1, number(account)).bind(2, static_cast<std::int64_t>(after));
    while (true) {
        SESAME_TRY_ASSIGN(const bool row, list.step());
        if (!row)
            break;
        bytes += list.blob(4).size();
        if (out.mails.size() == limits.count || (bytes > limits.bytes && !out.mails.empty())) {
            out.more = true;
            break;
        }
        out.mails.push_back({static_cast<std::uint64_t>(list.number(0)), account, AccountId{list.number(1)},
                             list.text(2), MessageId{arrayOf<16>(list.blob(3))}, toBytes(list.blob(4))});
    }
    list.reset();
    return out;
}

Status MailTables::acknowledge(AccountId account, const std::vector<std::uint64_t>& sequences) {
    for (const std::uint64_t sequence : sequences) {
        auto& remove = sql_->removeMail.bind(1, static_cast<std::int64_t>(sequence)).bind(2, number(account));
        SESAME_TRY_ASSIGN(const bool removed, remove.step());
        if (removed) {
            touched_.push_back(account);
            Load& load = loads_[account];
            --load.messages;
            load.bytes -= static_cast<std::size_t>(remove.number(0));
            if (load.messages == 0)
                loads_.erase(account);
        }
        remove.reset();
    }
    return {};
}

Result<std::vector<MessageId>> MailTables::stillWaiting(AccountId sender, const std::string& recipient,
                                                        const std::vector<MessageId>& ids) {
    std::vector<MessageId> out;
    SESAME_TRY_ASSIGN(const auto owner, idOf(recipient));
    if (!owner)
        return out;
    for (const MessageId& id : ids) {
        auto& query = sql_->hasMail.bind(1, number(*owner)).bind(2, number(sender)).bind(3, id.view());
        SESAME_TRY_ASSIGN(const bool row, query.step());
        query.reset();
        if (row)
            out.push_back(id);
    }
    return out;
}

}  // namespace sesame::hub
