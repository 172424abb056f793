// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "share/peer_link.h"

#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace sesame::share {

/// A thread that talks to one peer at a time, and does what it is asked to meanwhile. Members but the
/// destructor may be called from any thread; stop() not from the thread itself.
class PeerThread {
  public:
    static constexpr std::size_t kMaxPosted = 1024;

    /// What is done on the thread.
    class Handler {
      public:
        virtual ~Handler() = default;
        virtual void connected(PeerLink& link) = 0;
        /// False: not now, ask again after pump(), which is busy. An error ends the connection.
        virtual Result<bool> received(const Frame& frame, PeerLink& link) = 0;
        /// Writes what there is to write while the link has room. True: there is more to do at once.
        /// An error ends the connection.
        virtual Result<bool> pump(PeerLink& link) = 0;
        /// Malformed when the peer broke the protocol, Unavailable when it is gone, Cancelled by stop(), or
        /// an error from above.
        virtual void disconnected(const Error& why) = 0;
    };

    explicit PeerThread(Handler& handler);
    /// Once; what was posted before is done then.
    void start();
    ~PeerThread() { stop(); }
    PeerThread(const PeerThread&) = delete;
    PeerThread& operator=(const PeerThread&) = delete;

    /// Full when too much waits already.
    Status post(std::function<void()> action);
    /// Takes the place of the connection there is.
    Status attach(Descriptor socket);
    /// Runs the loop once more.
    void wake() const;
    void stop();

  private:
    void run();
    void runPosted();
    void serve();
    Status takeFrames();
    void disconnect(const Error& why);
    void await(bool busy);

    Handler& handler_;
    Descriptor event_;
    std::mutex mutex_;
    std::deque<std::function<void()>> posted_;
    bool stopping_ = false;

    // On the thread.
    std::optional<PeerLink> link_;
    bool held_ = false;  ///< the first frame has to wait
    bool busy_ = false;
    std::thread thread_;
};

}  // namespace sesame::share
