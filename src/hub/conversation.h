// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"

#include <hub.pb.h>

#include <chrono>
#include <functional>
#include <optional>

namespace sesame::hub {

namespace pb = ::sesame::wire::pb;

/// The connection under a conversation. Thread-safe.
class Transport {
  public:
    virtual ~Transport() = default;
    /// Frames wait: take them with Conversation::nextFrame().
    virtual void wake() = 0;
    /// Runs `action` on the conversation's own executor, unless the connection is gone by then.
    virtual void post(std::function<void()> action) = 0;
    /// Reads on, if it stopped because Conversation::mayRead() said no.
    virtual void resume() = 0;
    /// Writes what waits, then closes.
    virtual void finish() = 0;
    /// Closes without writing.
    virtual void abort() = 0;
};

/// What is said over one connection, on whichever path was asked for. receive(), mayRead(), pauseMs() and
/// closed() belong to the connection's own executor; everything else may be called from any thread.
class Conversation {
  public:
    virtual ~Conversation() = default;
    virtual void start() = 0;
    /// One message of the client. False: write what waits and close.
    virtual bool receive(ByteView bytes) = 0;
    /// How long to read nothing more, so that no client can keep the hub busy by itself; 0 mostly.
    virtual std::int64_t pauseMs() = 0;
    /// False: read nothing more until Transport::resume().
    virtual bool mayRead() = 0;
    virtual void closed() = 0;
    /// Whom it is with is proven: the connection no longer counts as a stranger's.
    virtual bool isLoggedIn() const = 0;
    /// While it is a relay that waits for its other end: how long it may.
    virtual std::optional<std::chrono::milliseconds> patience() const = 0;
    virtual std::optional<Bytes> nextFrame() = 0;
    virtual bool hasFrames() = 0;
    /// Says why, then closes.
    virtual void end(pb::Refusal::Code reason) = 0;
};

}  // namespace sesame::hub
