// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/sqlite.h"

#include "sesame/hub/parcel_ledger.h"

namespace sesame::hub {

/// The table of parcels in the file of a SQLite mail store. Transactions are MailTables'. One thread.
class ParcelTables {
  public:
    static Result<ParcelTables> open(SqliteConnection& connection);

    Result<std::vector<ParcelRow>> all();
    Status put(const ParcelRow& row);
    Status remove(const ParcelKey& key);

  private:
    ParcelTables(Statement all, Statement put, Statement remove)
        : all_(std::move(all)), put_(std::move(put)), remove_(std::move(remove)) {}

    Statement all_, put_, remove_;
};

}  // namespace sesame::hub
