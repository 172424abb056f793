// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/helped.h"

#include <QFile>
#include <deque>
#include <random>

/// A picture as the key of a rule. What a file is recognised by is given here; it is made in another place.
namespace sesame::client {
namespace {

trigger::MediaPrint picture(unsigned number) {
    constexpr std::size_t kBlock = 8;
    constexpr std::size_t kBlocks = trigger::kPictureSide / kBlock;
    std::mt19937 dice(number);
    std::vector<std::byte> blocks(kBlocks * kBlocks);
    for (std::byte& block : blocks)
        block = static_cast<std::byte>(dice() % 256);
    trigger::PicturePrint out{Bytes(trigger::kPictureSide * trigger::kPictureSide), 640, 480};
    for (std::size_t i = 0; i < out.grey.size(); ++i)
        out.grey[i] =
            blocks[i / trigger::kPictureSide / kBlock * kBlocks + i % trigger::kPictureSide / kBlock];
    return out;
}

struct MediaRule : Helped {
    void SetUp() override {
        Helped::SetUp();
        ASSERT_TRUE(folder.isValid());
        for (Person* person : {&anna, &mum})
            person->recognises = [this](const QString& path, QObject* context, const auto& then) {
                looks.push_back([this, path, context, then] {
                    QMetaObject::invokeMethod(
                        context,
                        [this, path, then] {
                            const auto found = prints.find(path);
                            then(found == prints.end()
                                     ? Result<trigger::MediaPrint>(Error{ErrorCode::Malformed, ""})
                                     : found->second);
                        },
                        Qt::QueuedConnection);
                });
                if (!isSlow)
                    lookAtAll();
            };
    }

    void lookAtAll() {
        for (; !looks.empty(); looks.pop_front())
            looks.front()();
    }

    /// A file that is recognised as this picture; -1: as nothing.
    QString file(const QString& name, int number) {
        QFile out(folder.filePath(name));
        EXPECT_TRUE(out.open(QFile::WriteOnly) && out.write("picture") > 0);
        if (number >= 0)
            prints[out.fileName()] = picture(static_cast<unsigned>(number));
        return out.fileName();
    }

    static RuleTerms byPicture(unsigned number, const QString& beside = {}) {
        RuleTerms terms;
        terms.ways = {true, false};
        terms.media = picture(number);
        terms.mediaFile = beside;
        return terms;
    }
    MessageId inviteByPicture(unsigned number = 1) {
        return invite({}, trigger::LaunchProgram{"计算器"}, byPicture(number));
    }

    MessageId sendBack(const QString& path) {
        const auto sent = mum.client->files().send(annaAtMum, path);
        EXPECT_TRUE(sent);
        EXPECT_TRUE(eventually([&] { return isAt(anna, mumAtAnna, *sent); }));
        return *sent;
    }
    static bool isAt(const Person& who, ContactId contact, const MessageId& id) {
        const auto all = who.messages(contact, MessageKind::File);
        return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
    }
    /// Whatever was under way has been dealt with, and led to no question.
    ::testing::AssertionResult nothingIsAsked() {
        settle();
        if (!mum.nears.empty() || !mum.consents.empty() || !mum.launcher.started.empty())
            return ::testing::AssertionFailure() << "somebody was asked";
        return ::testing::AssertionSuccess();
    }

    QTemporaryDir folder;
    std::map<QString, trigger::MediaPrint> prints;
    bool isSlow = false;
    std::deque<std::function<void()>> looks;
};

TEST_F(MediaRule, AsksTwiceForThePictureAndThenRuns) {
    const MessageId invitation = inviteByPicture();
    EXPECT_EQ(mum.messages(annaAtMum, MessageKind::Invitation).back().invitation->media,
              trigger::MediaKind::Picture);
    sendBack(file(QStringLiteral("photo.jpg"), 1));
    ASSERT_TRUE(eventually([&] { return mum.nears.size() == 1; }));
    EXPECT_EQ(mum.nears[0].media, trigger::MediaKind::Picture);
    EXPECT_TRUE(mum.nears[0].phrase.isEmpty());
    settle();
    EXPECT_TRUE(mum.consents.empty());
    ASSERT_TRUE(mum.client->answerNear(mum.nears[0].question, true));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    EXPECT_TRUE(mum.launcher.started.empty());
    sayYes();
    ASSERT_TRUE(eventually([&] { return mum.stateOf(invitation, annaAtMum) == InvitationState::Used; }));
    ASSERT_TRUE(
        eventually([&] { return anna.says(mumAtAnna, MessageKind::Outcome, QStringLiteral("计算器")); }));
    EXPECT_EQ(mum.launcher.started, (std::vector<std::vector<std::string>>{{"calculator"}}));
    EXPECT_EQ(steps(mum), (std::vector<std::string>{"rule-received", "invited", "near-file", "near-yes",
                                                    "asked", "answered", "used", "executed"}));
}

TEST_F(MediaRule, RunsNothingAfterANo) {
    const MessageId invitation = inviteByPicture();
    sendBack(file(QStringLiteral("photo.jpg"), 1));
    ASSERT_TRUE(eventually([&] { return mum.nears.size() == 1; }));
    ASSERT_TRUE(mum.client->answerNear(mum.nears[0].question, false));
    settle();
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_EQ(mum.stateOf(invitation, annaAtMum), InvitationState::Open);
}

TEST_F(MediaRule, LeavesAnotherPictureAlone) {
    inviteByPicture();
    sendBack(file(QStringLiteral("photo.jpg"), 2));
    EXPECT_TRUE(nothingIsAsked());
}

TEST_F(MediaRule, LeavesAFileAloneThatCannotBeRead) {
    inviteByPicture();
    sendBack(file(QStringLiteral("letter.txt"), -1));
    EXPECT_TRUE(nothingIsAsked());
}

TEST_F(MediaRule, LooksAtNothingWhereNoPictureIsWaitedFor) {
    invite(QStringLiteral("打开计算器"));
    isSlow = true;
    sendBack(file(QStringLiteral("photo.jpg"), 1));
    EXPECT_TRUE(looks.empty());
}

TEST_F(MediaRule, HoldsUpNoSending) {
    inviteByPicture();
    isSlow = true;
    sendBack(file(QStringLiteral("photo.jpg"), 1));
    EXPECT_EQ(looks.size(), 1U);
    EXPECT_TRUE(nothingIsAsked());
}

// I1
TEST_F(MediaRule, I1TakesNoPictureThatTheHelperSends) {
    inviteByPicture();
    const auto sent = anna.client->files().send(mumAtAnna, file(QStringLiteral("photo.jpg"), 1));
    ASSERT_TRUE(sent);
    ASSERT_TRUE(eventually([&] { return isAt(mum, annaAtMum, *sent); }));
    EXPECT_TRUE(nothingIsAsked());
}

// I1
TEST_F(MediaRule, I1TakesNoPictureThatWasSentToSomebodyElse) {
    Person carl(QStringLiteral("Carl"), clock);
    carl.join(hub);
    introduce(mum, carl);
    inviteByPicture();
    ASSERT_TRUE(mum.client->files().send(mum.friendNamed(QStringLiteral("Carl")),
                                         file(QStringLiteral("photo.jpg"), 1)));
    EXPECT_TRUE(nothingIsAsked());
}

// S15
TEST_F(MediaRule, S15TakesNoPictureThatWasSentBeforeTheInvitation) {
    sendBack(file(QStringLiteral("photo.jpg"), 1));
    inviteByPicture();
    EXPECT_TRUE(nothingIsAsked());
    inviteByPicture(2);
    isSlow = true;
    sendBack(file(QStringLiteral("other.jpg"), 3));
    const QString late = file(QStringLiteral("other.jpg"), 4);
    inviteByPicture(4);
    ASSERT_FALSE(looks.empty());
    ASSERT_TRUE(prints.count(late));
    lookAtAll();
    EXPECT_TRUE(nothingIsAsked());
}

// S15
TEST_F(MediaRule, S15TakesNoPictureThatIsSentOnceMoreAfterAFailure) {
    const QString path = file(QStringLiteral("photo.jpg"), 1);
    hub.kill();
    const auto sent = mum.client->files().send(annaAtMum, path);
    ASSERT_TRUE(sent);
    {
        QFile changed(path);
        ASSERT_TRUE(changed.open(QFile::WriteOnly) && changed.write("another picture") > 0);
    }
    hub.start();
    mum.client->connectNow();
    ASSERT_TRUE(eventually([&] {
        const auto all = mum.messages(annaAtMum, MessageKind::File);
        return all.back().file->state == FileState::Failed;
    }));
    inviteByPicture();
    ASSERT_TRUE(mum.client->files().retry(*sent));
    ASSERT_TRUE(eventually([&] { return anna.messages(mumAtAnna, MessageKind::File).size() == 2; }));
    EXPECT_TRUE(nothingIsAsked());
}

// S09
TEST_F(MediaRule, S09EndsWithItsInvitation) {
    const auto sendIt = [this] { sendBack(file(QStringLiteral("photo.jpg"), 1)); };
    const MessageId invitation = inviteByPicture();
    ASSERT_TRUE(anna.client->withdrawInvitation(invitation));
    ASSERT_TRUE(eventually([&] { return mum.stateOf(invitation, annaAtMum) == InvitationState::Withdrawn; }));
    sendIt();
    EXPECT_TRUE(nothingIsAsked());
    invite(rule);
    clock.advance(25LL * 3600 * 1000);
    sendIt();
    EXPECT_TRUE(nothingIsAsked());
}

// S09
TEST_F(MediaRule, S09EndsWhileTheFileIsLookedAt) {
    isSlow = true;
    const MessageId invitation = inviteByPicture();
    sendBack(file(QStringLiteral("photo.jpg"), 1));
    ASSERT_EQ(looks.size(), 1U);
    ASSERT_TRUE(anna.client->saveRule(mumAtAnna, rule, {}, trigger::LaunchProgram{"something else"}, nullptr,
                                      byPicture(1)));
    ASSERT_TRUE(eventually([&] { return mum.stateOf(invitation, annaAtMum) == InvitationState::Withdrawn; }));
    lookAtAll();
    EXPECT_TRUE(nothingIsAsked());
}

// S09
TEST_F(MediaRule, S09EndsBetweenTheTwoQuestions) {
    const MessageId invitation = inviteByPicture();
    sendBack(file(QStringLiteral("photo.jpg"), 1));
    ASSERT_TRUE(eventually([&] { return mum.nears.size() == 1; }));
    ASSERT_TRUE(anna.client->saveRule(mumAtAnna, rule, {}, trigger::LaunchProgram{"something else"}, nullptr,
                                      byPicture(1)));
    ASSERT_TRUE(eventually([&] { return mum.stateOf(invitation, annaAtMum) == InvitationState::Withdrawn; }));
    EXPECT_FALSE(mum.client->answerNear(mum.nears[0].question, true));
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

TEST_F(MediaRule, StaysOutOfSetsOfRules) {
    inviteByPicture();
    invite(QStringLiteral("请打开计算器"), trigger::LaunchProgram{"计算器"});
    const auto set = anna.client->sets().gather(mumAtAnna, QStringLiteral("Family"));
    ASSERT_EQ(set.rows.size(), 1U);
    EXPECT_EQ(set.rows[0].phrase, "请打开计算器");
}

TEST_F(MediaRule, TakesWordsForNoPicture) {
    inviteByPicture();
    for (const char* words : {"！！", "picture", "photo.jpg", "A picture"})
        type(QString::fromUtf8(words));
    EXPECT_TRUE(nothingIsAsked());
    EXPECT_TRUE(mum.messages(annaAtMum, MessageKind::Notice).size() <= 1);
}

TEST_F(MediaRule, IsRefusedWhenItIsNoKey) {
    const auto save = [this](const QString& phrase, const RuleTerms& terms) -> std::string {
        std::optional<trigger::RuleProblem> problem;
        const auto saved = anna.client->saveRule(mumAtAnna, std::nullopt, phrase,
                                                 trigger::LaunchProgram{"计算器"}, &problem, terms);
        return saved ? "" : problem ? problem->reason() : name(saved.error().code);
    };
    RuleTerms plain = byPicture(1);
    std::get<trigger::PicturePrint>(*plain.media)
        .grey.assign(trigger::kPictureSide * trigger::kPictureSide, std::byte{90});
    EXPECT_EQ(save({}, plain), "media-too-plain");
    RuleTerms told = byPicture(1);
    told.ways.told = true;
    EXPECT_EQ(save({}, told), "malformed");
    RuleTerms elsewhere = byPicture(1);
    elsewhere.judgedAt = trigger::JudgePlace::Helper;
    EXPECT_EQ(save({}, elsewhere), "malformed");
    EXPECT_EQ(save(QStringLiteral("打开计算器"), byPicture(1)), "malformed");
    EXPECT_EQ(save({}, byPicture(1)), "");
    EXPECT_EQ(save({}, byPicture(1)), "media-like-another-rule");
    for (unsigned number = 2; number <= trigger::kMostMediaRules; ++number)
        EXPECT_EQ(save({}, byPicture(number)), "") << number;
    EXPECT_EQ(save({}, byPicture(100)), "media-too-many");
}

TEST_F(MediaRule, SendsThePictureBesideTheInvitation) {
    const QString path = file(QStringLiteral("photo.jpg"), 1);
    invite({}, trigger::LaunchProgram{"计算器"}, byPicture(1, path));
    ASSERT_TRUE(eventually([&] { return !mum.messages(annaAtMum, MessageKind::File).empty(); }));
    EXPECT_EQ(mum.messages(annaAtMum, MessageKind::File).back().file->name, QStringLiteral("photo.jpg"));
    EXPECT_TRUE(nothingIsAsked());
    ASSERT_TRUE(QFile::remove(path));
    invite(rule);
    EXPECT_TRUE(
        eventually([&] { return anna.says(mumAtAnna, MessageKind::Notice, QStringLiteral("photo.jpg")); }));
}

TEST_F(MediaRule, SendsNoOtherFileThatCameToLieThere) {
    const QString path = file(QStringLiteral("photo.jpg"), 1);
    invite({}, trigger::LaunchProgram{"计算器"}, byPicture(1, path));
    ASSERT_TRUE(eventually([&] { return mum.messages(annaAtMum, MessageKind::File).size() == 1; }));
    const auto notices = [&] { return anna.messages(mumAtAnna, MessageKind::Notice).size(); };
    for (const int other : {2, -1}) {
        prints.clear();
        file(QStringLiteral("photo.jpg"), other);
        const auto before = notices();
        invite(rule);
        ASSERT_TRUE(eventually([&] { return notices() == before + 1; }));
        EXPECT_TRUE(anna.says(mumAtAnna, MessageKind::Notice, QStringLiteral("“photo.jpg” was not sent")));
    }
    EXPECT_EQ(anna.messages(mumAtAnna, MessageKind::File).size(), 1U);
    EXPECT_EQ(mum.messages(annaAtMum, MessageKind::File).size(), 1U);
}

}  // namespace
}  // namespace sesame::client
