// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/group_commit.h"

#include "support/fake_clock.h"
#include "support/temporary_directory.h"

#include <gtest/gtest.h>

#include <future>

namespace sesame::hub {
namespace {

/// Does nothing to the tables, and says when it is finished.
class Told final : public GroupCommit::Work {
  public:
    explicit Told(std::function<void()> finished) : finished_(std::move(finished)) {}
    bool apply(MailTables&) override { return true; }
    void finish(const Status&) override { finished_(); }

  private:
    std::function<void()> finished_;
};

TEST(GroupCommit, QuestionsThatWaitDoNotKeepAChangeWaiting) {
    const test::TemporaryDirectory directory;
    const test::FakeClock clock;
    GroupCommit commit(*MailTables::open(directory.path() / "hub.db", Quota{1, 1}, clock));
    constexpr int kMany = 1'000;
    std::promise<void> allAnswered;
    int answered = 0;
    std::optional<int> answeredBefore;
    const auto ask = [&](std::function<void()> finished) {
        commit.ask(std::make_unique<Told>(std::move(finished)));
    };
    ask([&] {
        for (int i = 0; i < kMany; ++i)
            ask([&] {
                if (++answered == 1)
                    commit.change(std::make_unique<Told>([&] { answeredBefore = answered; }));
                if (answered == kMany)
                    allAnswered.set_value();
            });
    });
    allAnswered.get_future().wait();
    commit.close();
    ASSERT_TRUE(answeredBefore);
    EXPECT_LT(*answeredBefore, kMany / 2);
}

}  // namespace
}  // namespace sesame::hub
