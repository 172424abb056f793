// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rule_form.h"

#include "app/command_form.h"
#include "app/style.h"
#include "support/fake_desktop.h"

#include "sesame/trigger/settings_schema.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <algorithm>

namespace sesame::app {
namespace {

using trigger::RemoteControl;
using trigger::RemoteLevel;

TEST(CommandForm, GivesBackEveryKindOfCommand) {
    const sesame::test::FakePrograms programs;
    CommandForm form(programs);
    const std::vector<trigger::Command> commands{
        trigger::LaunchProgram{"计算器"},
        trigger::OpenFile{{}, "photo"},
        trigger::OpenFile{"/home/a/b", {}},
        trigger::ImSettings{{}, "text-size", "huge"},
        trigger::ImSettings{"rules", {}, {}},
        RemoteControl{RemoteLevel::Look, 15},
        RemoteControl{RemoteLevel::Point, 120},
        RemoteControl{RemoteLevel::Control, 45},
        trigger::ShareFolder{"/home/b/Photos", {}, trigger::ShareLevel::Take, 480},
        trigger::ShareFolder{{}, "照片", trigger::ShareLevel::Put, 45}};
    for (const auto& command : commands) {
        form.setCommand(command);
        EXPECT_EQ(form.command(), command);
    }
}

TEST(CommandForm, OffersAShareThatBeginsWithTheLeastLevel) {
    const sesame::test::FakePrograms programs;
    CommandForm form(programs);
    form.findChild<QComboBox*>(QStringLiteral("commandKindBox"))->setCurrentIndex(4);
    form.findChild<QLineEdit*>(QStringLiteral("shareEdit"))->setText(QStringLiteral("照片"));
    EXPECT_EQ(form.command(),
              trigger::Command(trigger::ShareFolder{{}, "照片", trigger::ShareLevel::Look, 60}));
    form.findChild<QRadioButton*>(QStringLiteral("sharePutButton"))->click();
    form.findChild<QLineEdit*>(QStringLiteral("shareEdit"))->setText(QStringLiteral("/home/b/Photos"));
    EXPECT_EQ(form.command(),
              trigger::Command(trigger::ShareFolder{"/home/b/Photos", {}, trigger::ShareLevel::Put, 60}));
}

TEST(CommandForm, BeginsWithTheLeastLevelAndOffersFourTimes) {
    const sesame::test::FakePrograms programs;
    CommandForm form(programs);
    form.findChild<QComboBox*>(QStringLiteral("commandKindBox"))->setCurrentIndex(3);
    EXPECT_EQ(form.command(), trigger::Command(RemoteControl{RemoteLevel::Look, 30}));
    EXPECT_EQ(form.findChild<QComboBox*>(QStringLiteral("minutesBox"))->count(), 4);
    int changes = 0;
    QObject::connect(&form, &CommandForm::changed, &form, [&changes] { ++changes; });
    form.findChild<QRadioButton*>(QStringLiteral("controlButton"))->click();
    EXPECT_GT(changes, 0);
    EXPECT_EQ(form.command(), trigger::Command(RemoteControl{RemoteLevel::Control, 30}));
}

// S35: no rule opens the page with the safety setting, nor changes it.
TEST(CommandForm, S35_KnowsNothingOfTheOnScreenKeyboard) {
    const auto pages = trigger::settingsPages();
    EXPECT_EQ(std::count(pages.begin(), pages.end(), "accessibility"), 0);
    for (const auto& setting : trigger::allowedSettings())
        EXPECT_NE(setting.key, "on-screen-keyboard");
}

TEST(RuleForm, ShowsTheTermsOfTheRuleThatIsChanged) {
    const sesame::test::FakePrograms programs;
    for (const auto place : trigger::kJudgePlaces) {
        client::RuleView edited;
        edited.phrase = QStringLiteral("打开计算器");
        edited.command = trigger::LaunchProgram{"计算器"};
        edited.terms = {{true, false}, place};
        EXPECT_EQ(RuleForm(edited, {}, programs).terms(), edited.terms);
    }
}

TEST(RuleForm, ChoosesForHowLongARuleIsGood) {
    const sesame::test::FakePrograms programs;
    RuleForm fresh(std::nullopt, {}, programs);
    auto* days = fresh.findChild<QComboBox*>(QStringLiteral("daysBox"));
    EXPECT_EQ(fresh.terms().days, 0U) << "until it is removed";
    days->setCurrentText(QStringLiteral("for 30 days, from when I save it"));
    EXPECT_EQ(fresh.terms().days, 30U);

    // From a file it may be any number.
    client::RuleView edited;
    edited.phrase = QStringLiteral("打开计算器");
    edited.command = trigger::LaunchProgram{"计算器"};
    edited.terms.days = 12;
    RuleForm form(edited, {}, programs);
    EXPECT_EQ(form.terms().days, 12U);
    days = form.findChild<QComboBox*>(QStringLiteral("daysBox"));
    EXPECT_EQ(days->currentText(), QStringLiteral("for 12 days, from when I save it"));
    days->setCurrentIndex(0);
    EXPECT_EQ(form.terms().days, 0U);
}

TEST(RuleForm, KeepsSaveInSightWhereTheTextIsHuge) {
    const sesame::test::FakePrograms programs;
    client::RuleView edited;
    edited.phrase = QStringLiteral("请你看看我的屏幕");
    edited.command = RemoteControl{RemoteLevel::Look, 30};
    applyTextSize(QStringLiteral("huge"));
    {
        RuleForm form(edited, {}, programs);
        form.show();
        QCoreApplication::processEvents();
        const QSize room = form.screen()->availableGeometry().size();
        EXPECT_LE(form.height(), room.height());
        EXPECT_LE(form.width(), room.width());
        auto* save = form.findChild<QPushButton*>(QStringLiteral("saveRuleButton"));
        EXPECT_TRUE(form.rect().contains(QRect(save->mapTo(&form, QPoint()), save->size())));
        // Nothing is cut off at the side.
        auto* area = form.findChild<QScrollArea*>(QStringLiteral("ruleFields"));
        EXPECT_LE(area->widget()->width(), area->viewport()->width());
    }
    applyTextSize(QStringLiteral("normal"));
}

TEST(RuleForm, SaysThatTheHubTakesNothingForAPhraseThatIsOnlyClose) {
    const sesame::test::FakePrograms programs;
    client::RuleView edited;
    edited.phrase = QStringLiteral("please open the calculator");
    edited.command = trigger::LaunchProgram{"计算器"};
    edited.terms.judgedAt = trigger::JudgePlace::Hub;
    RuleForm form(edited, {}, programs);
    const auto says = [&form](const QString& words) {
        const auto labels = form.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->text().contains(words); });
    };
    form.findChild<QLineEdit*>(QStringLiteral("tryEdit"))
        ->setText(QStringLiteral("please open the calculater"));
    EXPECT_TRUE(says(QStringLiteral("close is not enough")));
    form.findChild<QComboBox*>(QStringLiteral("placeBox"))->setCurrentIndex(0);
    EXPECT_TRUE(says(QStringLiteral("Did you mean")));
    form.findChild<QComboBox*>(QStringLiteral("placeBox"))->setCurrentIndex(2);
    form.findChild<QLineEdit*>(QStringLiteral("tryEdit"))
        ->setText(QStringLiteral("Please open the calculator!"));
    EXPECT_TRUE(says(QStringLiteral("Matches")));
}

TEST(RuleForm, SaysWhatASentenceDoesThatIsNotThePhrase) {
    const sesame::test::FakePrograms programs;
    client::RuleView edited;
    edited.phrase = QStringLiteral("please open the calculator");
    edited.command = trigger::LaunchProgram{"计算器"};
    RuleForm form(edited, {}, programs);
    const auto says = [&form](const QString& typed, const QString& words) {
        form.findChild<QLineEdit*>(QStringLiteral("tryEdit"))->setText(typed);
        const auto labels = form.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->text().contains(words); });
    };
    EXPECT_TRUE(
        says(QStringLiteral("我想让你进行远距离的控制操作"), QStringLiteral("to see or use their screen")));
    EXPECT_TRUE(says(QStringLiteral("please make the letters larger"),
                     QStringLiteral("to change this chat program")));
    EXPECT_TRUE(says(QStringLiteral("stop"), QStringLiteral("ends what runs")));
    EXPECT_TRUE(says(QStringLiteral("the weather is lovely today"), QStringLiteral("ordinary message")));
}

trigger::MediaPrint anySound(unsigned seed, std::size_t items = 100) {
    trigger::SoundPrint print;
    for (std::uint32_t value = seed; print.items.size() < items;) {
        value = value * 1664525 + 1013904223;
        print.items.push_back(value ^ value >> 16);
    }
    return print;
}

// Files are recognised by their names here.
void recogniseByName(const QString& path, QObject*, const client::Environment::MediaRecognised& then) {
    if (path.endsWith(QLatin1String(".txt")))
        then(Error{ErrorCode::Malformed, ""});
    else
        then(anySound(path.size(), path.contains(QLatin1String("short")) ? 5 : 100));
}

TEST(RuleForm, TakesAFileInPlaceOfAPhrase) {
    const sesame::test::FakePrograms programs;
    RuleForm form({}, {}, programs, recogniseByName);
    form.findChild<QLineEdit*>(QStringLiteral("phraseEdit"))->setText(QStringLiteral("打开计算器"));
    form.findChild<QLineEdit*>(QStringLiteral("programEdit"))->setText(QStringLiteral("计算器"));
    form.findChild<QComboBox*>(QStringLiteral("waysBox"))->setCurrentIndex(3);
    form.findChild<QComboBox*>(QStringLiteral("placeBox"))->setCurrentIndex(2);
    const auto* save = form.findChild<QPushButton*>(QStringLiteral("saveRuleButton"));
    form.findChild<QComboBox*>(QStringLiteral("keyKindBox"))->setCurrentIndex(1);
    EXPECT_FALSE(save->isEnabled());
    auto* key = form.findChild<MediaKey*>();
    for (const char* path : {"/home/a/letter.txt", "/home/a/short.wav"}) {
        key->choose(QLatin1String(path));
        EXPECT_FALSE(save->isEnabled()) << path;
    }
    key->choose(QStringLiteral("/home/a/song.wav"));
    EXPECT_TRUE(save->isEnabled());
    EXPECT_TRUE(form.phrase().isEmpty());
    client::RuleTerms terms;
    terms.media = anySound(16);
    terms.mediaFile = QStringLiteral("/home/a/song.wav");
    EXPECT_EQ(form.terms(), terms);
    form.findChild<QComboBox*>(QStringLiteral("keyKindBox"))->setCurrentIndex(0);
    EXPECT_EQ(form.phrase(), QStringLiteral("打开计算器"));
    EXPECT_FALSE(form.terms().media);
}

TEST(RuleForm, KeepsTheFileOfARuleThatIsChanged) {
    const sesame::test::FakePrograms programs;
    client::RuleView edited;
    edited.command = trigger::LaunchProgram{"计算器"};
    edited.terms.media = anySound(3);
    edited.terms.mediaFile = QStringLiteral("/home/a/gone.wav");
    const RuleForm form(edited, {}, programs, recogniseByName);
    EXPECT_EQ(form.terms(), edited.terms);
    EXPECT_TRUE(form.phrase().isEmpty());
}

}  // namespace
}  // namespace sesame::app
