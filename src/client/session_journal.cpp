// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session_journal.h"

#include "sesame/wire/frame.h"

#include <journal.pb.h>

#include <algorithm>
#include <utility>

namespace sesame::client {
namespace {

namespace pb = wire::pb;

constexpr const char* kRunningSessions = "sessions.running";
constexpr std::size_t kMaxBytes = 1024UL * 1024;

void write(const SessionJournal::Entry& entry, pb::RunningSession& out) {
    out.set_session(toString(entry.session.view()));
    out.set_peer(entry.peer.value);
    out.set_side(static_cast<std::uint32_t>(entry.side));
    out.set_highest(static_cast<std::uint32_t>(entry.highest));
    out.set_seen(entry.seen);
    out.set_started_ms(entry.startedMs);
    if (!entry.share)
        return;
    auto& share = *out.mutable_share();
    share.set_name(entry.share->name);
    share.set_level(static_cast<std::uint32_t>(entry.share->level));
    share.set_taken(entry.share->taken);
    share.set_taken_bytes(entry.share->takenBytes);
    share.set_put(entry.share->put);
}

Result<SessionJournal::Entry> read(const pb::RunningSession& in) {
    SessionJournal::Entry out;
    SESAME_TRY_ASSIGN(out.session, StreamId::from(asBytes(in.session())));
    out.peer = ContactId{in.peer()};
    out.side = static_cast<SessionJournal::Side>(in.side());
    out.highest = static_cast<trigger::RemoteLevel>(in.highest());
    out.seen = in.seen();
    out.startedMs = in.started_ms();
    if (in.has_share())
        out.share = SharedFiles{in.share().name(), static_cast<trigger::ShareLevel>(in.share().level()),
                                in.share().taken(), in.share().taken_bytes(), in.share().put()};
    return out;
}

/// What a step is called in the diary.
std::string eventOf(const SessionJournal::Entry& entry, const char* step) {
    const bool here = entry.side == SessionJournal::Side::Receiver;
    if (entry.share)
        return std::string(here ? "share-" : "shared-") + step;
    return std::string(here ? "session-" : "viewing-") + step;
}

std::string beginningOf(const SessionJournal::Entry& entry) {
    if (entry.share)
        return std::string(trigger::name(entry.share->level)) + ", " + entry.share->name;
    return trigger::name(entry.highest);
}

}  // namespace

std::vector<SessionJournal::Entry> SessionJournal::running() {
    pb::RunningSessions stored;
    std::vector<Entry> out;
    if (!wire::parse(ledger_.bytes(kRunningSessions), stored, kMaxBytes))
        return out;
    for (const auto& one : stored.sessions())
        if (const auto entry = read(one))
            out.push_back(*entry);
    return out;
}

Status SessionJournal::store(const std::vector<Entry>& entries) {
    if (entries.empty())
        return ledger_.store().removeValue(kRunningSessions);
    pb::RunningSessions out;
    for (const Entry& entry : entries)
        write(entry, *out.add_sessions());
    return ledger_.store().setValue(kRunningSessions, wire::serialise(out));
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
        return record(entry, eventOf(entry, "start"), beginningOf(entry));
    });
}

void SessionJournal::note(const Entry& entry, const std::string& event, const std::string& detail) {
    static_cast<void>(record(entry, event, detail));
}

void SessionJournal::seen(Entry& entry) {
    if (!std::exchange(entry.seen, true))
        update(entry);
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
        SESAME_TRY(record(entry, eventOf(entry, "end"),
                          std::string(name(why)) + ", " + std::to_string(seconds) + " s"));
        const MessageId id{entry.session.value};
        auto row = entry.share ? shareRow(id, {why, *entry.share, entry.seen, seconds})
                               : sessionRow(id, {why, entry.highest, entry.seen, seconds});
        row.contact = entry.peer;
        row.direction = entry.side == Side::Receiver ? Direction::Outgoing : Direction::Incoming;
        row.sentMs = clock_.wallMs();
        SESAME_TRY(conversation_.add(std::move(row)));
        return {};
    });
}

Status SessionJournal::cameTooLate(ContactId from) {
    return conversation_.notice(from, Notice::CameTooLate);
}

std::vector<SessionJournal::Entry> SessionJournal::closeCutOff() {
    auto left = running();
    for (const Entry& entry : left)
        static_cast<void>(end(entry, SessionEnd::Failed));
    return left;
}

}  // namespace sesame::client
