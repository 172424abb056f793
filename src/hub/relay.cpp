// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/relay.h"

#include "hub/frame_check.h"

#include "sesame/crypto/identity.h"
#include "sesame/wire/frame.h"

#include <algorithm>

namespace sesame::hub {
namespace {

constexpr std::string_view kRelayContext = "sesame relay v1";
constexpr auto kPatience = std::chrono::seconds(30);

void append(Bytes& text, ByteView bytes) {
    text.insert(text.end(), bytes.begin(), bytes.end());
}

}  // namespace

Bytes relayText(ByteView nonce, ByteView fingerprint, const RelayBoard::Place& place) {
    Bytes text = toBytes(nonce);
    append(text, fingerprint);
    for (const std::string& handle : {place.handle, place.peer}) {
        append(text, asBytes(handle));
        text.push_back(std::byte{0});
    }
    append(text, place.stream.view());
    return text;
}

Relay::Relay(Hub& hub, std::weak_ptr<Transport> transport)
    : hub_(hub), transport_(std::move(transport)), nonce_(hub.random.bytes<32>()) {
    ++hub_.metrics.relays;
}

Relay::~Relay() {
    --hub_.metrics.relays;
}

void Relay::start() {
    pb::HubFrame frame;
    frame.mutable_challenge()->set_nonce(toString(nonce_));
    frame.mutable_challenge()->set_hub_name(hub_.name);
    say(std::move(frame));
}

bool Relay::receive(ByteView bytes) {
    if (ended_)
        return false;
    if (joined_) {
        pass(bytes);
        return true;
    }
    const auto frame = readClientFrame(bytes);
    if (asked_ || !frame || !frame->has_join_relay()) {
        ++hub_.metrics.framesMalformed;
        refuse(!frame && frame.error().code == ErrorCode::Refused ? pb::Refusal::VERSION
                                                                  : pb::Refusal::MALFORMED);
        return false;
    }
    return joinRequested(frame->join_relay());
}

bool Relay::joinRequested(const pb::JoinRelay& body) {
    asked_ = true;
    place_.stream = *StreamId::from(asBytes(body.stream_id()));
    place_.handle = body.handle();
    place_.peer = body.peer();
    if (place_.handle == place_.peer) {
        refuse(pb::Refusal::MALFORMED);
        return false;
    }
    hub_.store.findAccount(place_.handle, [self = shared_from_this(),
                                           signature = body.signature()](const Result<Account>& account) {
        if (const auto transport = self->transport_.lock())
            transport->post([self, account, signature] { self->accountFound(account, signature); });
    });
    return true;
}

void Relay::accountFound(const Result<Account>& account, const std::string& signature) {
    if (!account)
        return end(account.error().code == ErrorCode::NotFound    ? pb::Refusal::NO_SUCH_ACCOUNT
                   : account.error().code == ErrorCode::Cancelled ? pb::Refusal::SHUTTING_DOWN
                                                                  : pb::Refusal::HUB_FULL);
    const auto bytes = toArray<64>(asBytes(signature));
    if (!bytes || !crypto::verify(account->identity, kRelayContext,
                                  relayText(nonce_, hub_.fingerprint, place_), *bytes))
        return end(pb::Refusal::BAD_SIGNATURE);
    hub_.store.mailboxState(
        account->id, [self = shared_from_this(), account = *account](const Result<MailboxState>& state) {
            if (const auto transport = self->transport_.lock())
                transport->post([self, account, state] { self->blocksKnown(account, state); });
        });
}

// Each end looks at its own list: whoever blocks the other never joins.
void Relay::blocksKnown(const Account& account, const Result<MailboxState>& state) {
    if (!state)
        return end(pb::Refusal::HUB_FULL);
    if (std::find(state->blocked.begin(), state->blocked.end(), place_.peer) != state->blocked.end())
        return end(pb::Refusal::BLOCKED);
    place_.handle = account.handle;
    if (!ended_)
        entered();
}

void Relay::entered() {
    const auto entered = hub_.relays.enter(place_, shared_from_this());
    for (const auto& old : entered.over)
        old->end(pb::Refusal::REPLACED);
    switch (entered.entry) {
        case RelayBoard::Entry::Taken:
            return end(pb::Refusal::STREAM_TAKEN);
        case RelayBoard::Entry::TooMany:
            return end(pb::Refusal::TOO_FAST);
        case RelayBoard::Entry::Waits:
            waits_ = true;
            break;
        case RelayBoard::Entry::Meets:
            break;
    }
    // Also when it only waits: its patience is longer than a stranger's.
    if (const auto transport = transport_.lock())
        transport->wake();
}

// The word that it is ready stands in the queue before anything that is passed on.
void Relay::join(const std::shared_ptr<Relay>& other) {
    pb::HubFrame frame;
    frame.mutable_relay_ready();
    {
        const std::lock_guard lock(mutex_);
        other_ = other;
    }
    joined_ = true;
    say(std::move(frame));
}

std::shared_ptr<Relay> Relay::other() {
    const std::lock_guard lock(mutex_);
    return other_.lock();
}

void Relay::pass(ByteView message) {
    if (const auto to = other()) {
        hub_.metrics.relayedBytes += message.size();
        to->add(toBytes(message));
    }
}

void Relay::add(Bytes message) {
    {
        const std::lock_guard lock(mutex_);
        waitingBytes_ += message.size();
        waiting_.push_back(std::move(message));
    }
    if (const auto transport = transport_.lock())
        transport->wake();
}

bool Relay::isFull() {
    const std::lock_guard lock(mutex_);
    holdsUp_ = waitingBytes_ > kHighWater;
    return holdsUp_;
}

bool Relay::mayRead() {
    const auto to = other();
    return !to || !to->isFull();
}

std::optional<Bytes> Relay::nextFrame() {
    std::optional<Bytes> out;
    bool roomAgain = false;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.empty())
            return std::nullopt;
        out = std::move(waiting_.front());
        waiting_.pop_front();
        waitingBytes_ -= out->size();
        roomAgain = holdsUp_ && waitingBytes_ <= kLowWater;
        holdsUp_ = holdsUp_ && !roomAgain;
    }
    if (const auto from = roomAgain ? other() : nullptr)
        if (const auto transport = from->transport_.lock())
            transport->resume();
    return out;
}

bool Relay::hasFrames() {
    const std::lock_guard lock(mutex_);
    return !waiting_.empty();
}

std::optional<std::chrono::milliseconds> Relay::patience() const {
    return waits_ && !joined_ ? std::optional<std::chrono::milliseconds>(kPatience) : std::nullopt;
}

void Relay::closed() {
    ended_ = true;
    hub_.relays.leave(place_, this);
    if (const auto to = other())
        if (const auto transport = to->transport_.lock())
            transport->finish();
}

void Relay::end(pb::Refusal::Code reason) {
    if (ended_.exchange(true))
        return;
    if (!joined_)
        refuse(reason);
    if (const auto transport = transport_.lock())
        transport->finish();
}

void Relay::refuse(pb::Refusal::Code code) {
    ++hub_.metrics.refusals[static_cast<std::size_t>(code)];
    pb::HubFrame frame;
    frame.mutable_refusal()->set_code(code);
    say(std::move(frame));
}

void Relay::say(pb::HubFrame frame) {
    frame.set_version(wire::kProtocolVersion);
    add(wire::serialise(frame));
}

}  // namespace sesame::hub
