// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "share/incoming.h"
#include "share/outgoing.h"

namespace sesame::share {

/// Every transfer of one connection, both ways. One thread.
class Transfers {
  public:
    static constexpr std::size_t kMaxAtOnce = 16;

    /// `landed` is called from another thread: pump() then has something to do. The others outlive this.
    Transfers(const Clock& clock, const TransferEvents& events, std::function<void()> landed);

    /// Whether another one fits, and its number is free.
    bool mayBegin(TransferNumber number) const;
    Status send(TransferNumber number, std::shared_ptr<const SharedFolder> source, const std::string& path,
                std::string prefix);
    void receive(TransferNumber number, const std::shared_ptr<Arrivals>& arrivals);

    /// True: it was about a transfer. Those of transfers that are over are dropped. An error means that the
    /// other side broke the protocol.
    Result<bool> received(const pb::ShareFrame& frame);
    Result<bool> received(const Piece& piece);
    bool pump(PeerLink& link);

    /// Stops one, and tells the other side.
    void cancel(TransferNumber number, PeerLink& link);
    /// The connection is gone. What has arrived whole is told; the rest stays as it is, to be resumed.
    void drop();

  private:
    Incoming* incoming(TransferNumber number);
    Outgoing* outgoing(TransferNumber number);
    void ended(const pb::TransferEnd& end);
    void takeLanded();
    void land();

    const Clock& clock_;
    const TransferEvents& events_;
    std::map<TransferNumber, Incoming> incoming_;
    std::map<TransferNumber, std::unique_ptr<Outgoing>> outgoing_;
    Landing landing_;
};

/// "This transfer is over, and why."
pb::ShareFrame endFrame(TransferNumber number, Ending why);

}  // namespace sesame::share
