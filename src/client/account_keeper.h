// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ledger.h"

#include "sesame/client/invitation_link.h"
#include "sesame/crypto/identity.h"

#include <optional>

namespace sesame::client {

/// Who this client is. Begun on disk before the hub hears of it, so that a creation cut off in the middle
/// goes on at the next start. One thread.
class AccountKeeper {
  public:
    AccountKeeper(Ledger& ledger, crypto::Random& random) : ledger_(ledger), random_(random) {}

    /// Reads what is on disk; no account there is fine.
    Status load();
    /// Makes identity, handle and token. Exists when a hub has taken the account already; until then it may
    /// be begun again with another name or hub.
    Status begin(const QString& name, const HubAddress& hub, const QString& linkToAccept);
    /// The hub says the handle is taken.
    Status chooseAnotherHandle();
    Status markRegistered();
    /// A hub that was put back from a copy may not know us any more: it is told of us as at the beginning.
    void setForgotten(bool forgotten) { forgotten_ = forgotten; }
    /// The link with which the account was made, once.
    Result<QString> takeLinkToAccept();
    Status moveHub(const HubAddress& hub);
    Status setPublicHub(const HubAddress& hub);

    bool begun() const { return identity_.has_value(); }
    bool registered() const { return registered_; }
    bool isForgotten() const { return forgotten_; }
    const crypto::Identity& identity() const;
    const QString& name() const { return name_; }
    const QString& handle() const { return handle_; }
    const HubAddress& hub() const { return hub_; }
    const ByteArray<InvitationLink::kTokenBytes>& token() const { return token_; }
    InvitationLink invitation() const;

  private:
    Status save(const QString& linkToAccept);
    Result<HubAddress> loadHub(const std::string& prefix);
    Status saveHub(const std::string& prefix, const HubAddress& hub);

    Ledger& ledger_;
    crypto::Random& random_;
    std::optional<crypto::Identity> identity_;
    QString name_;
    QString handle_;
    HubAddress hub_;
    std::optional<HubAddress> publicHub_;
    ByteArray<InvitationLink::kTokenBytes> token_{};
    bool registered_ = false;
    bool forgotten_ = false;
};

}  // namespace sesame::client
