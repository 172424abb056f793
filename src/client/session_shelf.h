// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ledger.h"

#include "sesame/crypto/session.h"

namespace sesame::client {

/// The ratchet sessions with each contact. Two people may begin at once, or one may have lost theirs, so a
/// few are kept; the first seals, and both ends settle on the same first (crypto::Session::yieldsTo).
/// Everything is read from and written to disk inside the caller's transaction. One thread.
class SessionShelf {
  public:
    static constexpr std::size_t kKept = 4;

    SessionShelf(Ledger& ledger, crypto::Random& random) : ledger_(ledger), random_(random) {}

    bool has(store::ContactId contact);
    /// Starts one from a bundle; it becomes the one that seals.
    Status begin(store::ContactId contact, const crypto::Identity& own, const PublicIdentity& expected,
                 const crypto::PrekeyBundle& bundle);
    /// NotFound when there is no session yet.
    Result<Bytes> seal(store::ContactId contact, ByteView plain, ByteView associated);
    /// Refused when no session opens it and it starts none; then nothing has changed.
    Result<Bytes> open(store::ContactId contact, const crypto::Identity& own, const PublicIdentity& peer,
                       ByteView sealed, ByteView associated);

    /// What is authenticated with each mail: its id, who sent it, and to whom.
    static Bytes associated(const MessageId& id, const PublicIdentity& from, const PublicIdentity& to);

  private:
    Result<std::vector<crypto::Session>> load(store::ContactId contact);
    Status save(store::ContactId contact, const std::vector<crypto::Session>& sessions);
    Result<Bytes> accept(store::ContactId contact, std::vector<crypto::Session> others,
                         const crypto::Identity& own, const PublicIdentity& peer, ByteView sealed,
                         ByteView associated);

    Ledger& ledger_;
    crypto::Random& random_;
};

}  // namespace sesame::client
