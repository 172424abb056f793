// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/share/quarantine.h"
#include "sesame/share/shared_folder.h"
#include "sesame/share/transfer.h"

namespace sesame::share {

/// What the receiver said yes to, beside the folder itself.
struct Allowance {
    Level level = Level::Look;
    std::int64_t endsBootMs = 0;  ///< by Clock::bootMs()
    std::string guest;            ///< who it is for; noted with what they put
};

/// What a server tells. Called on the server's thread; hand over, do not block.
struct ServerEvents {
    TransferEvents transfers;
    /// The helper asked for the names in this folder (raw bytes).
    std::function<void(const std::string& folder)> looked;
    /// The helper's client is there (true), or its connection ended (false).
    std::function<void(bool connected)> guest;
};

/// The receiver's end of a share: serves one folder or file to one helper, over one connection at a time. A
/// thread of its own. Nothing is read or handed to the connection before start() or after stop() has returned
/// or the time is over, and nothing changes but the quarantine. Members may be called from any thread, stop()
/// and the destructor not from within an event.
class ShareServer {
  public:
    static constexpr std::size_t kMaxListings = 4;

    /// `quarantine` may be null below Level::Put; it and the clock outlive the server.
    static Result<std::unique_ptr<ShareServer>> start(SharedFolder folder, Allowance allowance,
                                                      Quarantine* quarantine, const Clock& clock,
                                                      ServerEvents events);
    virtual ~ShareServer() = default;

    /// The helper's connection, as of stream::Stream; ends the one before.
    virtual Status attach(Descriptor connection) = 0;
    /// The receiver stops one transfer; nothing more of it is sent.
    virtual void cancel(TransferNumber transfer) = 0;
    /// The end of the share.
    virtual void stop() = 0;
};

}  // namespace sesame::share
