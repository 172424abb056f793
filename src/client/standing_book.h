// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/session_journal.h"

#include "sesame/client/shares.h"

namespace sesame::client {

/// A share that may be opened again without a question, as one side keeps it.
struct StandingRecord {
    ShareId id;
    ContactId peer;
    PublicIdentity identity;  ///< the peer's key when it was granted; nobody else's opens it
    SessionJournal::Side side = SessionJournal::Side::Receiver;
    std::string name;  ///< as it may be shown
    trigger::ShareLevel level = trigger::ShareLevel::Look;
    std::int64_t grantedMs = 0;
    std::int64_t untilMs = 0;  ///< 0: until it is ended
    std::int64_t grantedBootMs = 0;
    std::string bootId;
    std::int64_t seenMs = 0;  ///< the latest time of the wall clock at which it was opened
    // Of the receiver's side.
    consent::ResolvedTarget target{};  ///< the very object that was consented to (I2)
    std::uint32_t minutes = 0;         ///< that one opening lasts at most
};

/// Keeps the standing shares of both sides, in the database. Each change is part of the caller's transaction,
/// if there is one. One thread.
class StandingBook {
  public:
    static constexpr std::size_t kMost = 500;

    StandingBook(Ledger& ledger, const Clock& clock, std::string bootId)
        : ledger_(ledger), clock_(clock), bootId_(std::move(bootId)) {}

    std::vector<StandingRecord> all() const;
    std::optional<StandingRecord> find(const ShareId& id, SessionJournal::Side side) const;
    /// Full when there are too many.
    Status add(StandingRecord record);
    /// The newer of the two by id and side.
    Status update(const StandingRecord& record);
    Status remove(const ShareId& id, SessionJournal::Side side);

    /// Over on either clock, or the wall clock was set back to before it was granted or last opened.
    bool isOver(const StandingRecord& record) const;

  private:
    Status store(const std::vector<StandingRecord>& records);

    Ledger& ledger_;
    const Clock& clock_;
    const std::string bootId_;
};

}  // namespace sesame::client
