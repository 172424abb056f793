// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_rules_dialog.h"
#include "app/import_rules_dialog.h"
#include "app/offer_card.h"
#include "app/offer_rules_dialog.h"
#include "app/offer_window.h"
#include "app/offers_page.h"
#include "app/safety_windows.h"
#include "app/yes_button.h"
#include "hostile_strings.h"
#include "sample_sets.h"
#include "support/fake_clock.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace sesame::app {
namespace {

using client::Direction;
using client::OfferState;
using test::FakeSets;

bool says(const QWidget& window, const QString& words) {
    for (const auto* label : window.findChildren<QLabel*>())
        if (label->isVisibleTo(&window) && label->text().contains(words))
            return true;
    return false;
}

QPushButton* button(const QWidget& window, const char* accessibleName) {
    for (auto* one : window.findChildren<QPushButton*>())
        if (one->accessibleName() == QString::fromUtf8(accessibleName) && one->isVisibleTo(&window))
            return one;
    return nullptr;
}

QCheckBox* box(const QWidget& window, const char* name) {
    for (auto* one : window.findChildren<QCheckBox*>())
        if (one->accessibleName() == QString::fromUtf8(name) && one->isVisibleTo(&window))
            return one;
    return nullptr;
}

void press(const QWidget& window, const char* accessibleName) {
    auto* found = button(window, accessibleName);
    ASSERT_NE(found, nullptr) << accessibleName;
    ASSERT_TRUE(found->isEnabled()) << accessibleName;
    QTest::mouseClick(found, Qt::LeftButton);
}

struct Import : testing::Test {
    FakeSets sets;
    Import() { sets.planned = test::someRows(); }
    ImportRulesDialog* open() {
        auto* dialog =
            new ImportRulesDialog(sets, test::setPerson(1, QStringLiteral("Anna")), test::someSet());
        dialog->show();
        return dialog;
    }
};

TEST_F(Import, ShowsWhatBecomesOfEachRowBeforeAnythingIsSaved) {
    const std::unique_ptr<ImportRulesDialog> dialog(open());
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    for (const auto& row : sets.planned) {
        EXPECT_TRUE(says(*dialog, row.phrase));
        EXPECT_TRUE(says(*dialog, row.commandText));
        EXPECT_TRUE(says(*dialog, row.fateText));
    }
    EXPECT_TRUE(says(*dialog, QStringLiteral("3 of 4 chosen")));
    EXPECT_FALSE(box(*dialog, "please open the calculators")->isEnabled());
    EXPECT_TRUE(sets.imported.isEmpty());
    QTest::keyClick(dialog.get(), Qt::Key_Return);
    EXPECT_TRUE(sets.imported.isEmpty());
}

TEST_F(Import, SavesWhatIsPicked) {
    const std::unique_ptr<ImportRulesDialog> dialog(open());
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    box(*dialog, "make the letters larger for me")->click();
    press(*dialog, "Save the chosen rules");
    EXPECT_EQ(sets.imported, (QList<bool>{true, true, false, false}));
    EXPECT_FALSE(dialog->isVisible());
}

// Without the rule that it was too like, one becomes possible.
TEST_F(Import, LooksAgainWhenARowIsUnpickedThatAnotherWasTooLike) {
    sets.plannedWithoutFirst = sets.planned;
    sets.plannedWithoutFirst[2].fate = client::RowFate::New;
    sets.plannedWithoutFirst[2].fateText = QStringLiteral("New");
    const std::unique_ptr<ImportRulesDialog> dialog(open());
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    EXPECT_EQ(sets.plans, 1);
    box(*dialog, "make the letters larger for me")->click();
    EXPECT_EQ(sets.plans, 1);
    box(*dialog, "请打开计算器")->click();
    EXPECT_EQ(sets.plans, 2);
    QTest::qWait(0);  // the new rows show themselves
    auto* now = box(*dialog, "please open the calculators");
    ASSERT_TRUE(now->isEnabled());
    EXPECT_FALSE(now->isChecked());
    EXPECT_FALSE(box(*dialog, "make the letters larger for me")->isChecked());
}

TEST_F(Import, SaysThatNothingWasSavedWhenTheDiskIsFull) {
    sets.importFails = Error{ErrorCode::Full, "disk"};
    const std::unique_ptr<ImportRulesDialog> dialog(open());
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    press(*dialog, "Save the chosen rules");
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_TRUE(says(*dialog, QStringLiteral("The disk is full. Nothing was saved.")));
}

TEST_F(Import, ShowsForeignTextAsText) {
    for (const auto& hostile : test::hostileStrings()) {
        sets.planned[0].phrase = sets.planned[0].commandText = hostile;
        const std::unique_ptr<ImportRulesDialog> dialog(open());
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        for (const auto* label : dialog->findChildren<QLabel*>())
            EXPECT_EQ(label->textFormat(), Qt::PlainText);
        EXPECT_LT(dialog->minimumSizeHint().width(), 700);
    }
}

TEST(ExportRules, WritesWhatIsChosenUnderItsName) {
    const QTemporaryDir place;
    const QString path = place.filePath(QStringLiteral("family"));
    ExportRulesDialog dialog(test::someSet(), test::someRows());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("setNameEdit"));
    name->clear();
    EXPECT_FALSE(button(dialog, "Save the file")->isEnabled());
    name->setText(QStringLiteral("Family"));
    dialog.findChild<QLineEdit*>(QStringLiteral("setPathEdit"))->setText(place.filePath("no/where"));
    press(dialog, "Save the file");
    EXPECT_TRUE(says(dialog, QStringLiteral("cannot be written there")));
    dialog.findChild<QLineEdit*>(QStringLiteral("setPathEdit"))->setText(path);
    box(dialog, "请打开计算器")->click();
    press(dialog, "Save the file");
    const auto written = client::loadRuleSet(path + QStringLiteral(".sesame-rules"), nullptr);
    ASSERT_TRUE(written);
    EXPECT_EQ(written->name, "Family");
    ASSERT_EQ(written->rows.size(), 2U);
    EXPECT_EQ(written->rows[0].phrase, "please show me what you see");
}

TEST(OfferRules, GoesFromTheRulesToThePeopleAndTellsHowItWentForEach) {
    FakeSets sets;
    const client::ContactId clara{3};
    sets.offerFails.emplace(clara, Error{ErrorCode::Exists, "all of it"});
    OfferRulesDialog dialog(
        sets, test::someSet(), test::someRows(),
        {test::setPerson(1, QStringLiteral("Anna")), test::setPerson(2, QStringLiteral("Boris")),
         test::setPerson(3, QStringLiteral("Clara"))});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    press(dialog, "Next");
    EXPECT_FALSE(button(dialog, "Next")->isEnabled());
    box(dialog, "Anna")->click();
    box(dialog, "Clara")->click();
    press(dialog, "Next");
    EXPECT_TRUE(says(dialog, QStringLiteral("“Family”, to: Anna, Clara")));
    EXPECT_TRUE(says(dialog, QStringLiteral("请打开计算器")));
    EXPECT_TRUE(says(dialog, QStringLiteral("you cannot invite them to it")));
    EXPECT_TRUE(sets.offeredTo.isEmpty());
    press(dialog, "Offer now");
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return sets.offeredTo.size() == 2 && says(dialog, QStringLiteral("2 of 2")); }));
    EXPECT_EQ(sets.offered.rows.size(), 3U);  // not the one that is refused
    EXPECT_TRUE(says(dialog, QStringLiteral("Anna: Offered.")));
    EXPECT_TRUE(says(dialog, QStringLiteral("Clara: Nothing to offer")));
    press(dialog, "Done");
    EXPECT_FALSE(dialog.isVisible());
}

TEST(OfferRules, FindsSomebodyAmongMany) {
    FakeSets sets;
    QList<client::ContactView> many;
    for (int i = 0; i < 300; ++i)
        many << test::setPerson(i + 1, QStringLiteral("Person %1").arg(i));
    OfferRulesDialog dialog(sets, test::someSet(), test::someRows(), many);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    press(dialog, "Next");
    box(dialog, "Person 7")->click();
    dialog.findChild<QLineEdit*>(QStringLiteral("searchPeopleEdit"))->setText(QStringLiteral("son 299"));
    EXPECT_EQ(box(dialog, "Person 7"), nullptr);
    ASSERT_NE(box(dialog, "Person 299"), nullptr);
    box(dialog, "Person 299")->click();
    EXPECT_TRUE(says(dialog, QStringLiteral("2 of 300 chosen")));
}

struct Asked : testing::Test {
    sesame::test::FakeClock clock;
    OfferWindow window{clock};
    QSignalSpy answers{&window, &OfferWindow::answered};

    void ask(const QList<client::SetRowView>& rows = test::someRows()) {
        window.ask(test::someOffer(OfferState::Open, Direction::Incoming), rows);
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
        window.repaint();
    }
    void wait(int ms) {
        for (; ms > 0; ms -= 50) {
            clock.advance(50);
            window.follow();
        }
    }
    QPushButton* yes() { return window.findChild<QPushButton*>(QStringLiteral("yesButton")); }
};

TEST_F(Asked, ShowsEverythingAndWhatCannotBeTaken) {
    ask();
    for (const auto& row : test::someRows()) {
        EXPECT_TRUE(says(window, row.phrase));
        EXPECT_TRUE(says(window, row.commandText));
        EXPECT_TRUE(says(window, row.fateText));
    }
    EXPECT_TRUE(says(window, QStringLiteral("1 of 4 cannot be taken")));
}

TEST_F(Asked, TakesNoYesBeforeItIsAlive) {
    ask();
    QTest::mouseClick(yes(), Qt::LeftButton);
    EXPECT_EQ(answers.count(), 0);
    wait(3000);
    QTest::mouseClick(yes(), Qt::LeftButton);
    ASSERT_EQ(answers.count(), 1);
    EXPECT_TRUE(answers[0][1].toBool());
}

TEST_F(Asked, HasNoDefaultAndEscMeansNo) {
    ask();
    wait(3000);
    QTest::keyClick(&window, Qt::Key_Return);
    QTest::keyClick(&window, Qt::Key_Space);
    EXPECT_EQ(answers.count(), 0);
    QTest::keyClick(&window, Qt::Key_Escape);
    ASSERT_EQ(answers.count(), 1);
    EXPECT_FALSE(answers[0][1].toBool());
}

// S24
TEST_F(Asked, IsAWindowThatNoHelperReaches) {
    SafetyWindows safety;
    EXPECT_FALSE(safety.open());
    ask();
    EXPECT_TRUE(safety.open());
    window.close();
    EXPECT_FALSE(safety.open());
}

TEST_F(Asked, FitsTheScreenHoweverManyThereAre) {
    QList<client::SetRowView> many;
    for (int i = 0; i < client::RuleSets::kMostOffered; ++i)
        many << test::someRows().at(i % 4);
    ask(many);
    EXPECT_LE(window.height(), window.screen()->availableGeometry().height());
    EXPECT_TRUE(yes()->isVisible());
    EXPECT_TRUE(window.rect().contains(yes()->geometry()));
}

TEST(OffersPage, TellsWhoHasWhichSetAndTakesBack) {
    FakeSets sets;
    sets.all << test::someOffer(OfferState::Open, Direction::Outgoing)
             << test::someOffer(OfferState::Accepted, Direction::Outgoing)
             << test::someOffer(OfferState::Declined, Direction::Outgoing);
    sets.all[0].id.value[0] = std::byte{7};
    const OffersPage page(sets);
    EXPECT_TRUE(says(page, QStringLiteral("Anna: “Family”")));
    EXPECT_TRUE(says(page, QStringLiteral("Not accepted yet")));
    EXPECT_TRUE(says(page, QStringLiteral("Accepted: 3 of 4 are in use")));
    EXPECT_TRUE(says(page, QStringLiteral("Declined")));
    EXPECT_TRUE(says(page, QStringLiteral("you cannot invite anybody to it")));
    press(page, "Take back: Anna: “Family”");
    EXPECT_EQ(sets.withdrawn, QList<MessageId>{sets.all[0].id});
    sets.all.clear();
    Q_EMIT sets.offersChanged();
    EXPECT_TRUE(says(page, QStringLiteral("You have not offered")));
}

TEST(OfferCard, HasItsButtonsWhileItIsOpen) {
    client::MessageView message;
    message.kind = client::MessageKind::RuleOffer;
    message.text = QStringLiteral("Anna offers you 4 phrases: “Family”");
    message.offer = test::someOffer(OfferState::Open, Direction::Incoming);
    OfferCard card(message);
    QSignalSpy looks(&card, &OfferCard::lookWanted);
    press(card, "Look at them");
    EXPECT_EQ(looks.count(), 1);
    EXPECT_EQ(button(card, "Take back"), nullptr);
    message.offer->state = OfferState::Accepted;
    message.offer->taken = 3;
    card.show(message);
    EXPECT_EQ(button(card, "Look at them"), nullptr);
    EXPECT_TRUE(says(card, QStringLiteral("3 of 4 are in use")));
    message.direction = message.offer->direction = Direction::Outgoing;
    message.offer->state = OfferState::Open;
    card.show(message);
    EXPECT_NE(button(card, "Take back"), nullptr);
    EXPECT_TRUE(says(card, QStringLiteral("Not accepted yet")));
}

}  // namespace
}  // namespace sesame::app
