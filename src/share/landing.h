// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "share/arrivals.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace sesame::share {

/// Whole files on their way to the disk for good. What has gathered while the disk was busy shares the next
/// sync, so that many small files do not wait for one sync each. A thread of its own. Not bounded by itself:
/// its user never has more than kMaxOutstanding files of a transfer in it.
class Landing {
  public:
    struct Job {
        std::shared_ptr<Arrivals> arrivals;
        std::uint32_t transfer = 0;
        std::uint32_t number = 0;
        OfferedFile file;
    };
    struct Landed {
        Job job;
        Result<std::string> savedAs;
    };

    /// `landed` is called on the thread whenever take() has something.
    explicit Landing(std::function<void()> landed);
    /// Finishes what was added.
    ~Landing();

    void add(Job job);
    std::vector<Landed> take();
    /// Returns when everything that was added has landed.
    void drain();

  private:
    void run();
    void land(std::vector<Job> jobs);

    std::function<void()> landed_;
    std::mutex mutex_;
    std::condition_variable ready_;
    std::condition_variable idle_;
    std::vector<Job> waiting_;
    std::vector<Landed> done_;
    bool working_ = false;
    bool over_ = false;
    std::thread thread_;
};

}  // namespace sesame::share
