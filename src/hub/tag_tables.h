// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/sqlite.h"

#include "sesame/hub/mail_store.h"

namespace sesame::hub {

/// The part of a SQLite mail store that holds what helpers want recognised: tags and references, of an owner
/// for one peer. The caller has begun a transaction and ends it. One thread.
class TagTables {
  public:
    static Result<std::unique_ptr<TagTables>> open(SqliteConnection& connection);

    /// Puts `tags` in the place of what `owner` had for `peer`. False, and nothing is changed, beyond
    /// MailStore::kMaxTagsOfPair or kMaxTagsOfAccount.
    Result<bool> replace(AccountId owner, AccountId peer, const std::vector<PublishedTag>& tags);
    /// In both directions.
    Status removeBetween(AccountId one, AccountId other);
    /// One look-up by key, whatever is in the tables.
    Result<std::optional<TagReference>> find(AccountId owner, AccountId peer, const PhraseTag& tag);

  private:
    struct Statements {
        Statement add, remove, find, countOthers;
    };
    explicit TagTables(Statements statements) : sql_(std::move(statements)) {}

    Statements sql_;
};

}  // namespace sesame::hub
