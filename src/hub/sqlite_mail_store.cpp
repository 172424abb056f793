// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/sqlite_mail_store.h"

namespace sesame::hub {
namespace {

bool isOfTheDisk(const Error& error) {
    return error.code == ErrorCode::Io || error.code == ErrorCode::Full;
}

/// `action` on the tables, its result to `done` once the transaction is on disk.
template <typename T, typename Action>
class Operation final : public GroupCommit::Work {
  public:
    Operation(Action action, MailStore::Callback<T> done)
        : action_(std::move(action)), done_(std::move(done)) {}

    bool apply(MailTables& tables) override {
        result_.emplace(action_(tables));
        return result_->has_value() || !isOfTheDisk(result_->error());
    }

    void finish(const Status& commit) override {
        if (!done_)
            return;
        if (!commit)
            done_(commit.error());
        else
            done_(std::move(*result_));
    }

  private:
    Action action_;
    MailStore::Callback<T> done_;
    std::optional<Result<T>> result_;
};

template <typename T, typename Action>
GroupCommit::WorkPtr work(MailStore::Callback<T> done, Action action) {
    return std::make_unique<Operation<T, Action>>(std::move(action), std::move(done));
}

}  // namespace

Result<std::unique_ptr<SqliteMailStore>> SqliteMailStore::open(const std::filesystem::path& file, Quota quota,
                                                               const Clock& clock) {
    SESAME_TRY_ASSIGN(auto tables, MailTables::open(file, quota, clock));
    return std::unique_ptr<SqliteMailStore>(new SqliteMailStore(std::move(tables)));
}

void SqliteMailStore::registerAccount(std::string handle, PublicIdentity identity,
                                      MailStore::Callback<Account> done) {
    writer_.change(work<Account>(std::move(done), [handle = std::move(handle), identity](MailTables& tables) {
        return tables.registerAccount(handle, identity);
    }));
}

void SqliteMailStore::findAccount(std::string handle, MailStore::Callback<Account> done) {
    writer_.ask(work<Account>(std::move(done), [handle = std::move(handle)](MailTables& tables) {
        return tables.findAccount(handle);
    }));
}

void SqliteMailStore::mailboxState(AccountId account, MailStore::Callback<MailboxState> done) {
    writer_.ask(work<MailboxState>(std::move(done),
                                   [account](MailTables& tables) { return tables.mailboxState(account); }));
}

void SqliteMailStore::publishPrekeys(AccountId account, PrekeyUpload upload, MailStore::Callback<void> done) {
    writer_.change(work<void>(std::move(done), [account, upload = std::move(upload)](MailTables& tables) {
        return tables.publishPrekeys(account, upload);
    }));
}

void SqliteMailStore::takeBundle(AccountId asker, std::string owner,
                                 MailStore::Callback<PublishedBundle> done) {
    writer_.change(work<PublishedBundle>(
        std::move(done),
        [asker, owner = std::move(owner)](MailTables& tables) { return tables.takeBundle(asker, owner); }));
}

void SqliteMailStore::setBlocked(AccountId owner, std::string handle, bool blocked,
                                 MailStore::Callback<void> done) {
    writer_.change(
        work<void>(std::move(done), [owner, handle = std::move(handle), blocked](MailTables& tables) {
            return tables.setBlocked(owner, handle, blocked);
        }));
}

void SqliteMailStore::publishTags(AccountId owner, std::string peer, std::vector<PublishedTag> tags,
                                  MailStore::Callback<PublishOutcome> done) {
    writer_.change(work<PublishOutcome>(
        std::move(done), [owner, peer = std::move(peer), tags = std::move(tags)](MailTables& tables) {
            return tables.publishTags(owner, peer, tags);
        }));
}

void SqliteMailStore::append(NewMail mail, MailStore::Callback<Appended> done) {
    writer_.change(work<Appended>(std::move(done), [mail = std::move(mail)](MailTables& tables) mutable {
        return tables.append(std::move(mail));
    }));
}

void SqliteMailStore::fetch(AccountId account, std::uint64_t after, FetchLimits limits,
                            MailStore::Callback<Fetched> done) {
    writer_.ask(work<Fetched>(std::move(done), [account, after, limits](MailTables& tables) {
        return tables.fetch(account, after, limits);
    }));
}

void SqliteMailStore::acknowledge(AccountId account, std::vector<std::uint64_t> sequences) {
    writer_.changeLater(work<void>({}, [account, sequences = std::move(sequences)](MailTables& tables) {
        return tables.acknowledge(account, sequences);
    }));
}

void SqliteMailStore::stillWaiting(AccountId sender, std::string recipient, std::vector<MessageId> ids,
                                   MailStore::Callback<std::vector<MessageId>> done) {
    writer_.ask(work<std::vector<MessageId>>(
        std::move(done), [sender, recipient = std::move(recipient), ids = std::move(ids)](
                             MailTables& tables) { return tables.stillWaiting(sender, recipient, ids); }));
}

void SqliteMailStore::allParcels(ParcelLedger::Callback<std::vector<ParcelRow>> done) {
    writer_.ask(work<std::vector<ParcelRow>>(std::move(done),
                                             [](MailTables& tables) { return tables.parcels().all(); }));
}

void SqliteMailStore::putParcel(ParcelRow row, ParcelLedger::Callback<void> done) {
    writer_.change(
        work<void>(std::move(done), [row](MailTables& tables) { return tables.parcels().put(row); }));
}

void SqliteMailStore::removeParcel(ParcelKey key, ParcelLedger::Callback<void> done) {
    writer_.change(
        work<void>(std::move(done), [key](MailTables& tables) { return tables.parcels().remove(key); }));
}

void SqliteMailStore::close() {
    writer_.close();
}

}  // namespace sesame::hub
