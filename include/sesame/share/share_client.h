// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"
#include "sesame/base/clock.h"
#include "sesame/share/destination.h"
#include "sesame/share/entry.h"
#include "sesame/share/shared_folder.h"
#include "sesame/share/transfer.h"

#include <memory>
#include <vector>

namespace sesame::share {

/// What the other side shares.
struct Offered {
    std::string name;  ///< raw bytes
    bool isFile = false;
    Level level = Level::Look;
};

/// A folder, before any page of it.
struct Listed {
    std::uint64_t entries = 0;
    std::uint64_t leftOut = 0;  ///< links and the like, which are never shared
    bool cutShort = false;      ///< there are more; a search finds them
};

/// Chosen by the client for each list().
using RequestNumber = std::uint32_t;

/// What a client tells. Called on the client's thread; hand over, do not block. Names and paths are raw
/// bytes: show places::shownText() of them only.
struct ClientEvents {
    TransferEvents transfers;
    std::function<void(const Offered&)> opened;
    /// Malformed when the other side said what no server says. Transfers wait for the next attach().
    std::function<void(const Error&)> closed;
    std::function<void(RequestNumber, const Listed&)> listed;
    std::function<void(RequestNumber, std::uint64_t first, std::vector<Entry>)> entries;
    /// This list() or page() has no answer.
    std::function<void(RequestNumber, Ending)> refused;
};

/// The helper's end of a share. A thread of its own; members may be called from any thread, stop() and the
/// destructor not from within an event. What is begun goes on, from where it was, over every connection that
/// is attached until it has ended; after a crash the caller begins it anew with a Destination that resumes,
/// or with the same put id. Members answer Full when too much waits.
class ShareClient {
  public:
    using PutId = ByteArray<16>;

    /// `own` says what of this machine is never put. The clock outlives the client.
    static std::unique_ptr<ShareClient> create(Boundaries own, const Clock& clock, ClientEvents events);
    virtual ~ShareClient() = default;

    /// The connection to the server, as of stream::Stream; ends the one before.
    virtual Status attach(Descriptor connection) = 0;

    /// Only while connected; refused as Expired or not answered otherwise.
    virtual Result<RequestNumber> list(ListRequest request) = 0;
    /// Perhaps fewer entries come than `count`, at most 1,000.
    virtual Status page(RequestNumber listing, std::uint64_t first, std::uint32_t count) = 0;

    /// A file, or a folder with all that is in it.
    virtual Result<TransferNumber> take(std::string path, Destination destination) = 0;
    /// A file or folder of this machine. `id` is random, and the same when it is tried again.
    virtual Result<TransferNumber> put(const std::string& path, const PutId& id) = 0;
    virtual void cancel(TransferNumber transfer) = 0;
    virtual void stop() = 0;
};

}  // namespace sesame::share
