// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/sent_words.h"

#include <algorithm>

namespace sesame::client {

void SentWords::remember(store::ContactId to, const trigger::OwnMessage& message) {
    if (sent_.size() == kMost)
        sent_.pop_front();
    sent_.push_back({to, message, clock_.bootMs()});
}

std::optional<trigger::OwnMessage> SentWords::take(store::ContactId to, const MessageId& id) {
    const auto found = std::find_if(sent_.begin(), sent_.end(), [&](const Sent& one) {
        return one.to == to && one.message.id == id && clock_.bootMs() - one.bootMs < kKeptMs;
    });
    if (found == sent_.end())
        return std::nullopt;
    auto message = std::move(found->message);
    sent_.erase(found);
    return message;
}

}  // namespace sesame::client
