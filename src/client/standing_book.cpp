// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/standing_book.h"

#include "client/invitation_time.h"

#include "sesame/wire/frame.h"

#include <journal.pb.h>

#include <algorithm>

namespace sesame::client {
namespace {

namespace pb = wire::pb;
using Side = SessionJournal::Side;

constexpr const char* kStandingShares = "shares.standing";
constexpr std::size_t kMostStandingBytes = 8UL * 1024 * 1024;

void writeRecord(const StandingRecord& in, pb::StandingRecord& out) {
    out.set_share(toString(in.id.view()));
    out.set_peer(in.peer.value);
    out.set_identity(toString(in.identity.view()));
    out.set_side(static_cast<std::uint32_t>(in.side));
    out.set_name(in.name);
    out.set_level(static_cast<std::uint32_t>(in.level));
    out.set_granted_ms(in.grantedMs);
    out.set_until_ms(in.untilMs);
    out.set_granted_boot_ms(in.grantedBootMs);
    out.set_boot_id(in.bootId);
    out.set_seen_ms(in.seenMs);
    out.set_path(in.target.reference);
    out.set_display(in.target.display);
    out.set_fingerprint(in.target.fingerprint);
    out.set_minutes(in.minutes);
}

Result<StandingRecord> readRecord(const pb::StandingRecord& in) {
    StandingRecord out;
    SESAME_TRY_ASSIGN(out.id, StreamId::from(asBytes(in.share())));
    SESAME_TRY_ASSIGN(out.identity, PublicIdentity::from(asBytes(in.identity())));
    out.peer = ContactId{in.peer()};
    out.side = static_cast<Side>(in.side());
    out.name = in.name();
    out.level = static_cast<trigger::ShareLevel>(in.level());
    out.grantedMs = in.granted_ms();
    out.untilMs = in.until_ms();
    out.grantedBootMs = in.granted_boot_ms();
    out.bootId = in.boot_id();
    out.seenMs = in.seen_ms();
    out.target = {in.display(), in.path(), in.fingerprint()};
    out.minutes = in.minutes();
    return out;
}

}  // namespace

std::vector<StandingRecord> StandingBook::all() const {
    pb::StandingRecords stored;
    std::vector<StandingRecord> out;
    if (!wire::parse(ledger_.bytes(kStandingShares), stored, kMostStandingBytes))
        return out;
    for (const auto& one : stored.shares())
        if (auto record = readRecord(one))
            out.push_back(std::move(*record));
    return out;
}

std::optional<StandingRecord> StandingBook::find(const ShareId& id, Side side) const {
    for (auto& record : all())
        if (record.id == id && record.side == side)
            return record;
    return std::nullopt;
}

Status StandingBook::store(const std::vector<StandingRecord>& records) {
    if (records.empty())
        return ledger_.store().removeValue(kStandingShares);
    pb::StandingRecords out;
    for (const auto& record : records)
        writeRecord(record, *out.add_shares());
    return ledger_.store().setValue(kStandingShares, wire::serialise(out));
}

Status StandingBook::add(StandingRecord record) {
    record.grantedMs = record.seenMs = clock_.wallMs();
    record.grantedBootMs = clock_.bootMs();
    record.bootId = bootId_;
    return ledger_.transact([&]() -> Status {
        auto records = all();
        if (records.size() >= kMost)
            return Error{ErrorCode::Full, "too many standing shares"};
        records.push_back(record);
        return store(records);
    });
}

Status StandingBook::update(const StandingRecord& record) {
    return ledger_.transact([&]() -> Status {
        auto records = all();
        for (auto& one : records)
            if (one.id == record.id && one.side == record.side)
                one = record;
        return store(records);
    });
}

Status StandingBook::remove(const ShareId& id, Side side) {
    return ledger_.transact([&]() -> Status {
        auto records = all();
        std::erase_if(records, [&](const auto& one) { return one.id == id && one.side == side; });
        return store(records);
    });
}

bool StandingBook::isOver(const StandingRecord& record) const {
    if (record.untilMs == 0)
        return false;
    const std::int64_t now = clock_.wallMs();
    const bool sameBoot = record.bootId == bootId_;
    return now >= record.untilMs || now < record.seenMs - InvitationTime::kJumpMs ||
           (sameBoot && clock_.bootMs() - record.grantedBootMs >= record.untilMs - record.grantedMs);
}

}  // namespace sesame::client
