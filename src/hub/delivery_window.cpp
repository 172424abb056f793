// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/delivery_window.h"

namespace sesame::hub {

void DeliveryWindow::add(const StoredMail& mail) {
    SESAME_ASSERT(mail.sequence > cursor_);
    cursor_ = mail.sequence;
    bytes_ += mail.sealed.size();
    flying_.emplace_hint(flying_.end(), mail.sequence, Flying{mail.sender, mail.id, mail.sealed.size()});
}

bool DeliveryWindow::offer(const StoredMail& mail) {
    if (!caughtUp_ || isFull()) {
        caughtUp_ = false;
        return false;
    }
    add(mail);
    return true;
}

std::optional<DeliveryWindow::Fetch> DeliveryWindow::nextFetch() {
    // Half a window at least, so that a backlog is read in few large steps.
    const bool room = flying_.size() <= window_.count / 2 && bytes_ <= window_.bytes / 2;
    if (caughtUp_ || fetching_ || !room)
        return std::nullopt;
    fetching_ = true;
    return Fetch{cursor_, {window_.count - flying_.size(), window_.bytes - bytes_}};
}

void DeliveryWindow::fetched(const Fetched& result) {
    fetching_ = false;
    caughtUp_ = !result.more;
    for (const auto& mail : result.mails)
        add(mail);
}

void DeliveryWindow::take(std::uint64_t sequence, std::vector<Acknowledged>& out) {
    const auto found = flying_.find(sequence);
    if (found == flying_.end())
        return;
    out.push_back({sequence, found->second.sender, found->second.id});
    bytes_ -= found->second.bytes;
    flying_.erase(found);
}

}  // namespace sesame::hub
