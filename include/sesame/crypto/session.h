// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/prekeys.h"

#include <functional>

namespace sesame::crypto {

/// The longest message; its envelope stays below wire::kMaxSealedBytes.
inline constexpr std::size_t kMaxPlainBytes = std::size_t{44} * 1024 - 1;

/// Names a session; the same at both ends.
using SessionId = ByteArray<32>;

/// One end of a conversation: X3DH (https://signal.org/docs/specifications/x3dh/) to begin, then the Double
/// Ratchet (https://signal.org/docs/specifications/doubleratchet/) on libsodium primitives; messages are
/// padded. Move-only value; one thread at a time. A failed decrypt leaves the state byte-equal.
class Session {
  public:
    /// The private keys that an incoming first message may name. Owned by the caller; looked up by id.
    struct PrekeySource {
        std::function<std::optional<PrekeyPair>(std::uint32_t id)> signedPrekey;
        std::function<std::optional<PrekeyPair>(std::uint32_t id)> oneTimePrekey;
    };
    struct Accepted;

    /// Starts a session to the owner of `bundle`. Refused for a bad signature, a low-order key, or when
    /// bundle.identity differs from `expected`.
    static Result<Session> initiate(const Identity& own, const PublicIdentity& expected,
                                    const PrekeyBundle& bundle, Random& random);

    /// Starts a session from somebody's first message and opens that message. Refused when it is not from
    /// `peer`, NotFound when it names a prekey that `prekeys` does not have. The caller must delete the
    /// one-time prekey named in the answer, and remember `initialDigest` while the signed prekey lives: every
    /// initial envelope of one session has the same digest, so a replay of a start that used no one-time
    /// prekey is seen by it and must be dropped (S02).
    static Result<Accepted> accept(const Identity& own, const PublicIdentity& peer, ByteView envelope,
                                   ByteView associated, const PrekeySource& prekeys, Random& random);

    /// Does this envelope start a session (then accept() it), or belong to one (then decrypt() it)?
    static bool isInitial(ByteView envelope);

    /// Which session an initial envelope sent to `own` starts: the id() of a session that is there already,
    /// or the initialDigest that accept() would give. Nothing is authenticated yet.
    static Result<SessionId> initialId(ByteView envelope, const PublicIdentity& own);

    /// Seals one message of at most kMaxPlainBytes. Write the new state to disk before the envelope leaves.
    /// `associated` is authenticated, not sent: give what must not be swapped (ids,
    /// addresses). Envelopes carry the X3DH header until the first answer has been decrypted.
    Bytes encrypt(ByteView plain, ByteView associated, Random& random);

    /// Opens one message, in any order. Skips at most 1,000 per message and stores at most 2,000 skipped
    /// keys. Also opens further initial envelopes of this same session. Expired for what looks like a second
    /// copy of a message that was opened before (or whose key was forgotten); Refused or Malformed otherwise.
    Result<Bytes> decrypt(ByteView envelope, ByteView associated, Random& random);

    /// For the encrypted database. restore(serialise()) is the same session.
    Bytes serialise() const;
    static Result<Session> restore(ByteView state);
    Session clone() const;

    const PublicIdentity& peer() const;
    SessionId id() const;
    /// Has anything from the peer been decrypted, so that the peer surely has this session?
    bool answered() const;

    /// After a message arrived in `other`: should sending move from this session to `other`? Yes, unless both
    /// sides started a session at the same time and this one, still unanswered, has the smaller id. Both ends
    /// so settle on one; keep the other for what is still on its way.
    bool yieldsTo(const Session& other) const;

    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;
    ~Session();

  private:
    struct State;
    explicit Session(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

struct Session::Accepted {
    Session session;
    Bytes plain;
    std::uint32_t signedPrekeyId = 0;
    std::optional<std::uint32_t> oneTimePrekeyId;
    SessionId initialDigest{};
};

}  // namespace sesame::crypto
