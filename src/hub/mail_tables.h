// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/parcel_tables.h"
#include "hub/sqlite.h"
#include "hub/tag_tables.h"

#include "sesame/base/clock.h"
#include "sesame/hub/mail_store.h"

#include <unordered_map>

namespace sesame::hub {

/// The tables of a SQLite mail store and what is done to them, without transactions, threads or callbacks:
/// the caller has begun a transaction and ends it. One thread.
class MailTables {
  public:
    static Result<MailTables> open(const std::filesystem::path& file, Quota quota, const Clock& clock);

    Status begin();
    Status commit();
    /// Undoes everything since begin().
    void rollBack();

    Result<Account> registerAccount(const std::string& handle, const PublicIdentity& identity);
    Result<Account> findAccount(const std::string& handle);
    Result<MailboxState> mailboxState(AccountId account);
    Status publishPrekeys(AccountId account, const PrekeyUpload& upload);
    Result<PublishedBundle> takeBundle(AccountId asker, const std::string& owner);
    Status setBlocked(AccountId owner, const std::string& handle, bool blocked);
    Result<PublishOutcome> publishTags(AccountId owner, const std::string& peer,
                                       const std::vector<PublishedTag>& tags);
    Result<Appended> append(NewMail mail);
    Result<Fetched> fetch(AccountId account, std::uint64_t after, FetchLimits limits);
    Status acknowledge(AccountId account, const std::vector<std::uint64_t>& sequences);
    Result<std::vector<MessageId>> stillWaiting(AccountId sender, const std::string& recipient,
                                                const std::vector<MessageId>& ids);
    ParcelTables& parcels() { return *parcels_; }

  private:
    struct Statements;
    struct Load {
        std::size_t messages = 0;
        std::size_t bytes = 0;
    };

    MailTables(SqliteConnection connection, Quota quota, const Clock& clock);
    Status prepare();
    Status countLoads();
    Status countLoad(AccountId account);
    Result<std::optional<AccountId>> idOf(const std::string& handle);
    Result<bool> blocks(AccountId owner, AccountId other);
    Result<std::int64_t> countOneTime(AccountId account);
    Result<std::optional<OneTimePrekey>> takeOneTime(AccountId account);
    std::uint64_t nextSequence();

    struct DeleteStatements {
        void operator()(Statements* statements) const;
    };
    SqliteConnection connection_;
    std::unique_ptr<Statements, DeleteStatements> sql_;
    std::optional<ParcelTables> parcels_;
    std::unique_ptr<TagTables> tags_;
    Quota quota_;
    const Clock* clock_;
    std::unordered_map<AccountId, Load> loads_;
    std::vector<AccountId> touched_;
    std::uint64_t lastSequence_ = 0;
};

}  // namespace sesame::hub
