// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/store/records.h"
#include "sesame/trigger/judge.h"

#include <deque>
#include <optional>

namespace sesame::client {

/// What this user wrote a moment ago, as it was composed: what an order or hint from elsewhere must be about
/// (I5). In memory only, so that nothing from before a restart can be ordered. One thread.
class SentWords {
  public:
    static constexpr std::int64_t kKeptMs = 5LL * 60 * 1000;
    static constexpr std::size_t kMost = 64;

    explicit SentWords(const Clock& clock) : clock_(clock) {}
    void remember(store::ContactId to, const trigger::OwnMessage& message);
    std::optional<trigger::OwnMessage> find(store::ContactId to, const MessageId& id) const;
    /// Once: it is gone then.
    std::optional<trigger::OwnMessage> take(store::ContactId to, const MessageId& id);

    /// The hub may say something about it, once.
    void awaitHint(const MessageId& id);
    /// Whom it was written to, if a hint was awaited; none is from here on.
    std::optional<store::ContactId> takeHint(const MessageId& id);

  private:
    struct Sent {
        store::ContactId to;
        trigger::OwnMessage message;
        std::int64_t bootMs = 0;
        bool awaitsHint = false;
    };
    bool isRecent(const Sent& one) const { return clock_.bootMs() - one.bootMs < kKeptMs; }

    const Clock& clock_;
    std::deque<Sent> sent_;
};

}  // namespace sesame::client
