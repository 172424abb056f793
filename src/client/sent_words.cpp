// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/sent_words.h"

#include <algorithm>
#include <utility>

namespace sesame::client {

void SentWords::remember(store::ContactId to, const trigger::OwnMessage& message) {
    if (sent_.size() == kMost)
        sent_.pop_front();
    sent_.push_back({to, message, clock_.bootMs()});
}

std::optional<trigger::OwnMessage> SentWords::find(store::ContactId to, const MessageId& id) const {
    for (const Sent& one : sent_)
        if (one.to == to && one.message.id == id && isRecent(one))
            return one.message;
    return std::nullopt;
}

void SentWords::awaitHint(const MessageId& id) {
    for (Sent& one : sent_)
        if (one.message.id == id)
            one.awaitsHint = true;
}

std::optional<store::ContactId> SentWords::takeHint(const MessageId& id) {
    for (Sent& one : sent_)
        if (one.message.id == id && isRecent(one) && std::exchange(one.awaitsHint, false))
            return one.to;
    return std::nullopt;
}

std::optional<trigger::OwnMessage> SentWords::take(store::ContactId to, const MessageId& id) {
    const auto found = std::find_if(sent_.begin(), sent_.end(), [&](const Sent& one) {
        return one.to == to && one.message.id == id && isRecent(one);
    });
    if (found == sent_.end())
        return std::nullopt;
    auto message = std::move(found->message);
    sent_.erase(found);
    return message;
}

}  // namespace sesame::client
