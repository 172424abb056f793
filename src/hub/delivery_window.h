// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/hub/mail_store.h"

#include <map>

namespace sesame::hub {

/// Which mail of one mailbox is on its way to the client that is connected: at most a window full, in order,
/// each until it is acknowledged. What does not fit stays in the store and is fetched when there is room.
/// Not thread-safe: the session guards it.
class DeliveryWindow {
  public:
    struct Fetch {
        std::uint64_t after = 0;
        FetchLimits limits;
    };
    struct Acknowledged {
        std::uint64_t sequence = 0;
        AccountId sender{};
        MessageId id;
    };

    explicit DeliveryWindow(FetchLimits window) : window_(window) {}

    /// New mail, just stored. True: send it now. False: it will be fetched in its turn.
    bool offer(const StoredMail& mail);
    /// What to ask the store for, if anything; fetched() or failed() must follow.
    std::optional<Fetch> nextFetch();
    void fetched(const Fetched& result);
    void failed() { fetching_ = false; }
    /// Takes out those that are on their way; others are ignored.
    template <typename Sequences>
    std::vector<Acknowledged> acknowledge(const Sequences& sequences) {
        std::vector<Acknowledged> out;
        for (const std::uint64_t sequence : sequences)
            take(sequence, out);
        return out;
    }
    std::size_t size() const { return flying_.size(); }

  private:
    struct Flying {
        AccountId sender{};
        MessageId id;
        std::size_t bytes = 0;
    };

    bool isFull() const { return flying_.size() >= window_.count || bytes_ >= window_.bytes; }
    void add(const StoredMail& mail);
    void take(std::uint64_t sequence, std::vector<Acknowledged>& out);

    FetchLimits window_;
    std::map<std::uint64_t, Flying> flying_;
    std::size_t bytes_ = 0;
    std::uint64_t cursor_ = 0;
    bool caughtUp_ = false;
    bool fetching_ = false;
};

}  // namespace sesame::hub
