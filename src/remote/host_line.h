// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/picture_decoder.h"

#include "sesame/stream/stream.h"

#include <atomic>
#include <deque>
#include <mutex>
#include <vector>

namespace sesame::remote {

/// A viewer's end of a stream to a host. next(), take() and close() are for the viewer's thread, the rest for
/// any.
class HostLine final : public HostBytes {
  public:
    /// As many messages may wait for room. A pointer that moves on takes the place of its last move that
    /// still waits; beyond the bound messages are dropped.
    static constexpr std::size_t kMaxWaiting = 4096;
    /// So many leave in one piece.
    static constexpr std::size_t kAtOnce = 64;

    HostLine(std::unique_ptr<stream::Stream> stream, Descriptor wake);

    ByteView next() override;
    void take(std::size_t bytes) override { taken_ += bytes; }
    /// Leaves with the next flush(), or before. How many wait now.
    std::size_t put(Bytes message);
    /// Sends at once, or as soon as there is room. Never waits.
    void flush();
    void send(Bytes message) {
        put(std::move(message));
        flush();
    }
    /// next() has nothing more from now on.
    void leave();

    /// Ends the stream and says why: Tampered when there could have been more to read.
    stream::Ending close();
    std::uint64_t received() const { return received_; }
    stream::Flow flow() const { return stream_->flow(); }

  private:
    bool fill();
    void wait();
    void sendWaiting();
    bool wantsToSend();
    void wake() const;

    const std::unique_ptr<stream::Stream> stream_;
    const Descriptor fd_;
    const Descriptor wake_;
    std::atomic<bool> left_{false};
    std::atomic<std::uint64_t> received_{0};

    std::vector<std::byte> buffer_;
    std::size_t taken_ = 0;
    std::size_t filled_ = 0;
    bool atEnd_ = false;

    std::mutex mutex_;
    std::deque<Bytes> waiting_{};
    std::size_t sentOfFirst_ = 0;
};

}  // namespace sesame::remote
