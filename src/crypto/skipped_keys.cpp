// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/skipped_keys.h"

namespace sesame::crypto {

std::optional<SkippedKeys::Position> SkippedKeys::find(const MessageHeader& header) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.number == header.number && entry.ratchetKey == header.ratchetKey;
    });
    return found == entries_.end() ? std::nullopt : std::optional(found);
}

void SkippedKeys::append(SkippedKeys&& newer) {
    entries_.splice(entries_.end(), newer.entries_);
    while (entries_.size() > kMaxStored)
        entries_.pop_front();
}

SkippedKeys SkippedKeys::clone() const {
    SkippedKeys copy;
    for (const Entry& entry : entries_)
        copy.add({entry.ratchetKey, entry.number, entry.messageKey.clone()});
    return copy;
}

void SkippedKeys::write(Writer& writer) const {
    writer.u32(static_cast<std::uint32_t>(entries_.size()));
    for (const Entry& entry : entries_)
        writer.raw(entry.ratchetKey.view()).u32(entry.number).raw(entry.messageKey.view());
}

Result<SkippedKeys> SkippedKeys::read(Reader& reader) {
    const std::uint32_t count = reader.u32();
    if (count > kMaxStored)
        return Error{ErrorCode::Malformed, "too many skipped keys"};
    SkippedKeys keys;
    for (std::uint32_t i = 0; i < count && !reader.failed(); ++i) {
        Entry entry;
        entry.ratchetKey = AgreementPublic{reader.array<32>()};
        entry.number = reader.u32();
        entry.messageKey = reader.key();
        keys.add(std::move(entry));
    }
    return keys;
}

}  // namespace sesame::crypto
