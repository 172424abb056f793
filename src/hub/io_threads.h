// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <memory>
#include <vector>

namespace sesame::hub {

/// Threads with an event loop each. What belongs to a loop runs on one thread only, so it needs neither locks
/// nor strands, and an event never wakes a second thread. Thread-safe, but for run().
class IoThreads {
  public:
    using Loop = boost::asio::io_context;

    explicit IoThreads(unsigned count);

    std::size_t count() const { return loops_.size(); }
    /// The loop of everything there is one of: signals, the acceptor, the metrics.
    Loop& first() { return *loops_.front(); }
    /// The loop of connection number `n`. Several in a row share one: on a small hub those who write to each
    /// other are then served without a hop between threads.
    Loop& forConnection(std::uint64_t n) { return *loops_[n / kTogether % loops_.size()]; }

    /// Runs the loops, the first on this thread, until stop().
    void run();
    void stop();

  private:
    static constexpr std::uint64_t kTogether = 8;

    std::vector<std::unique_ptr<Loop>> loops_;
    std::vector<boost::asio::executor_work_guard<Loop::executor_type>> busy_;
};

}  // namespace sesame::hub
