// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/outbox.h"

#include "sesame/wire/limits.h"

#include <gtest/gtest.h>

namespace sesame::hub {
namespace {

TEST(Outbox, SendsWhatWaitsTogetherInOneFrame) {
    Outbox outbox;
    for (int i = 0; i < 20; ++i)
        outbox.accepted({});
    const auto frame = outbox.take();
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->mail_accepted().message_ids_size(), 20);
    EXPECT_EQ(frame->version(), wire::kProtocolVersion);
    EXPECT_TRUE(outbox.isEmpty());
    EXPECT_FALSE(outbox.take());
}

TEST(Outbox, KeepsEveryFrameUnderTheLimits) {
    Outbox outbox;
    StoredMail mail;
    mail.senderHandle = std::string(wire::kMaxHandleBytes, 'a');
    mail.sequence = ~std::uint64_t{0};
    for (const std::size_t bytes : {wire::kMaxSealedBytes, wire::kMaxSealedBytes, std::size_t{1}}) {
        mail.sealed.assign(bytes, std::byte{});
        outbox.deliver(mail);
    }
    for (std::size_t i = 0; i < 300; ++i)
        outbox.deliver(mail);
    int mails = 0;
    while (const auto frame = outbox.take()) {
        EXPECT_LE(frame->ByteSizeLong(), wire::kMaxFrameBytes);
        EXPECT_LE(frame->mail_delivery().mails_size(), static_cast<int>(wire::kMaxMailsPerFrame));
        mails += frame->mail_delivery().mails_size();
    }
    EXPECT_EQ(mails, 303);
}

TEST(Outbox, GroupsDeliveriesByRecipient) {
    Outbox outbox;
    outbox.delivered("anna", {});
    outbox.delivered("anna", {});
    outbox.delivered("bert", {});
    EXPECT_EQ(outbox.take()->mail_delivered().message_ids_size(), 2);
    EXPECT_EQ(outbox.take()->mail_delivered().peer(), "bert");
}

TEST(Outbox, TellsWhatWasRecognisedBeforeThatItWasAccepted) {
    Outbox outbox;
    outbox.accepted({});
    for (int i = 0; i < 200; ++i)
        outbox.recognised({}, {});
    EXPECT_EQ(outbox.take()->mail_recognised().mails_size(), static_cast<int>(wire::kMaxMailsPerFrame));
    EXPECT_EQ(outbox.take()->mail_recognised().mails_size(), 200 - static_cast<int>(wire::kMaxMailsPerFrame));
    EXPECT_TRUE(outbox.take()->has_mail_accepted());
    EXPECT_TRUE(outbox.isEmpty());
}

// M30: the memory of a client that does not read is bounded.
TEST(Outbox, SaysWhenAClientHasReadTooLittle) {
    Outbox outbox;
    std::size_t count = 0;
    for (; !outbox.isOverfull() && count < 1'000'000; ++count)
        outbox.accepted({});
    EXPECT_LT(count, 50'000U);
    Outbox answers;
    for (count = 0; !answers.isOverfull() && count < 1'000'000; ++count)
        answers.answer({});
    EXPECT_LT(count, 50'000U);
}

}  // namespace
}  // namespace sesame::hub
