// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/io_threads.h"

#include <thread>

namespace sesame::hub {

IoThreads::IoThreads(unsigned count) {
    for (unsigned i = 0; i < count; ++i) {
        // 1: Asio then keeps what a loop hands to itself out of its locked queue.
        loops_.push_back(std::make_unique<Loop>(1));
        busy_.emplace_back(loops_.back()->get_executor());
    }
}

void IoThreads::run() {
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < loops_.size(); ++i)
        threads.emplace_back([&loop = *loops_[i]] { loop.run(); });
    first().run();
    for (auto& thread : threads)
        thread.join();
}

void IoThreads::stop() {
    for (const auto& loop : loops_)
        loop->stop();
}

}  // namespace sesame::hub
