// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/envelope.h"

#include <list>

namespace sesame::crypto {

/// MKSKIPPED of the Double Ratchet specification: keys of messages that are still on their way, oldest first.
class SkippedKeys {
  public:
    static constexpr std::size_t kMaxPerMessage = 1'000;
    static constexpr std::size_t kMaxStored = 2'000;

    struct Entry {
        AgreementPublic ratchetKey;
        std::uint32_t number = 0;
        Key messageKey;
    };
    using Position = std::list<Entry>::const_iterator;

    std::optional<Position> find(const MessageHeader& header) const;
    void erase(Position position) { entries_.erase(position); }
    std::size_t size() const { return entries_.size(); }
    void add(Entry entry) { entries_.push_back(std::move(entry)); }
    /// Takes over all of `newer` and forgets the oldest beyond kMaxStored.
    void append(SkippedKeys&& newer);

    SkippedKeys clone() const;
    void write(Writer& writer) const;
    static Result<SkippedKeys> read(Reader& reader);

  private:
    std::list<Entry> entries_;
};

}  // namespace sesame::crypto
