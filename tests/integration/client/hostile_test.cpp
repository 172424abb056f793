// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/hostile.h"

#include "content.pb.h"

#include "sesame/wire/frame.h"

#include <QtGlobal>
#include <algorithm>

namespace sesame::client {
namespace {

namespace pb = wire::pb;

// One hostile transcript of each kind; each is told again and again with new ids and new bytes.
using Transcript = std::function<void(Lied&, int)>;

Bytes unknownContent(const MessageId& id, int number) {
    pb::Content frame;
    frame.set_version(1);
    frame.set_message_id(toString(id.view()));
    Bytes out = wire::serialise(frame);
    // A length-delimited field of a kind that does not exist: "execute", "granted", "your own message".
    const auto tag = static_cast<unsigned>((18 + number % 100) << 3 | 2);
    out.push_back(static_cast<std::byte>((tag & 0x7F) | 0x80));
    out.push_back(static_cast<std::byte>(tag >> 7));
    const std::string words = Lied::kPhrase;
    out.push_back(static_cast<std::byte>(words.size()));
    const ByteView bytes = asBytes(words);
    out.insert(out.end(), bytes.begin(), bytes.end());
    return out;
}

const std::vector<std::pair<const char*, Transcript>>& transcripts() {
    static const std::vector<std::pair<const char*, Transcript>> all{
        {"S01 a mail again",
         [](Lied& t, int i) {
             t.hub.deliver(t.hub.delivered[static_cast<std::size_t>(i) % t.hub.delivered.size()]);
         }},
        {"S01 a mail again under another id",
         [](Lied& t, int i) {
             auto mail = t.hub.delivered[static_cast<std::size_t>(i) % t.hub.delivered.size()];
             mail.set_message_id(toString(t.hub.random.messageId().view()));
             t.hub.deliver(mail);
         }},
        {"S02 the first mail again", [](Lied& t, int) { t.hub.deliver(t.hub.delivered.front()); }},
        {"S03 an order that does not exist",
         [](Lied& t, int i) {
             const MessageId id = t.hub.random.messageId();
             t.hub.sayBytes(id, unknownContent(id, i));
         }},
        {"S04 the receiver's own words from the hub",
         [](Lied& t, int) {
             const MessageId id = t.hub.random.messageId();
             auto mail = t.hub.sealed(id, encode({id, 1, TextContent{Lied::kPhrase}}));
             mail.set_peer(t.hub.receiverHandle());
             t.hub.deliver(mail);
         }},
        {"S14 the phrase in the helper's words", [](Lied& t, int) { t.hub.say(TextContent{Lied::kPhrase}); }},
        {"S15 an edit of a message of the receiver",
         [](Lied& t, int) {
             const auto own = t.mum.messages(t.liar, MessageKind::Text);
             const MessageId id = own.empty() ? t.hub.random.messageId() : own.front().id;
             t.hub.sayBytes(id, encode({id, 1, TextContent{Lied::kPhrase}}));
         }},
        {"S05 frames that nobody asked for",
         [](Lied& t, int i) {
             pb::HubFrame frame;
             frame.set_request(static_cast<std::uint64_t>(i));
             if (i % 3 == 0)
                 frame.mutable_done();
             else if (i % 3 == 1)
                 frame.mutable_mail_accepted()->add_message_ids(std::string(16, 'x'));
             else
                 frame.mutable_still_waiting();
             t.hub.send(frame);
         }},
        {"S09 an invitation with an altered rule",
         [](Lied& t, int i) {
             auto signedRule = trigger::sign(t.rule(), t.hub.identity());
             signedRule.rule[static_cast<std::size_t>(i) % signedRule.rule.size()] ^= std::byte{1};
             t.hub.say(InvitationContent{signedRule, t.clock.wallMs() + 3'600'000});
         }},
        {"S18 a rule for somebody else",
         [](Lied& t, int) {
             auto rule = t.rule();
             rule.receiver = t.hub.helper();
             t.invite(rule);
         }},
        {"S48 a rule of somebody else",
         [](Lied& t, int) {
             const auto other = crypto::Identity::generate(t.hub.random);
             auto rule = t.rule();
             rule.helper = other.publicKey();
             t.hub.say(InvitationContent{trigger::sign(rule, other), t.clock.wallMs() + 3'600'000});
         }},
        {"S19 the phrase from a stranger",
         [](Lied& t, int i) {
             const MessageId id = t.hub.random.messageId();
             auto mail = t.hub.sealed(id, encode({id, 1, TextContent{Lied::kPhrase}}));
             mail.set_peer("stranger-" + std::to_string(i % 5));
             t.hub.deliver(mail);
         }},
        {"S07 answers and outcomes of nothing",
         [](Lied& t, int) {
             t.hub.say(OutcomeContent{t.hub.random.messageId(), {}, execute::OutcomeKind::Started, "x"});
         }},
        {"S21 a yes to a wish that nobody had",
         [](Lied& t, int) {
             trigger::Rule granted = t.rule("");
             granted.ways = {false, false};
             granted.wish = WishHash{};
             t.hub.say(WishAnswerContent{t.hub.random.messageId(), WishHash{},
                                         trigger::sign(granted, t.hub.identity())});
         }},
        {"S05 an order about nothing that was said",
         [](Lied& t, int) {
             const auto own = t.mum.messages(t.liar, MessageKind::Text);
             const auto open = t.mum.messages(t.liar, MessageKind::Invitation);
             t.hub.say(OrderContent{own.front().id, open.front().id, {}});
         }},
        {"noise",
         [](Lied& t, int i) {
             pb::Mail mail = t.hub.delivered.back();
             std::string sealed = mail.sealed();
             sealed[static_cast<std::size_t>(i) % sealed.size()] ^= 1;
             mail.set_sealed(sealed);
             mail.set_message_id(toString(t.hub.random.messageId().view()));
             t.hub.deliver(mail);
         }},
    };
    return all;
}

// M1: S01-S05, S14-S19 told 1,000 times over a real socket, while an invitation waits for its phrase.
TEST_F(Lied, GrantsNothingWithoutAnActOfItsOwnUser) {
    type("hello");
    const MessageId open = inviteAndWait(rule());
    for (int i = 0; i < 1008; ++i) {
        transcripts()[static_cast<std::size_t>(i) % transcripts().size()].second(*this, i);
        if (i % 64 == 0) {
            ASSERT_TRUE(caughtUp());
        }
    }
    ASSERT_TRUE(caughtUp());
    settle();
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(mum.nears.empty());
    EXPECT_TRUE(mum.launcher.started.empty());
    EXPECT_EQ(mum.stateOf(open, liar), InvitationState::Open);
    EXPECT_TRUE(mum.client->audit().verify()->intact);

    // And still does what its own user wants.
    type(kPhrase);
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    ASSERT_TRUE(sayYes());
    EXPECT_TRUE(eventually([&] { return mum.launcher.started.size() == 1; }));

    // What was granted once is not granted again by hearing it again.
    for (const auto& mail : std::vector(hub.delivered))
        hub.deliver(mail);
    ASSERT_TRUE(caughtUp());
    type(kPhrase);
    settle();
    EXPECT_EQ(mum.consents.size(), 1U);
    EXPECT_EQ(mum.launcher.started.size(), 1U);
}

// What is not acknowledged stands in the way of everybody else's mail.
TEST_F(Lied, LeavesNoneOfAStrangersMailsUnacknowledged) {
    constexpr std::size_t kMails = 40;
    ASSERT_TRUE(caughtUp());
    const std::size_t before = hub.acknowledged;
    hub.changeAccount();
    pb::HubFrame all;  // in one frame, so that they are there before the answer about their sender
    for (std::size_t i = 0; i < kMails; ++i) {
        const MessageId id = hub.random.messageId();
        pb::Mail* mail = all.mutable_mail_delivery()->add_mails();
        *mail = hub.sealed(id, encode({id, 1, TextContent{kPhrase}}));
        mail->set_sequence(++hub.lastSequence);
    }
    hub.send(all);
    EXPECT_TRUE(eventually([&] { return hub.acknowledged == before + kMails; }));
}

TEST_F(Lied, AsksAgainForAStrangersKeyThatIsRefusedForNow) {
    hub.changeAccount();
    hub.bundleRefusal = pb::Refusal::TOO_FAST;
    hub.refusedBundles = 1;
    hub.say(ContactRequestContent{"Second", {}});
    EXPECT_TRUE(eventually([&] { return mum.friendNamed(QStringLiteral("Second")).value != 0; }));
    EXPECT_TRUE(caughtUp());
}

TEST_F(Lied, DropsAStrangersMailWhenTheirKeyIsRefusedForGood) {
    hub.changeAccount();
    hub.bundleRefusal = pb::Refusal::BLOCKED;
    hub.refusedBundles = 1;
    hub.say(ContactRequestContent{"Second", {}});
    EXPECT_TRUE(caughtUp());
    EXPECT_EQ(mum.friendNamed(QStringLiteral("Second")).value, 0);
}

// S08, S45, M28
TEST_F(Lied, GrantsNothingToAKeyThatChanged) {
    const MessageId open = inviteAndWait(rule());
    hub.changeIdentity();
    hub.say(TextContent{"it is me, really"});
    ASSERT_TRUE(eventually([&] { return mum.client->contact(liar)->keyChanged; }));
    type(kPhrase);
    settle();
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_FALSE(mum.says(liar, MessageKind::Text, QStringLiteral("really")));
    EXPECT_TRUE(mum.says(liar, MessageKind::Notice, QStringLiteral("key")));

    ASSERT_TRUE(mum.client->acknowledgeKey(liar));
    EXPECT_TRUE(eventually([&] { return mum.says(liar, MessageKind::Text, QStringLiteral("really")); }));
    EXPECT_EQ(mum.stateOf(open, liar), InvitationState::Withdrawn);
    EXPECT_FALSE(mum.client->contact(liar)->verified);
    type(kPhrase);
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

// M11, S37: a thousand invitations in ten minutes; the receiver tries every twentieth and says No.
TEST_F(Lied, AsksAtMostThreeTimesInAThousandInvitations) {
    const trigger::Rule one = rule();
    for (int i = 0; i < 1000; ++i) {
        invite(one);
        clock.advance(600);
        if (i % 20 != 19)
            continue;
        ASSERT_TRUE(caughtUp());
        type(kPhrase);
        settle(10);
        if (const auto open = mum.client->openConsent()) {
            ASSERT_TRUE(mum.client->answerConsent(open->question, false));
        }
    }
    EXPECT_GE(mum.consents.size(), 1U);
    EXPECT_LE(mum.consents.size(), 3U);
    EXPECT_TRUE(mum.launcher.started.empty());
}

struct NotYetAccepted : Lied {
    void SetUp() override {
        mum.join(hub.url(), hub.fingerprint());
        ASSERT_TRUE(eventually([&] { return hub.hasKeys(); }));
        hub.say(ContactRequestContent{"Liar", {}});
        ASSERT_TRUE(eventually([&] { return mum.friendNamed(QStringLiteral("Liar")).value != 0; }));
        liar = mum.friendNamed(QStringLiteral("Liar"));
    }
};

// I1, S37: the end of a block is no acceptance.
TEST_F(NotYetAccepted, IsNotAcceptedByTheEndOfABlock) {
    ASSERT_TRUE(mum.client->setBlocked(liar, true));
    ASSERT_TRUE(mum.client->setBlocked(liar, false));
    EXPECT_EQ(mum.client->contact(liar)->state, ContactState::Declined);
    const MessageId id = invite(rule());
    ASSERT_TRUE(caughtUp());
    EXPECT_FALSE(mum.stateOf(id, liar));
    EXPECT_FALSE(mum.client->sendText(liar, QString::fromUtf8(kPhrase)));
}

QStringList* logged = nullptr;
void note(QtMsgType, const QMessageLogContext&, const QString& text) {
    logged->append(text);
}

// M41
TEST_F(Lied, WritesNoWordsOrKeysIntoALog) {
    QStringList lines;
    logged = &lines;
    qputenv("QT_LOGGING_RULES", "*=true");
    const auto before = qInstallMessageHandler(note);
    type("a secret sentence");
    inviteAndWait(rule());
    for (int i = 0; i < 56; ++i)
        transcripts()[static_cast<std::size_t>(i) % transcripts().size()].second(*this, i);
    EXPECT_TRUE(caughtUp());
    qInstallMessageHandler(before);
    const QString all = lines.join(u'\n');
    EXPECT_TRUE(all.contains(QStringLiteral("dropped")));
    for (const QString& secret : {QStringLiteral("secret"), QString::fromUtf8(kPhrase),
                                  QString::fromUtf8("计算器"), QString::fromStdString(hub.helper().hex()),
                                  QString::fromStdString(hub.receiverHandle()), QStringLiteral("Liar")})
        EXPECT_FALSE(all.contains(secret)) << secret.toStdString();
}

}  // namespace
}  // namespace sesame::client
