// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/json_rpc.h"

#include "sesame/client/shares.h"
#include "sesame/crypto/random.h"

#include <map>
#include <optional>

namespace sesame::cli {

/// The methods "shares.…" of docs/cli.md and the notifications "share.…". All outlive it.
class ShareMethods : public QObject {
  public:
    ShareMethods(JsonRpc& rpc, client::Shares& shares, crypto::Random& random);

  private:
    /// A list that has been asked for, and is answered once the whole page is there.
    struct Listing {
        JsonRpc::Reply reply;
        quint64 first = 0;
        quint32 count = 0;
        share::Listed what;
    };
    using Key = std::pair<client::ShareId, share::RequestNumber>;

    void addReceiverMethods();
    void addHelperMethods();
    void addStandingMethods();
    void addList();
    void forwardNotifications();
    void answer(const Key& key, JsonRpc::Answer answer);

    JsonRpc& rpc_;
    client::Shares& shares_;
    crypto::Random& random_;
    std::map<Key, Listing> listings_;
    std::multimap<std::string, JsonRpc::Reply> accepting_;
};

}  // namespace sesame::cli
