// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/session.h"

#include "hub/frame_check.h"

#include "sesame/wire/frame.h"

namespace sesame::hub {

Session::Session(Hub& hub, std::weak_ptr<Transport> transport)
    : hub_(hub),
      transport_(std::move(transport)),
      nonce_(hub.random.bytes<32>()),
      frames_(hub.limits.frames, hub.clock.bootMs()),
      window_(hub.limits.deliveryWindow) {
}

void Session::start() {
    pb::HubFrame frame;
    frame.mutable_challenge()->set_nonce(toString(nonce_));
    frame.mutable_challenge()->set_hub_name(hub_.name);
    answer(0, std::move(frame));
}

bool Session::receive(ByteView bytes) {
    if (ended_)
        return false;
    const auto frame = readClientFrame(bytes);
    if (!frame) {
        ++hub_.metrics.framesMalformed;
        refuse(0, frame.error().code == ErrorCode::Refused ? pb::Refusal::VERSION : pb::Refusal::MALFORMED);
        return false;
    }
    return phase_ == Phase::LoggedIn ? receiveRequest(*frame) : receiveBeforeLogIn(*frame);
}

bool Session::receiveRequest(const pb::ClientFrame& frame) {
    using Request = pb::ClientFrame;
    const auto request = frame.request();
    switch (frame.body_case()) {
        case Request::kSendMail:
            sendMail(request, frame.send_mail());
            return true;
        case Request::kAcknowledgeMail:
            acknowledge(request, frame.acknowledge_mail());
            return true;
        case Request::kPublishPrekeys:
            publishPrekeys(request, frame.publish_prekeys());
            return true;
        case Request::kFetchPrekeys:
            fetchPrekeys(request, frame.fetch_prekeys());
            return true;
        case Request::kQueryWaiting:
            queryWaiting(request, frame.query_waiting());
            return true;
        case Request::kSetBlocked:
            setBlocked(request, frame.set_blocked());
            return true;
        case Request::kWatchPresence:
            watchPresence(request, frame.watch_presence());
            return true;
        case Request::kPublishTags:
            publishTags(request, frame.publish_tags());
            return true;
        case Request::kRegister:
        case Request::kLogIn:
        case Request::kJoinRelay:
        case Request::kOpenParcel:
        case Request::kParcelPiece:
        case Request::kParcelTaken:
        case Request::kDropParcel:
        case Request::BODY_NOT_SET:
            break;
    }
    refuse(request, pb::Refusal::MALFORMED);
    return false;
}

std::int64_t Session::pauseMs() {
    return frames_.take(1, hub_.clock.bootMs()) ? 0 : frames_.waitMs(1);
}

void Session::closed() {
    ended_ = true;
    if (!loggedIn_.exchange(false))
        return;
    --hub_.metrics.sessions;
    hub_.directory.leave(account_.id, this);
    hub_.presence.leave(account_.handle, this);
}

void Session::end(pb::Refusal::Code reason) {
    if (ended_.exchange(true))
        return;
    refuse(0, reason);
    if (const auto transport = transport_.lock())
        transport->finish();
}

std::optional<Bytes> Session::nextFrame() {
    std::optional<pb::HubFrame> frame;
    {
        const std::lock_guard lock(mutex_);
        frame = outbox_.take();
    }
    if (!frame)
        return std::nullopt;
    return wire::serialise(*frame);
}

bool Session::hasFrames() {
    const std::lock_guard lock(mutex_);
    return !outbox_.isEmpty();
}

bool Session::isAllowed(std::uint64_t request, Allowance::Spending what) {
    const auto waitMs = allowance_->take(what, hub_.clock.bootMs());
    if (waitMs > 0)
        refuse(request, pb::Refusal::TOO_FAST, static_cast<std::uint32_t>(waitMs));
    return waitMs == 0;
}

void Session::answer(std::uint64_t request, pb::HubFrame frame) {
    frame.set_request(request);
    write([&] { outbox_.answer(std::move(frame)); });
}

void Session::answerDone(std::uint64_t request, const Status& status) {
    if (status) {
        pb::HubFrame frame;
        frame.mutable_done();
        if (request != 0)
            answer(request, std::move(frame));
        return;
    }
    switch (status.error().code) {
        case ErrorCode::NotFound:
            return refuse(request, pb::Refusal::NO_SUCH_ACCOUNT);
        case ErrorCode::Refused:
            return refuse(request, pb::Refusal::BLOCKED);
        case ErrorCode::Cancelled:
            return refuse(request, pb::Refusal::SHUTTING_DOWN);
        default:
            return refuse(request, pb::Refusal::HUB_FULL);
    }
}

void Session::refuse(std::uint64_t request, pb::Refusal::Code code, std::uint32_t retryAfterMs,
                     const std::vector<std::string>& ids) {
    ++hub_.metrics.refusals[static_cast<std::size_t>(code)];
    pb::HubFrame frame;
    auto& body = *frame.mutable_refusal();
    body.set_code(code);
    body.set_retry_after_ms(retryAfterMs);
    for (const auto& id : ids)
        body.add_message_ids(id);
    answer(request, std::move(frame));
}

void Session::tellPresence(const std::string& handle, bool online) {
    pb::HubFrame frame;
    frame.mutable_presence()->set_handle(handle);
    frame.mutable_presence()->set_online(online);
    answer(0, std::move(frame));
}

}  // namespace sesame::hub
