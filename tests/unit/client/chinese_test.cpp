// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/wording.h"

#include "sesame/trigger/settings_schema.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QTranslator>

namespace sesame::client {
namespace {

using execute::OutcomeKind;

/// What lookup finds in the file that lupdate and lrelease made: a string that was filed elsewhere is
/// English.
struct InChinese : testing::Test {
    int argc = 1;
    char name[5] = "test";
    char* argv[2] = {name, nullptr};
    QCoreApplication application{argc, argv};
    QTranslator translator;
    void SetUp() override {
        ASSERT_TRUE(translator.load(QStringLiteral(SESAME_ZH_QM)));
        QCoreApplication::installTranslator(&translator);
    }
    void TearDown() override { QCoreApplication::removeTranslator(&translator); }

    static void expectChinese(QString sentence) {
        // No letters but of the name that was put in, and of a key.
        sentence.remove(QStringLiteral("Anna")).remove(QStringLiteral("Esc"));
        EXPECT_FALSE(sentence.isEmpty());
        for (const QChar letter : std::as_const(sentence))
            EXPECT_FALSE(letter.isLower()) << sentence.toStdString();
    }
};

const trigger::Command kProgram = trigger::LaunchProgram{"Anna"};
const trigger::Command kFile = trigger::OpenFile{{}, "Anna"};
const trigger::ImSettings kPage{"appearance", {}, {}};
const trigger::ImSettings kSetting{{}, "text-size", "large"};
const trigger::Command kLook = trigger::RemoteControl{trigger::RemoteLevel::Look, 30};
const trigger::Command kPoint = trigger::RemoteControl{trigger::RemoteLevel::Point, 1};
const trigger::Command kControl = trigger::RemoteControl{trigger::RemoteLevel::Control, 30};
const trigger::Command kSeeFolder = trigger::ShareFolder{"", "Anna", trigger::ShareLevel::Look, 60};
const trigger::Command kTakeFolder = trigger::ShareFolder{"", "Anna", trigger::ShareLevel::Take, 1};
const trigger::Command kPutFolder = trigger::ShareFolder{"", "Anna", trigger::ShareLevel::Put, 1440};

TEST_F(InChinese, AreCommandsAndQuestions) {
    const std::vector<trigger::Command> commands{kProgram, kFile,    kPage,      kSetting,    kLook,
                                                 kPoint,   kControl, kSeeFolder, kTakeFolder, kPutFolder};
    for (const auto& command : commands) {
        expectChinese(wording::command(command));
        expectChinese(wording::question(QStringLiteral("Anna"), command, QStringLiteral("Anna")));
    }
    EXPECT_EQ(wording::command(kSetting), QStringLiteral("把设置“文字大小”改为“大”"));
    EXPECT_EQ(wording::change("text-size", "normal", "large"), QStringLiteral("文字大小：标准 → 大"));
    expectChinese(wording::userInstalled());
    expectChinese(wording::screen(QString()));
}

TEST_F(InChinese, AreAllPagesSettingsAndValuesThatARuleMayName) {
    for (const auto page : trigger::settingsPages())
        expectChinese(wording::page(std::string(page)));
    for (const auto& setting : trigger::allowedSettings()) {
        expectChinese(wording::setting(std::string(setting.key)));
        for (const auto value : setting.values)
            if (value != "en")
                expectChinese(wording::value(std::string(value)));
    }
}

TEST_F(InChinese, AreHelpSessions) {
    const QString anna = QStringLiteral("Anna");
    for (const auto level :
         {trigger::RemoteLevel::Look, trigger::RemoteLevel::Point, trigger::RemoteLevel::Control}) {
        if (level != trigger::RemoteLevel::Look)
            expectChinese(wording::riseQuestion(anna, level));
        for (int why = 0; why <= static_cast<int>(SessionEnd::Failed); ++why)
            for (const bool seen : {true, false}) {
                const SessionSummary summary{static_cast<SessionEnd>(why), level, seen, 59 + why};
                expectChinese(wording::wasHelped(summary, anna));
                EXPECT_FALSE(wording::wasHelped(summary, anna).contains(QStringLiteral("。 ")));
                expectChinese(wording::helped(summary, anna));
            }
    }
    for (int why = 0; why <= static_cast<int>(SessionEnd::Failed); ++why)
        for (const bool seen : {true, false})
            for (const std::uint64_t files : {0U, 1U, 2U}) {
                const SharedFiles moved{"Anna", trigger::ShareLevel::Put, files, files / 2, files};
                const ShareSummary summary{static_cast<SessionEnd>(why), moved, seen, 59 + why};
                expectChinese(wording::hasShared(summary, anna).remove(QStringLiteral("bytes")));
                EXPECT_FALSE(wording::hasShared(summary, anna).contains(QStringLiteral("。 ")));
                expectChinese(wording::wasShared(summary, anna).remove(QStringLiteral("bytes")));
            }
    expectChinese(wording::clipboardOutQuestion(anna));
    expectChinese(wording::clipboardInQuestion(anna));
}

TEST_F(InChinese, AreOutcomesNoticesAndProblems) {
    for (int kind = 0; kind <= static_cast<int>(OutcomeKind::Expired); ++kind) {
        const char* code = execute::name(static_cast<OutcomeKind>(kind));
        for (const QString& owner : {QString(), QStringLiteral("Anna")}) {
            expectChinese(wording::outcome(code, QStringLiteral("Anna"), owner));
            expectChinese(wording::pageOutcome(code, kPage.page, owner));
            expectChinese(wording::settingOutcome(code, kSetting.key, kSetting.value, owner));
            expectChinese(wording::shareOutcome(code, QStringLiteral("Anna"), owner));
        }
        expectChinese(wording::screenOutcome(code));
    }
    for (int notice = 0; notice <= static_cast<int>(Notice::StandingNotNow); ++notice)
        expectChinese(wording::notice(codeOf(static_cast<Notice>(notice)), QStringLiteral("Anna"),
                                      QStringLiteral("too-short")));
    for (int problem = 0; problem <= static_cast<int>(trigger::PhraseProblem::ConfusableRule); ++problem) {
        trigger::RuleProblem one;
        one.phrase = static_cast<trigger::PhraseProblem>(problem);
        expectChinese(wording::rule(one));
    }
    for (int problem = 0; problem <= static_cast<int>(trigger::CommandProblem::BadTime); ++problem) {
        trigger::RuleProblem one;
        one.command = static_cast<trigger::CommandProblem>(problem);
        expectChinese(wording::rule(one));
    }
    for (int problem = 1; problem <= static_cast<int>(LinkProblem::BadFrame); ++problem)
        expectChinese(wording::connection(static_cast<LinkProblem>(problem)));
}

}  // namespace
}  // namespace sesame::client
