// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/outbox.h"

#include "sesame/wire/limits.h"

namespace sesame::hub {
namespace {

constexpr std::size_t kMaxAnswerBytes = 1024 * 1024;
constexpr std::size_t kMaxNews = 32'768;
// Handle, id, sequence and tags of one mail in a frame.
constexpr std::size_t kMailOverhead = 96;
constexpr std::size_t kFrameRoom = wire::kMaxFrameBytes - 64;

pb::HubFrame emptyFrame() {
    pb::HubFrame frame;
    frame.set_version(wire::kProtocolVersion);
    return frame;
}

std::string text(const MessageId& id) {
    return toString(id.view());
}

}  // namespace

void Outbox::answer(pb::HubFrame frame) {
    frame.set_version(wire::kProtocolVersion);
    answerBytes_ += frame.ByteSizeLong() + sizeof frame;
    answers_.push_back(std::move(frame));
}

bool Outbox::isEmpty() const {
    return answers_.empty() && recognised_.empty() && accepted_.empty() && delivered_.empty() &&
           deliveries_.empty();
}

bool Outbox::isOverfull() const {
    return answerBytes_ > kMaxAnswerBytes ||
           recognised_.size() + accepted_.size() + delivered_.size() > kMaxNews;
}

std::optional<pb::HubFrame> Outbox::take() {
    if (!answers_.empty()) {
        pb::HubFrame frame = std::move(answers_.front());
        answers_.pop_front();
        answerBytes_ = answers_.empty() ? 0 : answerBytes_ - frame.ByteSizeLong() - sizeof frame;
        return frame;
    }
    if (!recognised_.empty())
        return takeRecognised();
    if (!accepted_.empty())
        return takeAccepted();
    if (!delivered_.empty())
        return takeDelivered();
    if (!deliveries_.empty())
        return takeDeliveries();
    return std::nullopt;
}

pb::HubFrame Outbox::takeRecognised() {
    pb::HubFrame frame = emptyFrame();
    auto& mails = *frame.mutable_mail_recognised()->mutable_mails();
    while (!recognised_.empty() && mails.size() < static_cast<int>(wire::kMaxMailsPerFrame)) {
        auto& hint = *mails.Add();
        hint.set_message_id(text(recognised_.front().first));
        hint.set_reference(toString(recognised_.front().second.view()));
        recognised_.pop_front();
    }
    return frame;
}

pb::HubFrame Outbox::takeAccepted() {
    pb::HubFrame frame = emptyFrame();
    auto& ids = *frame.mutable_mail_accepted()->mutable_message_ids();
    while (!accepted_.empty() && ids.size() < static_cast<int>(wire::kMaxMailsPerFrame)) {
        *ids.Add() = text(accepted_.front());
        accepted_.pop_front();
    }
    return frame;
}

pb::HubFrame Outbox::takeDelivered() {
    pb::HubFrame frame = emptyFrame();
    auto& body = *frame.mutable_mail_delivered();
    body.set_peer(delivered_.front().first);
    while (!delivered_.empty() && delivered_.front().first == body.peer() &&
           body.message_ids_size() < static_cast<int>(wire::kMaxMailsPerFrame)) {
        body.add_message_ids(text(delivered_.front().second));
        delivered_.pop_front();
    }
    return frame;
}

pb::HubFrame Outbox::takeDeliveries() {
    pb::HubFrame frame = emptyFrame();
    auto& mails = *frame.mutable_mail_delivery()->mutable_mails();
    std::size_t bytes = 0;
    while (!deliveries_.empty() && mails.size() < static_cast<int>(wire::kMaxMailsPerFrame)) {
        const StoredMail& mail = deliveries_.front();
        bytes += mail.sealed.size() + kMailOverhead;
        if (bytes > kFrameRoom && !mails.empty())
            break;
        pb::Mail& out = *mails.Add();
        out.set_peer(mail.senderHandle);
        out.set_message_id(text(mail.id));
        out.set_sealed(asText(mail.sealed).data(), mail.sealed.size());
        out.set_sequence(mail.sequence);
        deliveries_.pop_front();
    }
    return frame;
}

}  // namespace sesame::hub
