// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session_journal.h"

#include "client/outcome_row.h"

#include <algorithm>

namespace sesame::client {
namespace {

constexpr const char* kRunningSessions = "sessions.running";
constexpr std::size_t kSeenAt = StreamId::kSize + 10;
constexpr std::size_t kStartAt = kSeenAt + 1;
constexpr std::size_t kJournalEntryBytes = kStartAt + 8;

void put(std::int64_t number, std::byte* out) {
    for (int i = 0; i < 8; ++i)
        out[i] = static_cast<std::byte>(static_cast<std::uint64_t>(number) >> (8 * i));
}

std::int64_t get(const std::byte* in) {
    std::uint64_t out = 0;
    for (int i = 0; i < 8; ++i)
        out |= std::to_integer<std::uint64_t>(in[i]) << (8 * i);
    return static_cast<std::int64_t>(out);
}

// session (16) | peer (8) | side (1) | highest level (1) | seen (1) | start (8)
void write(const SessionJournal::Entry& entry, std::byte* out) {
    std::ranges::copy(entry.session.value, out);
    put(entry.peer.value, out + StreamId::kSize);
    out[StreamId::kSize + 8] = static_cast<std::byte>(entry.side);
    out[StreamId::kSize + 9] = static_cast<std::byte>(entry.highest);
    out[kSeenAt] = static_cast<std::byte>(entry.seen);
    put(entry.startedMs, out + kStartAt);
}

SessionJournal::Entry read(const std::byte* in) {
    SessionJournal::Entry out;
    std::copy_n(in, StreamId::kSize, out.session.value.begin());
    out.peer = ContactId{get(in + StreamId::kSize)};
    out.side = static_cast<SessionJournal::Side>(in[StreamId::kSize + 8]);
    out.highest = static_cast<trigger::RemoteLevel>(in[StreamId::kSize + 9]);
    out.seen = in[kSeenAt] != std::byte{0};
    out.startedMs = get(in + kStartAt);
    return out;
}

}  // namespace

std::vector<SessionJournal::Entry> SessionJournal::running() {
    const Bytes stored = ledger_.bytes(kRunningSessions);
    std::vector<Entry> out;
    for (std::size_t at = 0; at + kJournalEntryBytes <= stored.size(); at += kJournalEntryBytes)
        out.push_back(read(stored.data() + at));
    return out;
}

Status SessionJournal::store(const std::vector<Entry>& entries) {
    if (entries.empty())
        return ledger_.store().removeValue(kRunningSessions);
    Bytes bytes(entries.size() * kJournalEntryBytes);
    for (std::size_t i = 0; i < entries.size(); ++i)
        write(entries[i], bytes.data() + i * kJournalEntryBytes);
    return ledger_.store().setValue(kRunningSessions, bytes);
}

Status SessionJournal::record(const Entry& entry, const std::string& event, const std::string& detail) {
    SESAME_TRY_ASSIGN(const auto peer, contacts_.get(entry.peer));
    return diary_.record(event, peer, detail);
}

Status SessionJournal::begin(const Entry& entry) {
    return ledger_.transact([&]() -> Status {
        auto entries = running();
        entries.push_back(entry);
        SESAME_TRY(store(entries));
        return record(entry, entry.side == Side::Receiver ? "session-start" : "viewing-start",
                      trigger::name(entry.highest));
    });
}

void SessionJournal::note(const Entry& entry, const std::string& event, const std::string& detail) {
    static_cast<void>(record(entry, event, detail));
}

void SessionJournal::update(const Entry& entry) {
    static_cast<void>(ledger_.transact([&]() -> Status {
        auto entries = running();
        for (Entry& one : entries)
            if (one.session == entry.session)
                one = entry;
        return store(entries);
    }));
}

Status SessionJournal::end(const Entry& entry, SessionEnd why) {
    return ledger_.transact([&]() -> Status {
        auto entries = running();
        std::erase_if(entries, [&](const Entry& one) { return one.session == entry.session; });
        SESAME_TRY(store(entries));
        const std::int64_t seconds = std::max<std::int64_t>(0, clock_.wallMs() - entry.startedMs) / 1000;
        SESAME_TRY(record(entry, entry.side == Side::Receiver ? "session-end" : "viewing-end",
                          std::string(name(why)) + ", " + std::to_string(seconds) + " s"));
        auto row = sessionRow(MessageId{entry.session.value}, {why, entry.highest, entry.seen, seconds});
        row.contact = entry.peer;
        row.direction = entry.side == Side::Receiver ? Direction::Outgoing : Direction::Incoming;
        row.sentMs = clock_.wallMs();
        SESAME_TRY(conversation_.add(std::move(row)));
        return {};
    });
}

std::vector<SessionJournal::Entry> SessionJournal::closeCutOff() {
    auto left = running();
    for (const Entry& entry : left)
        static_cast<void>(end(entry, SessionEnd::Failed));
    return left;
}

}  // namespace sesame::client
