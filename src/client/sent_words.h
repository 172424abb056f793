// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/store/records.h"
#include "sesame/trigger/judge.h"

#include <deque>
#include <optional>

namespace sesame::client {

/// What this user wrote a moment ago, as it was composed: what an order from elsewhere must be about (I5). In
/// memory only, so that nothing from before a restart can be ordered. One thread.
class SentWords {
  public:
    static constexpr std::int64_t kKeptMs = 5LL * 60 * 1000;
    static constexpr std::size_t kMost = 64;

    explicit SentWords(const Clock& clock) : clock_(clock) {}
    void remember(store::ContactId to, const trigger::OwnMessage& message);
    /// Once: it is gone then.
    std::optional<trigger::OwnMessage> take(store::ContactId to, const MessageId& id);

  private:
    struct Sent {
        store::ContactId to;
        trigger::OwnMessage message;
        std::int64_t bootMs = 0;
    };
    const Clock& clock_;
    std::deque<Sent> sent_;
};

}  // namespace sesame::client
