// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/hub/hub_fixture.h"

namespace sesame::test {
namespace {

using Limits = HubTest;

bool endsWithin(HubClient& client, int timeoutMs) {
    client.next([](const pb::HubFrame&) { return false; }, timeoutMs);
    return client.socket().isOver();
}

// M30
TEST_F(Limits, WhoDoesNotLogInIsCutOff) {
    startHub({"--log-in-time", "300"});
    HubClient idle = stranger();
    EXPECT_TRUE(endsWithin(idle, HubClient::kPatienceMs));
    startHub({"--log-in-time", "60000"});
    HubClient anna = join("anna");
    startHub({"--log-in-time", "300"});
    anna = join("anna");
    HubClient later = stranger();
    EXPECT_TRUE(endsWithin(later, HubClient::kPatienceMs));
    EXPECT_FALSE(anna.socket().isOver()) << "who has logged in stays";
    EXPECT_EQ(refusalIn(anna.logInAs("anna", identity("anna"))), pb::Refusal::MALFORMED);
}

// M30, S40: a frame that comes byte by byte does not buy time.
TEST_F(Limits, ASlowFrameBuysNoTime) {
    startHub({"--log-in-time", "400"});
    HubClient slow = stranger();
    slow.socket().sendRaw(asBytes("\x82"));
    EXPECT_TRUE(endsWithin(slow, HubClient::kPatienceMs));
}

// M30, S40: lengths are believed only within the limit, before anything is kept for them.
TEST_F(Limits, AHugeLengthClosesTheConnection) {
    startHub();
    HubClient nobody = stranger();
    const unsigned char twoGiB[] = {0x82, 0xff, 0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0};
    nobody.socket().sendRaw(std::as_bytes(std::span(twoGiB)));
    EXPECT_TRUE(nobody.isClosedByHub());
    HubClient anna = join("anna");
    anna.socket().send(Bytes(64 * 1024 + 1));
    EXPECT_TRUE(anna.isClosedByHub());
    EXPECT_NO_THROW(join("bert"));
}

TEST_F(Limits, AFrameThatDoesNotParseClosesTheConnection) {
    startHub();
    HubClient anna = join("anna");
    anna.socket().send(asBytes("no frame at all"));
    EXPECT_EQ(nextRefusal(anna), pb::Refusal::MALFORMED);
    EXPECT_TRUE(anna.isClosedByHub());
    HubClient old = stranger();
    pb::ClientFrame frame;
    frame.set_version(99);
    frame.mutable_log_in();
    old.send(frame);
    EXPECT_EQ(nextRefusal(old), pb::Refusal::VERSION);
}

// M30
TEST_F(Limits, OneAddressHasOnlySoManyStrangers) {
    startHub({"--strangers", "3"});
    std::vector<HubClient> strangers;
    for (int i = 0; i < 3; ++i)
        strangers.push_back(stranger());
    EXPECT_ANY_THROW(stranger());
    ASSERT_TRUE(strangers[0].registerAs("anna", identity("anna"))->has_welcome());
    EXPECT_NO_THROW(strangers.push_back(stranger())) << "who logged in no longer counts";
}

// M31
TEST_F(Limits, AFullMailboxIsToldToTheSender) {
    startHub({"--mailbox-messages", "2"});
    static_cast<void>(join("bert"));
    HubClient anna = join("anna");
    for (std::uint64_t i = 1; i <= 3; ++i)
        anna.mail("bert", messageId(i), "x");
    const auto refusal = anna.next([](const pb::HubFrame& frame) { return frame.has_refusal(); });
    EXPECT_EQ(refusalIn(refusal), pb::Refusal::MAILBOX_FULL);
    EXPECT_EQ(refusal->refusal().message_ids(0), messageId(3));
    HubClient bert = join("bert");
    EXPECT_EQ(takeMail(bert, 2).size(), 2U);
}

TEST_F(Limits, WhoSendsTooFastIsToldHowLongToWait) {
    startHub({"--mail-rate", "1", "--mail-burst", "2"});
    HubClient anna = join("anna");
    for (std::uint64_t i = 1; i <= 3; ++i)
        anna.mail("anna", messageId(i), "x");
    const auto refusal = anna.next([](const pb::HubFrame& frame) { return frame.has_refusal(); });
    EXPECT_EQ(refusalIn(refusal), pb::Refusal::TOO_FAST);
    EXPECT_GT(refusal->refusal().retry_after_ms(), 0U);
    EXPECT_EQ(refusal->refusal().message_ids(0), messageId(3));
}

// A reader that never acknowledges gets a window full, and the hub keeps the rest on disk.
TEST_F(Limits, DeliveryStopsAtTheWindow) {
    startHub();
    HubClient bert = join("bert");
    HubClient anna = join("anna");
    constexpr std::uint64_t kMany = 400;
    for (std::uint64_t i = 0; i < kMany; ++i)
        anna.mail("bert", messageId(i), "x");
    for (std::uint64_t accepted = 0; accepted < kMany;)
        accepted += static_cast<std::uint64_t>(anna.next()->mail_accepted().message_ids_size());
    pb::ClientFrame mark;
    mark.mutable_watch_presence();
    mark.set_request(5);
    bert.send(mark);
    int delivered = 0;
    std::vector<std::uint64_t> sequences;
    while (delivered < 256) {
        const auto frame = bert.next();
        ASSERT_TRUE(frame);
        for (const auto& mail : frame->mail_delivery().mails())
            sequences.push_back(mail.sequence());
        delivered += frame->mail_delivery().mails_size();
    }
    EXPECT_EQ(delivered, 256);
    bert.acknowledge(sequences);
    EXPECT_EQ(takeMail(bert, kMany - 256).size(), kMany - 256);
}

// The disk is full: the sender is told, the hub goes on.
TEST_F(Limits, AFullDiskIsToldAndSurvived) {
    hub_ = std::make_unique<HubProcess>(directory_.path() / "data", allFast(), 1024 * 1024);
    HubClient anna = join("anna");
    const std::string large(40'000, 'x');
    bool refused = false;
    std::uint64_t accepted = 0;
    for (std::uint64_t i = 0; i < 200 && !refused; ++i) {
        anna.mail("anna", messageId(i), large);
        const auto frame = anna.next(
            [](const pb::HubFrame& answer) { return answer.has_refusal() || answer.has_mail_accepted(); });
        ASSERT_TRUE(frame);
        refused = refusalIn(frame) == pb::Refusal::HUB_FULL;
        accepted += frame->has_mail_accepted() ? 1 : 0;
    }
    EXPECT_TRUE(refused);
    EXPECT_GT(accepted, 0U);
    HubClient again = stranger();
    EXPECT_TRUE(again.logInAs("anna", identity("anna"))->has_welcome());
    EXPECT_EQ(takeMail(again, accepted).size(), accepted) << "what was accepted is there";
}

}  // namespace
}  // namespace sesame::test
