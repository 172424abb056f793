// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/landing.h"

#include <algorithm>

namespace sesame::share {

Landing::Landing(std::function<void()> landed) : landed_(std::move(landed)), thread_([this] { run(); }) {
}

Landing::~Landing() {
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
    }
    ready_.notify_one();
    thread_.join();
}

void Landing::add(Job job) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(job));
    }
    ready_.notify_one();
}

std::vector<Landing::Landed> Landing::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(done_, {});
}

void Landing::drain() {
    std::unique_lock lock(mutex_);
    idle_.wait(lock, [this] { return waiting_.empty() && !working_; });
}

void Landing::run() {
    while (true) {
        std::vector<Job> jobs;
        {
            std::unique_lock lock(mutex_);
            ready_.wait(lock, [this] { return over_ || !waiting_.empty(); });
            if (waiting_.empty())
                return;
            jobs.swap(waiting_);
            working_ = true;
        }
        land(std::move(jobs));
        {
            const std::lock_guard lock(mutex_);
            working_ = false;
        }
        idle_.notify_all();
        landed_();
    }
}

void Landing::land(std::vector<Job> jobs) {
    // Those of one transfer together.
    std::stable_sort(jobs.begin(), jobs.end(),
                     [](const Job& a, const Job& b) { return a.arrivals.get() < b.arrivals.get(); });
    for (auto first = jobs.begin(); first != jobs.end();) {
        const auto last =
            std::find_if(first, jobs.end(), [&](const Job& job) { return job.arrivals != first->arrivals; });
        std::vector<OfferedFile> files;
        std::transform(first, last, std::back_inserter(files), [](const Job& job) { return job.file; });
        auto results = first->arrivals->keep(files);
        const std::lock_guard lock(mutex_);
        for (auto result = results.begin(); first != last; ++first, ++result)
            done_.push_back({std::move(*first), std::move(*result)});
    }
}

}  // namespace sesame::share
