// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/group_commit.h"

#include "sesame/hub/mail_store.h"
#include "sesame/hub/parcel_ledger.h"

namespace sesame::hub {

/// Mail in one SQLite file (WAL, synchronous=FULL) with group commit: a callback comes after the sync of the
/// transaction that holds its change. Beside it the ledger of parcels.
class SqliteMailStore final : public MailStore, public ParcelLedger {
  public:
    static Result<std::unique_ptr<SqliteMailStore>> open(const std::filesystem::path& file, Quota quota,
                                                         const Clock& clock);

    void registerAccount(std::string handle, PublicIdentity identity,
                         MailStore::Callback<Account> done) override;
    void findAccount(std::string handle, MailStore::Callback<Account> done) override;
    void mailboxState(AccountId account, MailStore::Callback<MailboxState> done) override;
    void publishPrekeys(AccountId account, PrekeyUpload upload, MailStore::Callback<void> done) override;
    void takeBundle(AccountId asker, std::string owner, MailStore::Callback<PublishedBundle> done) override;
    void setBlocked(AccountId owner, std::string handle, bool blocked,
                    MailStore::Callback<void> done) override;
    void publishTags(AccountId owner, std::string peer, std::vector<PublishedTag> tags,
                     MailStore::Callback<PublishOutcome> done) override;
    void append(NewMail mail, MailStore::Callback<Appended> done) override;
    void fetch(AccountId account, std::uint64_t after, FetchLimits limits,
               MailStore::Callback<Fetched> done) override;
    void acknowledge(AccountId account, std::vector<std::uint64_t> sequences) override;
    void stillWaiting(AccountId sender, std::string recipient, std::vector<MessageId> ids,
                      MailStore::Callback<std::vector<MessageId>> done) override;
    void close() override;

    void allParcels(ParcelLedger::Callback<std::vector<ParcelRow>> done) override;
    void putParcel(ParcelRow row, ParcelLedger::Callback<void> done) override;
    void removeParcel(ParcelKey key, ParcelLedger::Callback<void> done) override;

    const GroupCommit::Statistics& statistics() const { return writer_.statistics(); }

  private:
    explicit SqliteMailStore(MailTables tables) : writer_(std::move(tables)) {}
    GroupCommit writer_;
};

}  // namespace sesame::hub
