// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/session.h"

#include "crypto/padding.h"
#include "crypto/ratchet.h"
#include "crypto/x3dh.h"

#include "sesame/crypto/aead.h"
#include "sesame/crypto/hash.h"

namespace sesame::crypto {
namespace {

constexpr std::uint8_t kStateVersion = 1;
constexpr std::string_view kIdLabel = "sesame session v1";
constexpr std::string_view kMessageLabel = "sesame message v1";

static_assert(kMaxPlainBytes == kMaxPaddedBytes - 1);

SessionId idOf(const InitialHeader& initial, const PublicIdentity& responder) {
    Writer writer;
    writer.raw(asBytes(kIdLabel)).raw(responder.view());
    initial.write(writer);
    return hash(writer.take());
}

}  // namespace

struct Session::State {
    InitialHeader initial;
    PublicIdentity responder;
    bool initiator = false;
    bool answered = false;
    Ratchet ratchet;

    /// AD of both specifications: the identities, initiator first; then the envelope's header and what the
    /// caller adds. All but the last have a length that the header's kind fixes.
    Bytes associatedBytes(ByteView header, ByteView associated) const {
        Writer writer;
        writer.raw(asBytes(kMessageLabel)).raw(initial.identity.view()).raw(responder.view());
        writer.raw(header).raw(associated);
        return writer.take();
    }

    Result<Bytes> receive(const Envelope& envelope, ByteView associated, Random& random) {
        const Bytes bound = associatedBytes(envelope.authenticated, associated);
        return ratchet.receive(envelope.header, random, [&](const Key& key) -> Result<Bytes> {
            SESAME_TRY_ASSIGN(Bytes padded, open(key, envelope.sealed, bound));
            return unpad(std::move(padded));
        });
    }
};

Session::Session(std::unique_ptr<State> state) : state_(std::move(state)) {
}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Result<Session> Session::initiate(const Identity& own, const PublicIdentity& expected,
                                  const PrekeyBundle& bundle, Random& random) {
    if (bundle.identity != expected)
        return Error{ErrorCode::Refused, "another identity than expected"};
    if (expected == own.publicKey())
        return Error{ErrorCode::Refused, "a session with oneself"};
    SESAME_TRY_ASSIGN(InitiatedSecret start, x3dhInitiate(own, bundle, random));
    SESAME_TRY_ASSIGN(Ratchet ratchet,
                      Ratchet::forInitiator(std::move(start.secret), bundle.signedPrekey, random));
    return Session(std::make_unique<State>(State{start.header, expected, true, false, std::move(ratchet)}));
}

Result<Session::Accepted> Session::accept(const Identity& own, const PublicIdentity& peer, ByteView bytes,
                                          ByteView associated, const PrekeySource& prekeys, Random& random) {
    SESAME_TRY_ASSIGN(const Envelope envelope, readEnvelope(bytes));
    if (!envelope.initial)
        return Error{ErrorCode::Malformed, "not an initial envelope"};
    if (envelope.initial->identity != peer || peer == own.publicKey())
        return Error{ErrorCode::Refused, "not from this peer"};
    SESAME_TRY_ASSIGN(AcceptedSecret start, x3dhAccept(own, *envelope.initial, prekeys));
    auto state = std::make_unique<State>(
        State{*envelope.initial, own.publicKey(), false, true,
              Ratchet::forResponder(std::move(start.secret), std::move(start.signedPrekey))});
    SESAME_TRY_ASSIGN(Bytes plain, state->receive(envelope, associated, random));
    Session session(std::move(state));
    const SessionId digest = session.id();
    return Accepted{std::move(session), std::move(plain), envelope.initial->signedPrekeyId,
                    envelope.initial->oneTimePrekeyId, digest};
}

bool Session::isInitial(ByteView envelope) {
    const Result<Envelope> read = readEnvelope(envelope);
    return read && read->initial.has_value();
}

Result<SessionId> Session::initialId(ByteView envelope, const PublicIdentity& own) {
    SESAME_TRY_ASSIGN(const Envelope read, readEnvelope(envelope));
    if (!read.initial)
        return Error{ErrorCode::Malformed, "not an initial envelope"};
    return idOf(*read.initial, own);
}

Bytes Session::encrypt(ByteView plain, ByteView associated, Random& random) {
    const Ratchet::Sending sending = state_->ratchet.nextSending();
    const bool introduce = state_->initiator && !state_->answered;
    Bytes envelope = writeHeader(introduce ? std::optional(state_->initial) : std::nullopt, sending.header);
    const Bytes sealed =
        seal(sending.messageKey, pad(plain), state_->associatedBytes(envelope, associated), random);
    envelope.insert(envelope.end(), sealed.begin(), sealed.end());
    return envelope;
}

Result<Bytes> Session::decrypt(ByteView bytes, ByteView associated, Random& random) {
    SESAME_TRY_ASSIGN(const Envelope envelope, readEnvelope(bytes));
    if (envelope.initial && (state_->initiator || *envelope.initial != state_->initial))
        return Error{ErrorCode::Refused, "starts another session"};
    SESAME_TRY_ASSIGN(Bytes plain, state_->receive(envelope, associated, random));
    state_->answered = true;
    return plain;
}

Bytes Session::serialise() const {
    Writer writer;
    writer.u8(kStateVersion).u8(state_->initiator ? 1 : 0).u8(state_->answered ? 1 : 0);
    writer.raw(state_->responder.view());
    state_->initial.write(writer);
    state_->ratchet.write(writer);
    return writer.take();
}

Result<Session> Session::restore(ByteView bytes) {
    Reader reader(bytes);
    const std::uint8_t version = reader.u8();
    const bool initiator = reader.flag();
    const bool answered = reader.flag();
    const PublicIdentity responder{reader.array<32>()};
    const InitialHeader initial = InitialHeader::read(reader);
    SESAME_TRY_ASSIGN(Ratchet ratchet, Ratchet::read(reader));
    if (version != kStateVersion || !reader.finished())
        return Error{ErrorCode::Malformed, "not a session state"};
    return Session(
        std::make_unique<State>(State{initial, responder, initiator, answered, std::move(ratchet)}));
}

Session Session::clone() const {
    return Session(std::make_unique<State>(State{state_->initial, state_->responder, state_->initiator,
                                                 state_->answered, state_->ratchet.clone()}));
}

const PublicIdentity& Session::peer() const {
    return state_->initiator ? state_->responder : state_->initial.identity;
}

SessionId Session::id() const {
    return idOf(state_->initial, state_->responder);
}

bool Session::answered() const {
    return state_->answered;
}

bool Session::yieldsTo(const Session& other) const {
    return state_->answered || other.id() < id();
}

}  // namespace sesame::crypto
