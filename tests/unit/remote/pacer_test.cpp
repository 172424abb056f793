// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/pacer.h"

#include <gtest/gtest.h>

#include <deque>

namespace {

using namespace sesame;
using namespace std::chrono_literals;
using remote::Pacer;

/// A line of a given speed and length in simulated time, always asked to carry updates of one size.
class Line {
  public:
    using Time = Pacer::Time;
    Line(double bytesPerSecond, std::chrono::microseconds oneWay) : speed_(bytesPerSecond), oneWay_(oneWay) {}

    /// Sends whenever the pacer lets it.
    void run(std::chrono::milliseconds time, std::size_t update) {
        for (const Time end = now_ + time; now_ < end; now_ += 1ms) {
            arrive();
            if (pacer_.room(now_) == 0)
                continue;
            send(std::min(update, pacer_.room(now_) + 64 * 1024));
        }
    }
    /// A film: every 33 ms another frame, and what the pacer cuts off is lost. How many went whole.
    int film(int frames, std::size_t bytes) {
        int whole = 0;
        for (int frame = 0; frame < frames; ++frame) {
            bool due = true;
            for (const Time end = now_ + 33ms; now_ < end; now_ += 1ms) {
                arrive();
                const std::size_t room = due ? pacer_.room(now_) : 0;
                if (room == 0)
                    continue;
                due = false;
                whole += room >= bytes ? 1 : 0;
                send(std::min(room, bytes));
            }
        }
        return whole;
    }
    int updates = 0;
    std::chrono::nanoseconds longestQueue{0};
    Pacer& pacer() { return pacer_; }
    Time now() const { return now_; }

  private:
    struct Sent {
        std::uint64_t total;
        Time at;
        Time acknowledgedAt;
    };
    void send(std::size_t size) {
        free_ =
            std::max(free_, now_) +
            std::chrono::microseconds(static_cast<std::int64_t>(static_cast<double>(size) / speed_ * 1e6));
        written_ += size;
        underWay_.push_back({written_, now_, free_ + 2 * oneWay_});
        pacer_.sent(written_, now_);
        ++updates;
        // How long the last byte waits in queues.
        longestQueue = std::max(longestQueue, free_ - now_);
    }
    void arrive() {
        for (; !underWay_.empty() && underWay_.front().acknowledgedAt <= now_; underWay_.pop_front()) {
            const Sent& sent = underWay_.front();
            flow_.acknowledged = sent.total;
            flow_.roundTripUs = static_cast<std::uint32_t>((now_ - sent.at) / 1us);
            flow_.shortestTripUs = flow_.shortestTripUs == 0
                                       ? flow_.roundTripUs
                                       : std::min(flow_.shortestTripUs, flow_.roundTripUs);
            pacer_.flowed(flow_, written_, now_);
        }
    }
    const double speed_;
    const std::chrono::microseconds oneWay_;
    Time now_{1h};
    Time free_{};
    Pacer pacer_{now_};
    stream::Flow flow_;
    std::uint64_t written_ = 0;
    std::deque<Sent> underWay_;
};

TEST(Pacer, LetsTheFirstUpdateGoAtOnce) {
    const Pacer::Time now{1h};
    const Pacer pacer(now);
    EXPECT_GT(pacer.room(now), 0U);
    EXPECT_EQ(pacer.nextTurn(now), now);
}

TEST(Pacer, AllowsSixtyUpdatesASecond) {
    Line line(1e9, 100us);
    line.run(10s, 1000);
    EXPECT_NEAR(line.updates, 620, 15);
}

TEST(Pacer, AllowsARoundTripOfFiftyMillisecondsAtFullRate) {
    Line line(10e6, 25ms);
    line.run(5s, 20'000);
    EXPECT_NEAR(line.updates, 310, 12);
}

// 10 Mbit/s, 50 ms: frames of 47 kB would need 11 Mbit/s at 30 a second.
TEST(Pacer, DropsFramesInsteadOfGrowingDelay) {
    Line line(1.25e6, 25ms);
    line.run(3s, 47'000);
    line.longestQueue = 0ns;
    line.updates = 0;
    line.run(10s, 47'000);
    EXPECT_LT(line.longestQueue, 130ms);
    EXPECT_GT(line.updates, 10 * 24);
}

// 8 Mbit/s of 10: what is cut would never be seen whole.
TEST(Pacer, SendsWholeFramesOfAFilmThatFitsTheLine) {
    Line line(1.25e6, 25ms);
    line.run(3s, 47'000);  // how fast it is
    line.film(90, 33'000);
    line.longestQueue = 0ns;
    EXPECT_GT(line.film(300, 33'000), 280);
    EXPECT_LT(line.longestQueue, 80ms);
}

TEST(Pacer, DoesNotBelieveInALineThatItHasNeverFilled) {
    Line line(1.25e6, 25ms);
    line.film(30, 100'000);  // how fast it is
    line.film(600, 12'000);  // a quarter of that
    line.longestQueue = 0ns;
    line.run(1s, 47'000);
    EXPECT_LT(line.longestQueue, 130ms);
}

TEST(Pacer, ExpectsNotTooMuchOfALineToFarAway) {
    Line line(1.25e6, 25ms);
    line.film(300, 12'000);  // never enough to see how fast it is
    line.longestQueue = 0ns;
    line.run(1s, 500'000);
    EXPECT_LT(line.longestQueue, 320ms);
}

TEST(Pacer, SendsALargeUpdateAtOnceToSomebodyNear) {
    Line line(100e6, 100us);
    line.film(300, 12'000);
    EXPECT_GE(line.pacer().room(line.now()), 500'000U);
}

TEST(Pacer, CutsALargeUpdateForASlowLine) {
    Line line(1.25e6, 25ms);
    line.run(3s, 47'000);
    line.run(100ms, 0);
    EXPECT_LT(line.pacer().room(line.now()), 200'000U);
}

TEST(Pacer, FindsOutThatALineHasBecomeFree) {
    Line line(1.25e6, 25ms);
    line.run(3s, 47'000);
    Line faster(20e6, 25ms);
    faster.run(3s, 47'000);
    faster.updates = 0;
    faster.run(5s, 47'000);
    EXPECT_GT(faster.updates, 290);
}

TEST(Pacer, WaitsForAViewerThatDoesNotRead) {
    const Pacer::Time now{1h};
    Pacer pacer(now);
    std::uint64_t written = 0;
    for (auto at = now; at < now + 60s; at += 10ms)
        if (const auto room = pacer.room(at); room > 0)
            pacer.sent(written += room, at);
    EXPECT_LE(written, stream::Stream::kWindow);
}

}  // namespace
