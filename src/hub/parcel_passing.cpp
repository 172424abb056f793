// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/shelved_parcel.h"

#include <algorithm>

namespace sesame::hub {

// Only behind everything that lies here: what is given stays in order.
bool ParcelShelf::passes(const Parcel& parcel, std::size_t bytes) const {
    return parcel.receiver && !parcel.slow && parcel.given == parcel.received &&
           (!parcel.passing.empty() || parcel.row.stored == parcel.received) &&
           parcel.passingBytes() + bytes <= kMostPassing && passingBytes_ + bytes <= kMostPassingInAll;
}

void ParcelShelf::pass(Parcel& parcel, std::uint64_t offset, Bytes bytes) {
    parcel.receiver->given(offset, bytes);
    parcel.given = offset + bytes.size();
    passingBytes_ += bytes.size();
    passing_.insert(parcel.row.key);
    parcel.passing.push_back({offset, std::move(bytes), clock_.bootMs()});
}

/// On the receiver's disk, whether or not it ever lay here.
void ParcelShelf::arrived(Parcel& parcel, std::uint64_t offset) {
    statistics_.stored += offset - parcel.row.stored;
    parcel.row.stored = offset;
    parcel.synced = std::max(parcel.synced, offset);
    while (!parcel.passing.empty() && parcel.passing.front().end() <= offset) {
        passingBytes_ -= parcel.passing.front().bytes.size();
        parcel.passing.pop_front();
    }
    if (parcel.passing.empty())
        passing_.erase(parcel.row.key);
    tell(parcel, false);
}

/// What went by so far lies here from now on: its receiver has gone, or is slower than its sender, who need
/// not wait for that. False when the disk does not take it.
bool ParcelShelf::keep(Parcel& parcel) {
    const auto pieces = parcel.passing;
    letGo(parcel);
    parcel.holdUntilMs = 0;
    return std::all_of(pieces.begin(), pieces.end(), [&](const Parcel::Piece& piece) {
        const std::uint64_t from = std::max(piece.offset, parcel.row.stored);
        return file(parcel, from,
                    ByteView(piece.bytes).subspan(static_cast<std::size_t>(from - piece.offset)));
    });
}

/// Its receiver is still reading what lies here, and will soon have all of it.
bool ParcelShelf::holds(const Parcel& parcel) const {
    return parcel.receiver && parcel.given < parcel.received && clock_.bootMs() < parcel.holdUntilMs;
}

void ParcelShelf::lookAtPace() {
    const std::int64_t now = clock_.bootMs();
    for (const ParcelKey& key : std::set(passing_)) {
        Parcel& parcel = *parcels_.at(key);
        if (parcel.passing.front().cameMs + kPaceMs <= now) {
            parcel.slow = true;
            keep(parcel);
        }
    }
    for (const ParcelKey& key : std::set(held_)) {
        const Parcel& parcel = *parcels_.at(key);
        if (!holds(parcel)) {
            held_.erase(key);
            tell(parcel, false);
        }
    }
}

void ParcelShelf::letGo(Parcel& parcel) {
    for (const Parcel::Piece& piece : parcel.passing)
        passingBytes_ -= piece.bytes.size();
    parcel.passing.clear();
    passing_.erase(parcel.row.key);
}

}  // namespace sesame::hub
