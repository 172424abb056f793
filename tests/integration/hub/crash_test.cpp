// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/hub/hub_fixture.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <set>

namespace sesame::test {
namespace {

int killCount() {
    const char* wanted = std::getenv("SESAME_M23_KILLS");
    return wanted != nullptr ? std::atoi(wanted) : 15;
}

class Crash : public HubTest {
  protected:
    /// Sends until the hub dies; counts what it accepted and what came.
    void talkUntilDeath(int killAfter) {
        HubClient anna = join("anna");
        HubClient bert = join("bert");
        // The receiver keeps every second delivery without acknowledging it, so that some are always open.
        int news = 0;
        while (!anna.socket().isOver()) {
            for (int i = 0; i < 8; ++i, ++next_)
                anna.mail("bert", messageId(next_), std::to_string(next_));
            while (const auto bytes = anna.socket().receive(2)) {
                pb::HubFrame frame;
                if (!frame.ParseFromArray(bytes->data(), static_cast<int>(bytes->size())))
                    break;
                for (const auto& id : frame.mail_accepted().message_ids())
                    accepted_.insert(id);
                if ((news += frame.mail_accepted().message_ids_size()) >= killAfter)
                    hub_->signal(SIGKILL);
            }
            receive(bert, true);
        }
        receive(bert, false);
        EXPECT_EQ(hub_->waitForEnd(), -SIGKILL);
    }

    void receive(HubClient& bert, bool acknowledge) {
        while (const auto bytes = bert.socket().poll()) {
            pb::HubFrame frame;
            if (!frame.ParseFromArray(bytes->data(), static_cast<int>(bytes->size())))
                return;
            take(bert, frame, acknowledge && (++round_ % 2) == 0);
        }
    }

    void take(HubClient& bert, const pb::HubFrame& frame, bool acknowledge) {
        std::vector<std::uint64_t> sequences;
        for (const auto& mail : frame.mail_delivery().mails()) {
            sequences.push_back(mail.sequence());
            // As a client does: what it has already, it does not show again.
            if (received_.insert(mail.message_id()).second)
                shown_.push_back(std::stoull(mail.sealed()));
        }
        if (acknowledge && !sequences.empty())
            bert.acknowledge(sequences);
    }

    std::uint64_t next_ = 0;
    unsigned round_ = 0;
    std::set<std::string> accepted_, received_;
    std::vector<std::uint64_t> shown_;
};

// M23: the full count is run with SESAME_M23_KILLS=500.
TEST_F(Crash, NoAcceptedMailIsLostWhenTheHubIsKilled) {
    std::srand(20'261'122);
    for (int round = 0; round < killCount(); ++round) {
        startHub();
        talkUntilDeath(1 + std::rand() % 200);
    }
    startHub();
    HubClient bert = stranger();
    auto left = bert.logInAs("bert", identity("bert"))->welcome().waiting();
    while (left > 0) {
        const auto frame = nextDelivery(bert);
        ASSERT_TRUE(frame);
        left -= static_cast<std::uint64_t>(frame->mail_delivery().mails_size());
        take(bert, *frame, true);
    }
    for (const auto& id : accepted_)
        EXPECT_TRUE(received_.contains(id)) << "lost";
    EXPECT_GT(accepted_.size(), 0U);
    EXPECT_TRUE(std::is_sorted(shown_.begin(), shown_.end())) << "order of one sender";
}

}  // namespace
}  // namespace sesame::test
