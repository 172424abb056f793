// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/hub/hub_fixture.h"

namespace sesame::test {
namespace {

/// Every message type a client can send, aimed at "bert" where it has an aim.
std::vector<pb::ClientFrame> everyRequest() {
    std::vector<pb::ClientFrame> out;
    const auto* body = pb::ClientFrame::descriptor()->FindOneofByName("body");
    for (int i = 0; i < body->field_count(); ++i) {
        pb::ClientFrame frame;
        const auto* field = body->field(i);
        auto* message = frame.GetReflection()->MutableMessage(&frame, field);
        const auto set = [&](const char* name, const std::string& value) {
            if (const auto* member = message->GetDescriptor()->FindFieldByName(name);
                member != nullptr && !member->is_repeated())
                message->GetReflection()->SetString(message, member, value);
        };
        set("handle", "bert");
        set("peer", "bert");
        set("identity_key", std::string(32, 'k'));
        set("signature", std::string(64, 's'));
        set("stream_id", std::string(16, 'i'));
        set("parcel_id", std::string(16, 'i'));
        if (frame.has_open_parcel())
            frame.mutable_open_parcel()->set_side(pb::OpenParcel::FETCHES);
        if (frame.has_parcel_piece())
            frame.mutable_parcel_piece()->set_sealed("sealed");
        if (frame.has_send_mail()) {
            auto& mail = *frame.mutable_send_mail()->add_mails();
            mail.set_peer("bert");
            mail.set_message_id(messageId(1));
            mail.set_sealed("sealed");
        }
        if (frame.has_acknowledge_mail())
            for (std::uint64_t sequence = 1; sequence < 100; ++sequence)
                frame.mutable_acknowledge_mail()->add_sequences(sequence);
        if (frame.has_query_waiting())
            frame.mutable_query_waiting()->add_message_ids(messageId(1));
        if (frame.has_watch_presence())
            frame.mutable_watch_presence()->add_handles("bert");
        if (frame.has_set_blocked())
            frame.mutable_set_blocked()->set_blocked(true);
        out.push_back(frame);
    }
    return out;
}

std::string nameOf(const pb::ClientFrame& frame) {
    const auto* body = pb::ClientFrame::descriptor()->FindOneofByName("body");
    return frame.GetReflection()->GetOneofFieldDescriptor(frame, body)->name();
}

/// Has a meaning only on a connection to a parcel.
bool isAboutAParcel(const pb::ClientFrame& frame) {
    return frame.has_open_parcel() || frame.has_parcel_piece() || frame.has_parcel_taken() ||
           frame.has_drop_parcel();
}

using Authorization = HubTest;

// M32: no log-in.
TEST_F(Authorization, WithoutLogInNothingButLogInIsAnswered) {
    startHub();
    HubClient bert = join("bert");
    for (const auto& request : everyRequest()) {
        HubClient nobody = stranger();
        const auto answer = nobody.ask(request);
        const bool isLogIn = request.has_register_() || request.has_log_in();
        EXPECT_EQ(refusalIn(answer), isLogIn ? pb::Refusal::BAD_SIGNATURE : pb::Refusal::NOT_LOGGED_IN)
            << nameOf(request);
        EXPECT_TRUE(nobody.isClosedByHub()) << nameOf(request);
    }
}

// M32: somebody else who is logged in may ask for prekeys and send mail, and touch nothing of bert's.
TEST_F(Authorization, AStrangerCanOnlyKnock) {
    startHub();
    HubClient bert = join("bert");
    HubClient carl = join("carl");
    carl.mail("bert", messageId(50), "carl's");
    const auto delivery = nextDelivery(bert);
    ASSERT_TRUE(delivery);
    for (auto request : everyRequest()) {
        HubClient anna = join("anna");
        if (request.has_acknowledge_mail())
            request.mutable_acknowledge_mail()->add_sequences(delivery->mail_delivery().mails(0).sequence());
        const auto name = nameOf(request);
        if (request.has_send_mail()) {
            anna.send(request);
            EXPECT_TRUE(anna.next()->has_mail_accepted());
            continue;
        }
        if (request.has_publish_prekeys())
            request.mutable_publish_prekeys()->mutable_signed_prekey()->set_public_key(std::string(31, 'x'));
        const auto answer = anna.ask(request);
        if (request.has_register_() || request.has_log_in() || request.has_join_relay() ||
            isAboutAParcel(request))
            EXPECT_EQ(refusalIn(answer), pb::Refusal::MALFORMED) << name;
        else if (request.has_publish_prekeys())
            EXPECT_FALSE(answer) << "malformed: hung up, told without a request number";
        else if (request.has_fetch_prekeys())
            EXPECT_EQ(refusalIn(answer), pb::Refusal::NO_SUCH_ACCOUNT) << "bert has published none";
        else if (request.has_query_waiting())
            EXPECT_EQ(answer->still_waiting().message_ids_size(), 1) << "her own mail, not carl's";
        else if (request.has_publish_tags())
            EXPECT_EQ(refusalIn(answer), pb::Refusal::BLOCKED) << "she has just blocked him";
        else
            EXPECT_TRUE(answer && answer->has_done()) << name;
    }
    bert = stranger();
    EXPECT_EQ(bert.logInAs("bert", identity("bert"))->welcome().waiting(), 2U)
        << "nobody else's acknowledgement counts";
}

// M32: blocked.
TEST_F(Authorization, ABlockedAccountReachesNothing) {
    startHub();
    HubClient bert = join("bert");
    HubClient anna = join("anna");
    pb::ClientFrame block;
    block.mutable_set_blocked()->set_handle("anna");
    block.mutable_set_blocked()->set_blocked(true);
    ASSERT_TRUE(bert.ask(block)->has_done());
    pb::ClientFrame watch;
    watch.mutable_watch_presence()->add_handles("anna");
    ASSERT_TRUE(bert.ask(watch)->has_done());

    anna.mail("bert", messageId(1), "x");
    const auto refusal = anna.next();
    EXPECT_EQ(refusalIn(refusal), pb::Refusal::BLOCKED);
    EXPECT_EQ(refusal->refusal().message_ids(0), messageId(1));
    pb::ClientFrame fetch;
    fetch.mutable_fetch_prekeys()->set_handle("bert");
    EXPECT_EQ(refusalIn(anna.ask(fetch)), pb::Refusal::BLOCKED);
    pb::ClientFrame peek;
    peek.mutable_watch_presence()->add_handles("bert");
    anna.send(peek);
    pb::ClientFrame query;
    query.mutable_query_waiting()->set_peer("bert");
    query.mutable_query_waiting()->add_message_ids(messageId(1));
    query.set_request(77);
    anna.send(query);
    const auto answer = anna.next();
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->has_still_waiting()) << "no presence in between";
    EXPECT_EQ(answer->still_waiting().message_ids_size(), 0);
}

TEST_F(Authorization, OnlyTheKeyOfTheAccountLogsIn) {
    startHub();
    static_cast<void>(join("anna"));
    HubClient thief = stranger();
    EXPECT_EQ(refusalIn(thief.logInAs("anna", identity("thief"))), pb::Refusal::BAD_SIGNATURE);
    HubClient taker = stranger();
    EXPECT_EQ(refusalIn(taker.registerAs("anna", identity("thief"))), pb::Refusal::HANDLE_TAKEN);
    EXPECT_TRUE(taker.registerAs("another", identity("thief"))->has_welcome());
    HubClient nobody = stranger();
    EXPECT_EQ(refusalIn(nobody.logInAs("nobody", identity("nobody"))), pb::Refusal::NO_SUCH_ACCOUNT);
}

TEST_F(Authorization, ASignatureIsGoodForOneConnectionOneHandleAndOneCertificate) {
    startHub();
    static_cast<void>(join("anna"));
    HubClient first = stranger();
    HubClient second = stranger();
    const auto logInWith = [](HubClient& client, const std::string& signature) {
        pb::ClientFrame frame;
        frame.mutable_log_in()->set_handle("anna");
        frame.mutable_log_in()->set_signature(signature);
        return client.ask(frame);
    };
    const auto replayed = first.logInSignature(identity("anna"), "anna");
    EXPECT_EQ(refusalIn(logInWith(second, replayed)), pb::Refusal::BAD_SIGNATURE);
    EXPECT_TRUE(logInWith(first, replayed)->has_welcome());
    HubClient third = stranger();
    EXPECT_EQ(refusalIn(logInWith(third, third.logInSignature(identity("anna"), "another"))),
              pb::Refusal::BAD_SIGNATURE);
    HubClient fourth = stranger();
    const std::string relayed = fourth.nonce() + std::string(32, 'f') + "anna";
    const auto signature = identity("anna").sign("sesame login v1", asBytes(relayed));
    EXPECT_EQ(refusalIn(logInWith(fourth, toString(signature))), pb::Refusal::BAD_SIGNATURE);
}

TEST_F(Authorization, AClosedHubTakesNoNewAccounts) {
    startHub();
    static_cast<void>(join("anna"));
    startHub({"--registration", "closed"});
    HubClient client = stranger();
    EXPECT_EQ(refusalIn(client.registerAs("newcomer", identity("newcomer"))), pb::Refusal::HUB_FULL);
    EXPECT_NO_THROW(join("anna"));
}

}  // namespace
}  // namespace sesame::test
