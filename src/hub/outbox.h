// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/hub/mail_store.h"

#include <hub.pb.h>

#include <deque>

namespace sesame::hub {

namespace pb = ::sesame::wire::pb;

/// What one session has yet to write. News of one kind that waits together leaves in one frame. It does not
/// drop anything: beyond its bound isOverfull() tells the session to hang up, and the client gets everything
/// again after its next log-in. Not thread-safe: the session guards it.
class Outbox {
  public:
    void answer(pb::HubFrame frame);
    /// Leaves before what is accepted later.
    void recognised(const MessageId& id, const TagReference& reference) {
        recognised_.emplace_back(id, reference);
    }
    void accepted(const MessageId& id) { accepted_.push_back(id); }
    void delivered(const std::string& peer, const MessageId& id) { delivered_.emplace_back(peer, id); }
    /// Bounded by the delivery window, not here.
    void deliver(StoredMail mail) { deliveries_.push_back(std::move(mail)); }

    bool isEmpty() const;
    bool isOverfull() const;
    /// The next frame to write; none if there is nothing.
    std::optional<pb::HubFrame> take();

  private:
    pb::HubFrame takeRecognised();
    pb::HubFrame takeAccepted();
    pb::HubFrame takeDelivered();
    pb::HubFrame takeDeliveries();

    std::deque<pb::HubFrame> answers_;
    std::size_t answerBytes_ = 0;
    std::deque<std::pair<MessageId, TagReference>> recognised_;
    std::deque<MessageId> accepted_;
    std::deque<std::pair<std::string, MessageId>> delivered_;
    std::deque<StoredMail> deliveries_;
};

}  // namespace sesame::hub
