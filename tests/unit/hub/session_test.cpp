// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/session.h"

#include "support/fake_clock.h"

#include "sesame/crypto/identity.h"
#include "sesame/wire/frame.h"

#include <gtest/gtest.h>

namespace sesame::hub {
namespace {

/// Knows one account, takes every mail, and answers before it returns.
class FakeMailStore final : public MailStore {
  public:
    std::vector<int> stored;

    void registerAccount(std::string handle, PublicIdentity identity, Callback<Account> done) override {
        done(Account{AccountId{1}, std::move(handle), identity});
    }
    void findAccount(std::string, Callback<Account> done) override { done(Error{ErrorCode::NotFound, ""}); }
    void mailboxState(AccountId, Callback<MailboxState> done) override { done(MailboxState{}); }
    void publishPrekeys(AccountId, PrekeyUpload, Callback<void> done) override { done({}); }
    void takeBundle(AccountId, std::string, Callback<PublishedBundle> done) override {
        done(Error{ErrorCode::NotFound, ""});
    }
    void setBlocked(AccountId, std::string, bool, Callback<void> done) override { done({}); }
    void publishTags(AccountId, std::string, std::vector<PublishedTag>,
                     Callback<PublishOutcome> done) override {
        done(PublishOutcome::Stored);
    }
    void append(NewMail mail, Callback<Appended> done) override {
        stored.push_back(static_cast<int>(mail.id.value[0]));
        done(Appended{});
    }
    void fetch(AccountId, std::uint64_t, FetchLimits, Callback<Fetched> done) override { done(Fetched{}); }
    void acknowledge(AccountId, std::vector<std::uint64_t>) override {}
    void stillWaiting(AccountId, std::string, std::vector<MessageId>,
                      Callback<std::vector<MessageId>> done) override {
        done(std::vector<MessageId>{});
    }
    void close() override {}
};

class FakeTransport final : public Transport {
  public:
    void wake() override {}
    void post(std::function<void()> action) override { action(); }
    void resume() override {}
    void finish() override {}
    void abort() override {}
};

/// Connections of one account, on one thread.
struct Sessions : ::testing::Test {
    std::shared_ptr<Session> logIn() {
        auto session = std::make_shared<Session>(hub, transport);
        session->start();
        const std::string nonce = answerOf(*session).challenge().nonce();
        pb::ClientFrame frame;
        auto& body = *frame.mutable_register_();
        body.set_handle("anna");
        body.set_identity_key(toString(identity.publicKey().view()));
        body.set_signature(
            toString(identity.sign("sesame login v1", logInText(asBytes(nonce), hub.fingerprint, "anna"))));
        EXPECT_TRUE(ask(*session, frame).has_welcome());
        return session;
    }
    pb::HubFrame ask(Session& session, pb::ClientFrame frame) {
        frame.set_version(wire::kProtocolVersion);
        frame.set_request(1);
        EXPECT_TRUE(session.receive(wire::serialise(frame)));
        return answerOf(session);
    }
    pb::HubFrame mail(Session& session, const std::vector<int>& ids) {
        pb::ClientFrame frame;
        for (const int id : ids) {
            auto& mail = *frame.mutable_send_mail()->add_mails();
            mail.set_peer("bert");
            mail.set_message_id(std::string(1, static_cast<char>(id)) + std::string(15, '\0'));
            mail.set_sealed("x");
        }
        return ask(session, frame);
    }
    static pb::HubFrame answerOf(Session& session) {
        pb::HubFrame frame;
        const auto bytes = session.nextFrame();
        EXPECT_TRUE(bytes && wire::parse(*bytes, frame, wire::kMaxFrameBytes));
        return frame;
    }
    static bool isTooFast(const pb::HubFrame& frame) {
        return frame.refusal().code() == pb::Refusal::TOO_FAST && frame.refusal().retry_after_ms() > 0;
    }

    crypto::SystemRandom random;
    crypto::Identity identity = crypto::Identity::generate(random);
    test::FakeClock clock;
    const Log log{LogLevel::Error};
    FakeMailStore store;
    Hub hub{"hub", {}, true, {}, store, random, clock, log};
    std::shared_ptr<FakeTransport> transport = std::make_shared<FakeTransport>();
};

pb::ClientFrame prekeysWanted() {
    pb::ClientFrame frame;
    frame.mutable_fetch_prekeys()->set_handle("bert");
    return frame;
}

pb::ClientFrame tagsPublished() {
    pb::ClientFrame frame;
    frame.mutable_publish_tags()->set_peer("bert");
    return frame;
}

TEST_F(Sessions, ConnectingAgainGivesNothingBack) {
    hub.limits.account.mails = {1, 1};
    hub.limits.account.prekeyFetches = hub.limits.account.tagTables = {1, 1};
    const auto first = logIn();
    EXPECT_TRUE(mail(*first, {1}).has_mail_accepted());
    EXPECT_FALSE(isTooFast(ask(*first, prekeysWanted())));
    EXPECT_FALSE(isTooFast(ask(*first, tagsPublished())));
    first->closed();
    const auto second = logIn();
    EXPECT_TRUE(isTooFast(mail(*second, {2})));
    EXPECT_TRUE(isTooFast(ask(*second, prekeysWanted())));
    EXPECT_TRUE(isTooFast(ask(*second, tagsPublished())));
    clock.advance(2'000);
    EXPECT_FALSE(isTooFast(mail(*second, {2})));
}

TEST_F(Sessions, NothingOvertakesMailThatWasRefused) {
    hub.limits.account.mails = {10, 2};
    const auto session = logIn();
    EXPECT_TRUE(isTooFast(mail(*session, {1, 2, 3})));
    EXPECT_TRUE(answerOf(*session).has_mail_accepted());
    clock.advance(500);
    const auto refused = mail(*session, {4});
    ASSERT_TRUE(isTooFast(refused)) << "it was on its way before the refusal arrived";
    EXPECT_EQ(refused.refusal().retry_after_ms(), 500U) << "one wait for all";
    clock.advance(500);
    EXPECT_TRUE(mail(*session, {3, 4}).has_mail_accepted());
    EXPECT_EQ(store.stored, (std::vector<int>{1, 2, 3, 4}));
}

TEST_F(Sessions, WhoAsksTooOftenWhatStillWaitsIsToldToWait) {
    hub.limits.account.waitingQueries = {1, 2};
    const auto session = logIn();
    pb::ClientFrame query;
    query.mutable_query_waiting()->set_peer("bert");
    query.mutable_query_waiting()->add_message_ids(std::string(16, 'x'));
    EXPECT_TRUE(ask(*session, query).has_still_waiting());
    EXPECT_TRUE(ask(*session, query).has_still_waiting());
    EXPECT_TRUE(isTooFast(ask(*session, query)));
    clock.advance(1'000);
    EXPECT_TRUE(ask(*session, query).has_still_waiting());
}

}  // namespace
}  // namespace sesame::hub
