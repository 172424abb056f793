// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/parcel_line.h"

#include "hub/frame_check.h"

#include "sesame/crypto/identity.h"
#include "sesame/wire/frame.h"

#include <algorithm>

namespace sesame::hub {
namespace {

constexpr std::string_view kParcelContext = "sesame parcel v1";

pb::Refusal::Code refusalOf(const Error& error) {
    switch (error.code) {
        case ErrorCode::NotFound:
            return pb::Refusal::NO_SUCH_ACCOUNT;
        case ErrorCode::Cancelled:
            return pb::Refusal::SHUTTING_DOWN;
        default:
            return pb::Refusal::HUB_FULL;
    }
}

void addBytes(Bytes& text, ByteView bytes) {
    text.insert(text.end(), bytes.begin(), bytes.end());
}

}  // namespace

ParcelLine::ParcelLine(Hub& hub, std::weak_ptr<Transport> transport)
    : hub_(hub),
      transport_(std::move(transport)),
      nonce_(hub.random.bytes<32>()),
      frames_(hub.limits.frames, hub.clock.bootMs()) {
}

void ParcelLine::start() {
    pb::HubFrame frame;
    frame.mutable_challenge()->set_nonce(toString(nonce_));
    frame.mutable_challenge()->set_hub_name(hub_.name);
    say(std::move(frame));
}

bool ParcelLine::receive(ByteView bytes) {
    if (ended_)
        return false;
    const auto frame = readClientFrame(bytes);
    if (!frame) {
        ++hub_.metrics.framesMalformed;
        end(frame.error().code == ErrorCode::Refused ? pb::Refusal::VERSION : pb::Refusal::MALFORMED);
        return false;
    }
    if (joined_)
        return receiveOpen(*frame);
    if (!asked_.handle().empty() || !frame->has_open_parcel())
        return misused();
    return openRequested(frame->open_parcel());
}

bool ParcelLine::misused() {
    ++hub_.metrics.framesMalformed;
    end(pb::Refusal::MALFORMED);
    return false;
}

bool ParcelLine::receiveOpen(const pb::ClientFrame& frame) {
    ParcelShelf& shelf = *hub_.parcels;
    if (frame.has_drop_parcel()) {
        shelf.drop(place_, shared_from_this());
    } else if (frame.has_parcel_piece() && sends()) {
        const auto& piece = frame.parcel_piece();
        unsettled_ += piece.sealed().size();
        shelf.append(place_, piece.offset(), toBytes(asBytes(piece.sealed())), shared_from_this());
    } else if (frame.has_parcel_taken() && !sends()) {
        shelf.taken(place_, frame.parcel_taken().offset(), shared_from_this());
    } else {
        return misused();
    }
    return true;
}

void ParcelLine::on(std::function<void(ParcelLine&)> action) {
    if (const auto transport = transport_.lock())
        transport->post([self = shared_from_this(), action = std::move(action)] { action(*self); });
}

bool ParcelLine::openRequested(const pb::OpenParcel& body) {
    if (body.handle() == body.peer())
        return misused();
    asked_ = body;
    hub_.store.findAccount(asked_.handle(), [self = shared_from_this()](const Result<Account>& account) {
        self->on([account](ParcelLine& line) { line.accountFound(account); });
    });
    return true;
}

void ParcelLine::accountFound(const Result<Account>& account) {
    if (!account)
        return end(refusalOf(account.error()));
    const auto signature = toArray<64>(asBytes(asked_.signature()));
    if (!signature || !crypto::verify(account->identity, kParcelContext, openText(), *signature))
        return end(pb::Refusal::BAD_SIGNATURE);
    hub_.store.findAccount(asked_.peer(),
                           [self = shared_from_this(), own = *account](const Result<Account>& peer) {
                               self->on([own, peer](ParcelLine& line) { line.peerFound(own, peer); });
                           });
}

void ParcelLine::peerFound(const Account& self, const Result<Account>& peer) {
    if (!peer)
        return end(refusalOf(peer.error()));
    const AccountId recipient = sends() ? peer->id : self.id;
    hub_.store.mailboxState(
        recipient, [line = shared_from_this(), self, other = *peer](const Result<MailboxState>& state) {
            line->on([self, other, state](ParcelLine& me) { me.blocksKnown(self, other, state); });
        });
}

// Whom the recipient blocks leaves nothing here for them.
void ParcelLine::blocksKnown(const Account& self, const Account& peer,
                             const Result<MailboxState>& ofRecipient) {
    if (!ofRecipient)
        return end(refusalOf(ofRecipient.error()));
    const std::string& sender = sends() ? self.handle : peer.handle;
    if (std::find(ofRecipient->blocked.begin(), ofRecipient->blocked.end(), sender) !=
        ofRecipient->blocked.end())
        return end(pb::Refusal::BLOCKED);
    if (ended_)
        return;
    const ParcelId id = *ParcelId::from(asBytes(asked_.parcel_id()));
    place_ =
        sends() ? ParcelShelf::Place{{self.id, id}, peer.id} : ParcelShelf::Place{{peer.id, id}, self.id};
    joined_ = true;
    if (sends())
        hub_.parcels->send(place_, shared_from_this());
    else
        hub_.parcels->fetch(place_, asked_.from(), shared_from_this());
    if (const auto transport = transport_.lock())
        transport->wake();
}

Bytes ParcelLine::openText() const {
    Bytes text = toBytes(nonce_);
    addBytes(text, hub_.fingerprint);
    for (const std::string& handle : {asked_.handle(), asked_.peer()}) {
        addBytes(text, asBytes(handle));
        text.push_back(std::byte{0});
    }
    addBytes(text, asBytes(asked_.parcel_id()));
    text.push_back(static_cast<std::byte>(asked_.side()));
    return text;
}

std::int64_t ParcelLine::pauseMs() {
    return frames_.take(1, hub_.clock.bootMs()) ? 0 : frames_.waitMs(1);
}

void ParcelLine::closed() {
    ended_ = true;
    if (joined_)
        hub_.parcels->leave(place_, shared_from_this());
}

void ParcelLine::end(pb::Refusal::Code reason) {
    if (ended_.exchange(true))
        return;
    ++hub_.metrics.refusals[static_cast<std::size_t>(reason)];
    pb::HubFrame frame;
    frame.mutable_refusal()->set_code(reason);
    say(std::move(frame));
    if (const auto transport = transport_.lock())
        transport->finish();
}

void ParcelLine::said(const pb::ParcelState& state) {
    pb::HubFrame frame;
    *frame.mutable_parcel_state() = state;
    say(std::move(frame));
}

void ParcelLine::given(std::uint64_t offset, ByteView piece) {
    pb::HubFrame frame;
    frame.mutable_parcel_piece()->set_offset(offset);
    frame.mutable_parcel_piece()->set_sealed(toString(piece));
    say(std::move(frame));
}

void ParcelLine::settled(std::size_t bytes) {
    const std::size_t before = unsettled_.fetch_sub(bytes);
    if (before < kMostUnsettled || before - bytes >= kMostUnsettled)
        return;
    if (const auto transport = transport_.lock())
        transport->resume();
}

void ParcelLine::over() {
    if (ended_.exchange(true))
        return;
    pb::HubFrame frame;
    frame.mutable_parcel_over();
    say(std::move(frame));
    if (const auto transport = transport_.lock())
        transport->finish();
}

std::optional<Bytes> ParcelLine::nextFrame() {
    const std::lock_guard lock(mutex_);
    if (waiting_.empty())
        return std::nullopt;
    Bytes out = std::move(waiting_.front());
    waiting_.pop_front();
    return out;
}

bool ParcelLine::hasFrames() {
    const std::lock_guard lock(mutex_);
    return !waiting_.empty();
}

void ParcelLine::say(pb::HubFrame frame) {
    frame.set_version(wire::kProtocolVersion);
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(wire::serialise(frame));
    }
    if (const auto transport = transport_.lock())
        transport->wake();
}

}  // namespace sesame::hub
