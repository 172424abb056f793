// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/contact_book.h"
#include "client/outcome_row.h"

namespace sesame::client {

/// Keeps help sessions and shares on record: each step in the diary (I6), and in the conversation, once it is
/// over, who saw or took what, for how long and why it ended; also when this program ended in the middle. One
/// thread.
class SessionJournal {
  public:
    enum class Side : std::uint8_t { Receiver = 1, Helper = 2 };
    struct Entry {
        StreamId session;
        ContactId peer;
        Side side = Side::Receiver;
        trigger::RemoteLevel highest = trigger::RemoteLevel::Look;  ///< that was granted so far
        bool seen = false;                                          ///< the helper came at all
        std::int64_t startedMs = 0;
        std::optional<SharedFiles> share{};  ///< set: it is a share, and no level was granted
    };

    SessionJournal(Ledger& ledger, ContactBook& contacts, Conversation& conversation, Diary& diary,
                   const Clock& clock)
        : ledger_(ledger), contacts_(contacts), conversation_(conversation), diary_(diary), clock_(clock) {}

    /// On disk when it returns; without it there is no session.
    Status begin(const Entry& entry);
    /// "session-pause", "session-level", "share-taken" … with what changed to what. Part of the caller's
    /// transaction, if there is one.
    void note(const Entry& entry, const std::string& event, const std::string& detail);
    /// The helper has come.
    void seen(Entry& entry);
    /// A higher level, or more files. Part of the caller's transaction, if there is one.
    void update(const Entry& entry);
    /// Part of the caller's transaction, if there is one.
    Status end(const Entry& entry, SessionEnd why);

    /// They said yes to something that this user asked for, and the word of it came too late to act on.
    Status cameTooLate(ContactId from);

    /// At start: those that this program left behind when it ended, each closed as Failed.
    std::vector<Entry> closeCutOff();

  private:
    std::vector<Entry> running();
    Status store(const std::vector<Entry>& entries);
    Status record(const Entry& entry, const std::string& event, const std::string& detail);

    Ledger& ledger_;
    ContactBook& contacts_;
    Conversation& conversation_;
    Diary& diary_;
    const Clock& clock_;
};

}  // namespace sesame::client
