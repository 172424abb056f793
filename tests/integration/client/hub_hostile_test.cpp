// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/hostile.h"

namespace sesame::client {
namespace {

namespace pb = wire::pb;

constexpr const char* kGone = "蓝色大象跳舞";
constexpr const char* kOver = "紫色猴子洗碗机";
constexpr const char* kHome = "绿色月亮爬楼梯";
constexpr int kLies = 1000;

/// A hub that is to judge, in one hand with the helper: it knows the key, the rules and every reference, and
/// says what it likes.
struct LyingHub : Lied {
    LyingHub() { hub.mostTags = 256; }

    trigger::Rule judgedAtHub(const char* phrase) {
        trigger::Rule out = rule(phrase);
        out.judgedAt = trigger::JudgePlace::Hub;
        return out;
    }
    TagReference mark(const trigger::Rule& rule) {
        const TagReference reference{hub.random.bytes<TagReference::kSize>()};
        key.marks.push_back({reference, trigger::hashOf(trigger::sign(rule, hub.identity()))});
        return reference;
    }
    void shareKey() {
        ++key.epoch;
        hub.say(key);
        ASSERT_TRUE(caughtUp());
    }

    /// Mum writes this, and the hub has its tag.
    MessageId said(const char* words, qint64 msSincePaste = -1) {
        const auto sent = mum.client->sendText(liar, QString::fromUtf8(words), Composition{msSincePaste});
        EXPECT_TRUE(sent);
        const std::size_t before = hub.taken;
        EXPECT_TRUE(
            eventually([&] { return hub.taken > before || hub.latest<TextContent>()->first == *sent; }));
        return *sent;
    }
    void hintBytes(const std::string& message, const std::string& reference) {
        pb::HubFrame frame;
        auto& one = *frame.mutable_mail_recognised()->add_mails();
        one.set_message_id(message);
        one.set_reference(reference);
        hints.push_back(frame);
        hub.send(frame);
    }
    void hint(const MessageId& message, const TagReference& reference) {
        hintBytes(toString(message.view()), toString(reference.view()));
    }
    TagReference wrong() { return TagReference{hub.random.bytes<TagReference::kSize>()}; }

    HubKeyContent key;
    std::vector<pb::HubFrame> hints;
};

/// With invitations that are open, taken back, over, and judged at home.
struct LyingHubs : LyingHub {
    trigger::Rule open = judgedAtHub(kPhrase), gone = judgedAtHub(kGone), over = judgedAtHub(kOver),
                  home = rule(kHome);
    TagReference toOpen, toGone, toOver, toHome, toNothing;
    MessageId overHere;
    ContactId second;

    void SetUp() override {
        Lied::SetUp();
        for (trigger::Rule* one : {&open, &gone, &over, &home})
            one->receiver = hub.receiver();
        toOpen = mark(open);
        toGone = mark(gone);
        toOver = mark(over);
        toHome = mark(home);
        toNothing = mark(rule("没有邀请过的话"));
        shareKey();
        addSecondContact();
        inviteAndWait(open);
        const MessageId taken = inviteAndWait(gone);
        hub.say(InvitationAnswerContent{taken, InvitationAnswerContent::Answer::Withdrawn});
        overHere = hub.say(InvitationContent{trigger::sign(over, hub.identity()), clock.wallMs() + 1'000});
        inviteAndWait(home);
        ASSERT_TRUE(caughtUp());
        clock.advance(2'000);
    }
    void addSecondContact() {
        hub.changeAccount();
        const auto link = InvitationLink::parse(mum.client->invitationLink());
        hub.say(ContactRequestContent{"Second", toBytes(link->token)});
        ASSERT_TRUE(eventually([&] { return mum.friendNamed(QStringLiteral("Second")).value != 0; }));
        second = mum.friendNamed(QStringLiteral("Second"));
        ASSERT_TRUE(mum.client->acceptContact(second));
        hub.changeAccount();
    }
    MessageId saidToSecond(const char* words) {
        return *mum.client->sendText(second, QString::fromUtf8(words));
    }

    using Lie = std::function<void(LyingHubs&, int)>;
    static const std::vector<std::pair<const char*, Lie>>& lies() {
        static const std::vector<std::pair<const char*, Lie>> all{
            {"the right reference, about ordinary talk",
             [](auto& t, int) { t.hint(t.said("good morning"), t.toOpen); }},
            {"about a refusal", [](auto& t, int) { t.hint(t.said("不要打开计算器"), t.toOpen); }},
            {"about a question", [](auto& t, int) { t.hint(t.said("打开计算器?"), t.toOpen); }},
            {"about a slip, which only their client may call one",
             [](auto& t, int) { t.hint(t.said("打开计算气"), t.toOpen); }},
            {"about the phrase, pasted and sent at once",
             [](auto& t, int) { t.hint(t.said(Lied::kPhrase, 50), t.toOpen); }},
            {"a wrong reference, about the phrase",
             [](auto& t, int) { t.hint(t.said(Lied::kPhrase), t.wrong()); }},
            {"the reference of another rule, about the phrase",
             [](auto& t, int) { t.hint(t.said(Lied::kPhrase), t.toGone); }},
            {"of a rule that nobody invited to",
             [](auto& t, int) { t.hint(t.said(Lied::kPhrase), t.toNothing); }},
            {"of an invitation taken back", [](auto& t, int) { t.hint(t.said(kGone), t.toGone); }},
            {"of an invitation that is over", [](auto& t, int) { t.hint(t.said(kOver), t.toOver); }},
            {"of one that is judged at home", [](auto& t, int) { t.hint(t.said("good morning"), t.toHome); }},
            {"about what was said to somebody else",
             [](auto& t, int) { t.hint(t.saidToSecond(Lied::kPhrase), t.toOpen); }},
            {"about a message that does not exist yet",
             [](auto& t, int) { t.hint(t.hub.random.messageId(), t.toOpen); }},
            {"about the helper's own words",
             [](auto& t, int) { t.hint(t.hub.say(TextContent{Lied::kPhrase}), t.toOpen); }},
            {"about an invitation", [](auto& t, int) { t.hint(t.overHere, t.toOpen); }},
            {"ids and references of other lengths",
             [](auto& t, int i) {
                 t.hintBytes(std::string(static_cast<std::size_t>(i % 33), 'x'), toString(t.toOpen.view()));
                 t.hintBytes(toString(t.overHere.view()), std::string(static_cast<std::size_t>(i % 40), 'x'));
             }},
            {"what was told before, again",
             [](auto& t, int i) { t.hub.send(t.hints[static_cast<std::size_t>(i) % t.hints.size()]); }},
            {"as the answer to something",
             [](auto& t, int i) {
                 pb::HubFrame frame = t.hints.back();
                 frame.set_request(static_cast<std::uint64_t>(i));
                 t.hub.send(frame);
             }},
        };
        return all;
    }
};

// M33, S05, I5: a thousand lies, and then the truth.
TEST_F(LyingHubs, RunNothingAndAskNothingButForTheTruth) {
    ASSERT_EQ(mum.stateOf(overHere, liar), InvitationState::Open) << "over by the clock alone";
    for (int i = 0; i < kLies; ++i) {
        const auto& [name, lie] = lies()[static_cast<std::size_t>(i) % lies().size()];
        SCOPED_TRACE(name);
        lie(*this, i);
        if (i % 50 == 0) {
            ASSERT_TRUE(caughtUp());
            ASSERT_TRUE(mum.consents.empty());
        }
    }
    ASSERT_TRUE(caughtUp());
    settle();
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(mum.nears.empty());
    EXPECT_TRUE(mum.choices.empty());
    EXPECT_TRUE(mum.launcher.started.empty());
    EXPECT_TRUE(mum.client->audit().verify()->intact);

    const MessageId phrase = said(kPhrase);
    hint(phrase, toOpen);
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    for (int i = 0; i < 50; ++i)
        hint(phrase, toOpen);
    hub.say(TextContent{"all told"});
    ASSERT_TRUE(caughtUp());
    settle();
    EXPECT_EQ(mum.consents.size(), 1U);
    ASSERT_TRUE(sayYes());
    EXPECT_TRUE(eventually([&] { return mum.launcher.started.size() == 1; }));

    for (const auto& frame : hints)
        hub.send(frame);
    hub.say(TextContent{"and again"});
    ASSERT_TRUE(caughtUp());
    settle();
    EXPECT_EQ(mum.consents.size(), 1U);
    EXPECT_EQ(mum.launcher.started.size(), 1U);
}

// I5: what does not fit stands in the record.
TEST_F(LyingHubs, AreNotedInTheRecordOnceForEachMessage) {
    const MessageId talk = said("good morning");
    for (int i = 0; i < 20; ++i)
        hint(talk, toOpen);
    hub.say(TextContent{"told"});
    ASSERT_TRUE(caughtUp());
    const auto entries = mum.client->audit().entries();
    EXPECT_EQ(std::count_if(entries->begin(), entries->end(),
                            [](const auto& one) { return one.event == "order-refused"; }),
              1);
}

TEST_F(LyingHubs, RunNothingThatWasSaidTooLongAgoOrBeforeARestart) {
    const MessageId old = said(kPhrase);
    clock.advance(6LL * 60 * 1000);
    hint(old, toOpen);
    const MessageId before = said(kPhrase);
    mum.close();
    mum.open();
    ASSERT_TRUE(eventually([&] { return mum.isOnline(); }));
    hint(before, toOpen);
    hub.say(TextContent{"told"});
    ASSERT_TRUE(caughtUp());
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

// S08
TEST_F(LyingHubs, RunNothingOfAHelperWhoseKeyChanged) {
    const MessageId phrase = said(kPhrase);
    hub.changeIdentity();
    hub.say(TextContent{"it is me"});
    ASSERT_TRUE(eventually([&] { return mum.client->contact(liar)->keyChanged; }));
    hint(phrase, toOpen);
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

// A helper's client may not order what the hub is to judge, nor the hub what the helper's client is.
TEST_F(LyingHubs, SpeakForNobodyElse) {
    trigger::Rule theirs = rule("灰色企鹅打算盘");
    theirs.judgedAt = trigger::JudgePlace::Helper;
    const TagReference toTheirs = mark(theirs);
    shareKey();
    const MessageId invited = inviteAndWait(theirs);
    hint(said("灰色企鹅打算盘"), toTheirs);
    const auto all = mum.messages(liar, MessageKind::Invitation);
    const auto own = std::find_if(all.begin(), all.end(), [](const auto& one) {
        return one.invitation->phrase == QString::fromUtf8(Lied::kPhrase);
    });
    ASSERT_NE(own, all.end());
    hub.say(OrderContent{said(kPhrase), own->id, trigger::hashOf(trigger::sign(open, hub.identity()))});
    ASSERT_TRUE(caughtUp());
    settle();
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_EQ(mum.stateOf(invited, liar), InvitationState::Open);
}

}  // namespace
}  // namespace sesame::client
