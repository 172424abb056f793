// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/parcel_shelf.h"

#include "hub/shelved_parcel.h"

#include "sesame/wire/parcel_limits.h"

#include <algorithm>
#include <future>

namespace sesame::hub {
namespace {

namespace pb = wire::pb;

constexpr std::int64_t kMostLookMs = 60'000;
constexpr std::int64_t kLeastLookMs = 100;
// A sender that was told to wait goes on once there is so much room, not for every single piece.
constexpr std::uint64_t kRoomAgain = 512UL * 1024;
// Of what went by and lies in no file, the ledger need not know each step: the receiver says where it is.
constexpr std::uint64_t kRecordStep = 2UL * 1024 * 1024;

pb::Refusal::Code refusalFor(ErrorCode code) {
    return code == ErrorCode::Cancelled ? pb::Refusal::SHUTTING_DOWN : pb::Refusal::HUB_FULL;
}

}  // namespace

ParcelShelf::ParcelShelf(ParcelFiles files, ParcelLedger& ledger, ParcelLimits limits, const Clock& clock)
    : files_(std::move(files)), ledger_(ledger), limits_(limits), clock_(clock) {
}

ParcelShelf::~ParcelShelf() {
    close();
}

Result<std::unique_ptr<ParcelShelf>> ParcelShelf::open(const std::filesystem::path& folder,
                                                       ParcelLedger& ledger, ParcelLimits limits,
                                                       const Clock& clock) {
    SESAME_TRY_ASSIGN(auto files, ParcelFiles::open(folder));
    std::unique_ptr<ParcelShelf> shelf(new ParcelShelf(std::move(files), ledger, limits, clock));
    SESAME_TRY(shelf->load());
    shelf->thread_ = std::thread([raw = shelf.get()] { raw->run(); });
    return shelf;
}

Status ParcelShelf::load() {
    std::promise<Result<std::vector<ParcelRow>>> promise;
    ledger_.allParcels([&](Result<std::vector<ParcelRow>> all) { promise.set_value(std::move(all)); });
    SESAME_TRY_ASSIGN(auto rows, promise.get_future().get());
    files_.removeAllBut(rows);
    for (ParcelRow& row : rows) {
        // Another disk than the ledger's, or a copy of it: what is not whole counts as not there.
        if (row.taken > row.stored || !files_.has(row.key, row.taken, row.stored))
            row.stored = row.taken;
        files_.removeBelow(row.key, row.taken);
        auto parcel = std::make_unique<Parcel>();
        parcel->row = row;
        parcel->received = parcel->synced = parcel->filed = row.stored;
        parcel->recorded = row.taken;
        loads_[row.key.sender] += parcel->lying();
        ++counts_[row.key.sender];
        ++statistics_.parcels;
        statistics_.bytes += static_cast<std::int64_t>(parcel->lying());
        parcels_.emplace(row.key, std::move(parcel));
    }
    return {};
}

// What others call.
void ParcelShelf::post(Job job) {
    {
        const std::lock_guard lock(mutex_);
        if (closed_)
            return;
        jobs_.push_back(std::move(job));
    }
    ready_.notify_one();
}

void ParcelShelf::send(const Place& place, EndPtr end) {
    post([this, place, end = std::move(end)] { startSending(place, end); });
}

void ParcelShelf::fetch(const Place& place, std::uint64_t from, EndPtr end) {
    post([this, place, from, end = std::move(end)] { startFetching(place, from, end); });
}

void ParcelShelf::append(const Place& place, std::uint64_t offset, Bytes bytes, EndPtr end) {
    post([this, place, offset, bytes = std::move(bytes), end = std::move(end)]() mutable {
        const std::size_t size = bytes.size();
        add(place, offset, std::move(bytes), end.get());
        end->settled(size);
    });
}

void ParcelShelf::taken(const Place& place, std::uint64_t offset, EndPtr end) {
    post([this, place, offset, end = std::move(end)] {
        Parcel* parcel = find(place);
        // Only what was given on this connection can have been taken.
        if (parcel && parcel->receiver == end && offset > parcel->row.taken && offset <= parcel->given) {
            take(*parcel, offset);
            give(*parcel);
        }
    });
}

void ParcelShelf::drop(const Place& place, EndPtr end) {
    post([this, place, end = std::move(end)] {
        if (find(place))
            forget(place.key);
        else
            end->over();
    });
}

void ParcelShelf::leave(const Place& place, EndPtr end) {
    post([this, place, end = std::move(end)] {
        dismiss(place.key.sender, end.get());
        dismiss(place.recipient, end.get());
        if (const auto early = early_.find(place); early != early_.end() && early->second.first == end)
            early_.erase(early);
        Parcel* parcel = find(place);
        if (parcel && parcel->sender == end)
            parcel->sender.reset();
        if (parcel && parcel->receiver == end) {
            parcel->receiver.reset();
            keep(*parcel);
        }
    });
}

void ParcelShelf::close() {
    {
        const std::lock_guard lock(mutex_);
        if (closed_)
            return;
        closed_ = true;
    }
    ready_.notify_one();
    if (thread_.joinable())
        thread_.join();
}

std::int64_t ParcelShelf::lookMs() const {
    return std::clamp(limits_.keepMs / 4, kLeastLookMs, kMostLookMs);
}

// The thread.
void ParcelShelf::run() {
    while (true) {
        std::vector<Job> jobs;
        bool last = false;
        {
            std::unique_lock lock(mutex_);
            const std::int64_t waitMs =
                passing_.empty() && held_.empty() ? lookMs() : std::min(lookMs(), kPaceLookMs);
            ready_.wait_for(lock, std::chrono::milliseconds(waitMs),
                            [this] { return closed_ || !jobs_.empty(); });
            jobs.swap(jobs_);
            last = closed_;
        }
        for (const Job& job : jobs)
            job();
        lookAtPace();
        flush();
        expire();
        if (last)
            return;
    }
}

ParcelShelf::Parcel* ParcelShelf::find(const Place& place) {
    const auto found = parcels_.find(place.key);
    return found != parcels_.end() && found->second->row.recipient == place.recipient ? found->second.get()
                                                                                      : nullptr;
}

ParcelShelf::Parcel& ParcelShelf::begin(const Place& place, std::uint64_t at) {
    auto parcel = std::make_unique<Parcel>();
    parcel->row = {place.key, place.recipient, at, at, clock_.wallMs()};
    parcel->received = parcel->synced = parcel->given = at;
    parcel->epoch = ++lastEpoch_;
    ++counts_[place.key.sender];
    ++statistics_.parcels;
    record(*parcel);
    return *(parcels_[place.key] = std::move(parcel));
}

bool ParcelShelf::admit(AccountId account, const EndPtr& end) {
    auto& ends = ends_[account];
    if (ends.size() >= limits_.ends)
        return false;
    ends.insert(end.get());
    return true;
}

void ParcelShelf::dismiss(AccountId account, const End* end) {
    const auto found = ends_.find(account);
    if (found == ends_.end())
        return;
    found->second.erase(end);
    if (found->second.empty())
        ends_.erase(found);
}

void ParcelShelf::replace(EndPtr& current, AccountId account, const EndPtr& end) {
    if (current) {
        dismiss(account, current.get());
        current->refused(pb::Refusal::REPLACED);
    }
    current = end;
}

void ParcelShelf::startSending(const Place& place, const EndPtr& end) {
    const auto known = parcels_.find(place.key);
    if (known != parcels_.end() && known->second->row.recipient != place.recipient)
        return end->refused(pb::Refusal::STREAM_TAKEN);
    const bool isNew = known == parcels_.end();
    if ((isNew && counts_[place.key.sender] >= limits_.parcels) || !admit(place.key.sender, end))
        return end->refused(pb::Refusal::TOO_FAST);
    const auto early = early_.find(place);
    Parcel& parcel = isNew ? begin(place, early == early_.end() ? 0 : early->second.second) : *known->second;
    replace(parcel.sender, place.key.sender, end);
    parcel.full = false;
    if (early != early_.end()) {
        parcel.receiver = early->second.first;
        early_.erase(early);
    }
    tell(parcel, true);
}

void ParcelShelf::startFetching(const Place& place, std::uint64_t from, const EndPtr& end) {
    if (!admit(place.recipient, end))
        return end->refused(pb::Refusal::TOO_FAST);
    pb::ParcelState state;
    Parcel* parcel = find(place);
    if (!parcel) {
        auto& early = early_[place];
        replace(early.first, place.recipient, end);
        early.second = from;
        state.set_stored(from);
        state.set_taken(from);
        state.set_missing(true);
        return end->said(state);
    }
    replace(parcel->receiver, place.recipient, end);
    keep(*parcel);
    parcel->given = std::max(from, parcel->row.taken);
    // The receiver is right about what it has: what is missing comes from the sender again.
    if (from < parcel->row.taken || from > parcel->row.stored)
        rewind(*parcel, from);
    else if (from > parcel->row.taken)
        take(*parcel, from);
    state.set_stored(parcel->row.stored);
    state.set_taken(parcel->row.taken);
    state.set_missing(!parcel->sender && parcel->row.stored == from);
    end->said(state);
    parcel->slow = false;
    parcel->holdUntilMs = clock_.bootMs() + kCatchUpMs;
    give(*parcel);
}

void ParcelShelf::add(const Place& place, std::uint64_t offset, Bytes bytes, const End* end) {
    Parcel* parcel = find(place);
    if (!parcel || parcel->sender.get() != end || parcel->full || offset != parcel->received)
        return;
    auto& load = loads_[place.key.sender];
    if (load + bytes.size() > limits_.bytes) {
        parcel->full = true;
        return tell(*parcel, false);
    }
    const std::size_t size = bytes.size();
    if (passes(*parcel, size))
        pass(*parcel, offset, std::move(bytes));
    else if (!keep(*parcel) || !file(*parcel, offset, bytes))
        return;
    parcel->received += size;
    load += size;
    statistics_.bytes += static_cast<std::int64_t>(size);
}

bool ParcelShelf::file(Parcel& parcel, std::uint64_t offset, ByteView bytes) {
    if (const auto written = files_.write(parcel.row.key, offset, bytes); !written) {
        failed(parcel, written.error().code);
        return false;
    }
    parcel.filed = offset + bytes.size();
    written_.insert(parcel.row.key);
    return true;
}

/// Nothing of it lies here any more, and its sender goes on at `at`.
void ParcelShelf::rewind(Parcel& parcel, std::uint64_t at) {
    lighten(parcel.row.key.sender, parcel.lying());
    files_.remove(parcel.row.key);
    parcel.filed = 0;
    written_.erase(parcel.row.key);
    letGo(parcel);
    parcel.row.stored = parcel.row.taken = parcel.received = parcel.synced = parcel.given = at;
    parcel.epoch = ++lastEpoch_;
    parcel.full = false;
    record(parcel);
    tell(parcel, true);
}

void ParcelShelf::take(Parcel& parcel, std::uint64_t offset) {
    const std::uint64_t bytes = offset - parcel.row.taken;
    const bool hadFiles = parcel.row.taken < parcel.filed;
    parcel.row.taken = offset;
    parcel.slow = parcel.slow && offset < parcel.received;
    parcel.row.touchedMs = clock_.wallMs();
    statistics_.taken += bytes;
    if (offset > parcel.row.stored)
        arrived(parcel, offset);
    if (hadFiles || offset >= parcel.recorded + kRecordStep)
        record(parcel);
    lighten(parcel.row.key.sender, bytes);
}

void ParcelShelf::give(Parcel& parcel) {
    while (parcel.receiver && parcel.given < parcel.row.stored && parcel.given - parcel.row.taken < kWindow) {
        const auto most = static_cast<std::size_t>(
            std::min<std::uint64_t>(wire::kMaxParcelPieceBytes, parcel.row.stored - parcel.given));
        auto piece = files_.read(parcel.row.key, parcel.given, most);
        if (!piece)
            return rewind(parcel, parcel.row.taken);
        const std::uint64_t at = parcel.given;
        parcel.given += piece->size();
        parcel.receiver->given(at, *piece);
    }
    if (!holds(parcel) && held_.erase(parcel.row.key) > 0)
        tell(parcel, false);
}

void ParcelShelf::tell(const Parcel& parcel, bool resume) {
    if (!parcel.sender)
        return;
    pb::ParcelState state;
    state.set_stored(parcel.row.stored);
    state.set_taken(parcel.row.taken);
    state.set_full(parcel.full);
    if (resume)
        state.set_resume_at(parcel.received);
    parcel.sender->said(state);
}

// One sync for everything that came while the disk was busy.
void ParcelShelf::flush() {
    for (const ParcelKey& key : std::exchange(written_, {})) {
        Parcel& parcel = *parcels_.at(key);
        if (const auto synced = files_.sync(key, parcel.synced, parcel.received); !synced) {
            failed(parcel, synced.error().code);
            continue;
        }
        parcel.synced = parcel.received;
        parcel.recorded = parcel.row.taken;
        ParcelRow row = parcel.row;
        row.stored = parcel.synced;
        row.touchedMs = clock_.wallMs();
        ledger_.putParcel(row, [this, key, epoch = parcel.epoch, until = row.stored](const Status& written) {
            post([this, key, epoch, until, written] { flushed(key, epoch, until, written); });
        });
    }
}

void ParcelShelf::flushed(const ParcelKey& key, std::uint64_t epoch, std::uint64_t until,
                          const Status& written) {
    const auto found = parcels_.find(key);
    if (found == parcels_.end() || found->second->epoch != epoch)
        return;
    Parcel& parcel = *found->second;
    if (!written)
        return failed(parcel, written.error().code);
    until = std::max(until, parcel.row.stored);
    statistics_.stored += until - parcel.row.stored;
    parcel.row.stored = until;
    parcel.row.touchedMs = clock_.wallMs();
    give(parcel);
    if (holds(parcel))
        held_.insert(key);
    else
        tell(parcel, false);
}

/// What is not for good yet is not there.
void ParcelShelf::failed(Parcel& parcel, ErrorCode code) {
    lighten(parcel.row.key.sender, parcel.received - parcel.row.stored);
    parcel.received = parcel.synced = parcel.row.stored;
    // What went by and was not confirmed is lost here, so no confirmation of it counts.
    parcel.given = std::min(parcel.given, parcel.row.stored);
    parcel.epoch = ++lastEpoch_;
    written_.erase(parcel.row.key);
    letGo(parcel);
    if (const EndPtr sender = std::exchange(parcel.sender, nullptr)) {
        dismiss(parcel.row.key.sender, sender.get());
        sender->refused(refusalFor(code));
    }
}

void ParcelShelf::record(Parcel& parcel) {
    parcel.row.touchedMs = clock_.wallMs();
    parcel.recorded = parcel.row.taken;
    ParcelRow row = parcel.row;
    row.stored = parcel.synced;
    ledger_.putParcel(row, [this, key = row.key, taken = row.taken](const Status& written) {
        // Not before: what the ledger says is there must be there.
        if (written)
            post([this, key, taken] {
                if (const auto found = parcels_.find(key);
                    found != parcels_.end() && found->second->row.taken >= taken)
                    files_.removeBelow(key, taken);
            });
    });
}

void ParcelShelf::lighten(AccountId sender, std::uint64_t bytes) {
    auto& load = loads_[sender];
    load -= bytes;
    statistics_.bytes -= static_cast<std::int64_t>(bytes);
    if (load + std::min(kRoomAgain, limits_.bytes / 2) > limits_.bytes)
        return;
    for (auto at = parcels_.lower_bound({sender, {}}); at != parcels_.end() && at->first.sender == sender;
         ++at) {
        Parcel& parcel = *at->second;
        if (!std::exchange(parcel.full, false))
            continue;
        tell(parcel, true);
    }
}

void ParcelShelf::forget(const ParcelKey& key) {
    letGo(*parcels_.at(key));
    held_.erase(key);
    const auto gone = parcels_.extract(key);
    const Parcel& parcel = *gone.mapped();
    files_.remove(key);
    written_.erase(key);
    ledger_.removeParcel(key, [](const Status&) {});
    lighten(key.sender, parcel.lying());
    if (--counts_[key.sender] == 0) {
        counts_.erase(key.sender);
        loads_.erase(key.sender);
    }
    --statistics_.parcels;
    for (const EndPtr& end : {parcel.sender, parcel.receiver})
        if (end)
            end->over();
}

void ParcelShelf::expire() {
    const std::int64_t now = clock_.wallMs();
    if (now - lookedMs_ < lookMs())
        return;
    lookedMs_ = now;
    std::vector<ParcelKey> over;
    for (const auto& [key, parcel] : parcels_)
        if (parcel->row.touchedMs + limits_.keepMs <= now)
            over.push_back(key);
    statistics_.expired += over.size();
    for (const ParcelKey& key : over)
        forget(key);
}

}  // namespace sesame::hub
