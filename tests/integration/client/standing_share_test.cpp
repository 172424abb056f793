// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/helped.h"
#include "support/temp_tree.h"

#include <algorithm>
#include <atomic>

namespace sesame::client {
namespace {

using Level = trigger::ShareLevel;

constexpr std::int64_t kDay = 24LL * 3600 * 1000;
const QString kPhrase = QStringLiteral("打开我的旅行照片");

/// Mum lets Anna open a folder again without a question, over a real hub.
struct Standing : Helped {
    test::TempTree tree;
    std::string path = tree.folder("Trip");

    Shares& mums() { return mum.client->shares(); }
    Shares& annas() { return anna.client->shares(); }

    bool isReached() {
        return eventually([&] {
            const auto here = mums().hosted();
            const auto there = annas().viewed();
            return here.size() == 1 && here[0].connected && there.size() == 1 && there[0].connected;
        });
    }
    bool isOver() {
        return eventually([&] { return mums().hosted().empty() && annas().viewed().empty(); });
    }
    /// Asked, granted for so many days, and left again: only what stands is there.
    ShareId grant(quint32 days, Level level = Level::Take) {
        invite(kPhrase, trigger::ShareFolder{path, {}, level, 30});
        type(kPhrase);
        EXPECT_TRUE(eventually([&] { return !mum.consents.empty(); }));
        ConsentChoice choice;
        choice.standingDays = days;
        sayYes(choice);
        EXPECT_TRUE(isReached());
        EXPECT_TRUE(eventually([&] { return annas().standing().size() == 1; }));
        EXPECT_TRUE(annas().leave(annas().viewed().at(0).id));
        EXPECT_TRUE(isOver());
        return annas().standing().at(0).id;
    }
    bool knowEachOtherOnline() {
        return eventually([&] {
            const auto there = anna.client->contact(mumAtAnna);
            return mum.isOnline() && anna.isOnline() && there && there->online;
        });
    }
    void restart(Person& person) {
        person.close();
        person.open();
        ASSERT_TRUE(knowEachOtherOnline());
    }
    bool isRefused(const QString& words) {
        const bool told = eventually([&] {
            const auto all = anna.messages(mumAtAnna, MessageKind::Notice);
            return !all.empty() && all.back().text == words;
        });
        return told && mums().hosted().empty() && annas().viewed().empty();
    }
    static bool hasStep(Person& person, const std::string& event) {
        const auto all = steps(person);
        return std::find(all.begin(), all.end(), event) != all.end();
    }
};

const QString kNotShared = QStringLiteral("“Trip” was not opened: Mum does not share it with you any more.");

TEST_F(Standing, IsOpenedAgainWithoutAQuestionAlsoAfterBothProgramsWereRestarted) {
    tree.file("Trip/a.txt", "a");
    const ShareId id = grant(7);
    const auto listed = mums().standing();
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].contactName, QStringLiteral("Anna"));
    EXPECT_EQ(listed[0].path, QString::fromStdString(path));
    EXPECT_EQ(listed[0].level, Level::Take);
    EXPECT_TRUE(listed[0].hosted);
    EXPECT_EQ(listed[0].granted.msecsTo(listed[0].until), 7 * kDay);
    EXPECT_EQ(annas().standing().at(0).name, QStringLiteral("Trip"));
    EXPECT_FALSE(annas().standing().at(0).hosted);
    restart(mum);
    restart(anna);
    const auto questions = mum.consents.size();
    ASSERT_TRUE(annas().openStanding(id));
    ASSERT_TRUE(isReached());
    EXPECT_EQ(mum.consents.size(), questions);
    EXPECT_EQ(mums().hosted().at(0).level, Level::Take);
    EXPECT_TRUE(hasStep(mum, "standing-open"));
    EXPECT_TRUE(mum.client->audit().verify()->intact);
}

// I4: the receiver's Stop is not answered by opening it again.
TEST_F(Standing, I4OpensNotAgainRightAfterStop) {
    const ShareId id = grant(7);
    ASSERT_TRUE(annas().openStanding(id));
    ASSERT_TRUE(isReached());
    mums().stop(mums().hosted().at(0).id);
    ASSERT_TRUE(isOver());
    ASSERT_TRUE(annas().openStanding(id));
    EXPECT_TRUE(isRefused(QStringLiteral(
        "“Trip” was not opened: the computer of Mum cannot do this now. Try again a little later.")));
    EXPECT_EQ(mums().standing().size(), 1U);
    clock.advance(31 * 60'000);
    ASSERT_TRUE(knowEachOtherOnline());
    ASSERT_TRUE(annas().openStanding(id));
    EXPECT_TRUE(isReached());
}

// A Yes for now is only for now.
TEST_F(Standing, IsNotThereAfterAYesForMinutes) {
    invite(kPhrase, trigger::ShareFolder{path, {}, Level::Look, 30});
    type(kPhrase);
    ASSERT_TRUE(eventually([&] { return !mum.consents.empty(); }));
    sayYes();
    ASSERT_TRUE(isReached());
    EXPECT_TRUE(mums().standing().empty());
    EXPECT_TRUE(annas().standing().empty());
}

// S36: what was ended stays ended, whoever asks and however often.
TEST_F(Standing, S36IsNeverOpenedAgainOnceItWasEnded) {
    const ShareId id = grant(consent::kStandingUntilEnded);
    EXPECT_TRUE(mums().standing().at(0).until.isNull());
    ASSERT_TRUE(annas().openStanding(id));
    ASSERT_TRUE(isReached());
    hub.kill();  // so that Anna does not hear of it before she asks
    ASSERT_TRUE(mums().endStanding(id));
    EXPECT_TRUE(mums().hosted().empty());
    EXPECT_TRUE(mums().standing().empty());
    EXPECT_EQ(mums().endStanding(id).error().code, ErrorCode::NotFound);
    hub.start();
    ASSERT_TRUE(eventually([&] { return annas().standing().empty(); }));
    ASSERT_TRUE(isOver());
    EXPECT_EQ(annas().openStanding(id).error().code, ErrorCode::NotFound);
    restart(mum);
    EXPECT_TRUE(mums().standing().empty());
    EXPECT_TRUE(hasStep(mum, "standing-end"));
    EXPECT_TRUE(hasStep(anna, "standing-lost"));
}

// S36: given up by the helper, it is over on both sides, and what is open of it ends.
TEST_F(Standing, S36IsGivenUpByTheHelperForGood) {
    const ShareId id = grant(7);
    ASSERT_TRUE(annas().openStanding(id));
    ASSERT_TRUE(isReached());
    ASSERT_TRUE(annas().endStanding(id));
    EXPECT_TRUE(annas().standing().empty());
    ASSERT_TRUE(eventually([&] { return mums().standing().empty(); }));
    ASSERT_TRUE(isOver());
    EXPECT_TRUE(
        mum.says(annaAtMum, MessageKind::Notice,
                 QStringLiteral("Anna has given up “Trip” and may not open it any more without asking "
                                "you.")));
    EXPECT_TRUE(anna.says(mumAtAnna, MessageKind::Notice,
                          QStringLiteral("You have given up “Trip” of Mum. To open it again, ask for it "
                                         "anew.")));
    EXPECT_EQ(annas().endStanding(id).error().code, ErrorCode::NotFound);
    EXPECT_EQ(annas().openStanding(id).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(hasStep(mum, "standing-end"));
    EXPECT_TRUE(hasStep(anna, "standing-lost"));
}

// Mum's computer may be switched off when Anna gives it up.
TEST_F(Standing, IsGivenUpAlsoWhileTheReceiverIsAway) {
    const ShareId id = grant(consent::kStandingUntilEnded);
    mum.close();
    ASSERT_TRUE(annas().endStanding(id));
    EXPECT_TRUE(annas().standing().empty());
    mum.open();
    EXPECT_TRUE(eventually([&] { return mums().standing().empty(); }));
}

// I5: the record on Mum's computer decides, not what Anna's program believes.
TEST_F(Standing, I5AsksTheReceiversOwnRecord) {
    const ShareId id = grant(7);
    ASSERT_TRUE(mum.client->setBlocked(annaAtMum, true));
    EXPECT_TRUE(mums().standing().empty());
    ASSERT_TRUE(mum.client->setBlocked(annaAtMum, false));
    // The hub lets her through again when it has heard of that, in its time.
    ASSERT_TRUE(eventually([&] {
        static_cast<void>(anna.client->sendText(mumAtAnna, QStringLiteral("Are you there?")));
        return mum.says(annaAtMum, MessageKind::Text, QStringLiteral("Are you there?"));
    }));
    ASSERT_TRUE(knowEachOtherOnline());
    ASSERT_EQ(annas().standing().size(), 1U);  // nobody has told her
    ASSERT_TRUE(annas().openStanding(id));
    EXPECT_TRUE(isRefused(kNotShared));
    EXPECT_TRUE(annas().standing().empty());
    EXPECT_TRUE(hasStep(mum, "standing-refused"));
}

// I2: the very object that was consented to.
TEST_F(Standing, I2OpensNoOtherFolderAtTheSamePlace) {
    const ShareId id = grant(7);
    std::filesystem::rename(path, tree.path("moved"));
    tree.file("Trip/other.txt", "other");
    ASSERT_TRUE(annas().openStanding(id));
    EXPECT_TRUE(isRefused(QStringLiteral(
        "“Trip” was not opened: on the computer of Mum it is not what it was when it was shared.")));
    EXPECT_TRUE(
        mum.says(annaAtMum, MessageKind::Notice,
                 QStringLiteral("Anna wanted to open “Trip” and could not: it is not where it was, it "
                                "is another one now, or it may not be shared.")));
    // It is back, and the same one.
    std::filesystem::remove_all(path);
    std::filesystem::rename(tree.path("moved"), path);
    ASSERT_TRUE(annas().openStanding(id));
    EXPECT_TRUE(isReached());
}

// I4: nobody is there to see it.
TEST_F(Standing, I4IsNotOpenedWhileTheScreenIsLocked) {
    const auto away = std::make_shared<std::atomic<bool>>(true);
    mum.environment.isAway = [away] { return away->load(); };
    restart(mum);
    const ShareId id = grant(7);
    ASSERT_TRUE(annas().openStanding(id));
    EXPECT_TRUE(isRefused(QStringLiteral(
        "“Trip” was not opened: nobody is at the computer of Mum now. Try again a little later.")));
    *away = false;
    ASSERT_TRUE(annas().openStanding(id));
    EXPECT_TRUE(isReached());
}

TEST_F(Standing, IsOverWhenItsTimeIsOver) {
    const ShareId id = grant(7);
    clock.advance(7 * kDay);
    EXPECT_TRUE(mums().standing().empty());
    EXPECT_EQ(annas().openStanding(id).error().code, ErrorCode::NotFound);
}

// The last opening does not outlast it.
TEST_F(Standing, IsOpenNoLongerThanItStands) {
    const ShareId id = grant(7);
    clock.advance(7 * kDay - 10 * 60'000);
    ASSERT_TRUE(annas().openStanding(id));
    ASSERT_TRUE(isReached());
    EXPECT_LE(mums().hosted().at(0).ends, mums().standing().at(0).until);
}

}  // namespace
}  // namespace sesame::client
