// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/backoff.h"
#include "client/handle_name.h"
#include "client/wording.h"

#include "sesame/client/invitation_link.h"
#include "sesame/client/plain_text.h"
#include "sesame/crypto/random.h"

#include <gtest/gtest.h>

namespace sesame::client {
namespace {

TEST(Handle, IsMadeOfTheNameInLatinLetters) {
    crypto::SystemRandom random;
    EXPECT_TRUE(makeHandle(QStringLiteral("小明"), random).startsWith(QStringLiteral("xiaoming-")));
    EXPECT_TRUE(makeHandle(QStringLiteral("Müller Ännchen"), random).startsWith(QStringLiteral("mulleran")));
    EXPECT_TRUE(makeHandle(QStringLiteral("😀"), random).startsWith(QStringLiteral("user-")));
}

TEST(Handle, IsLegalForAnyName) {
    crypto::SystemRandom random;
    for (const char* name :
         {"a", "Дмитрий", "../../etc", "Anna\nBoris", "名名名名名名名名名名名名名名名名", ""})
        EXPECT_TRUE(isHandle(makeHandle(QString::fromUtf8(name), random))) << name;
}

TEST(Backoff, DoublesUpToAMinuteAndStartsAnew) {
    crypto::SystemRandom random;
    Backoff backoff(random);
    for (const int expected : {1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000}) {
        const auto wait = backoff.next().count();
        EXPECT_GE(wait, expected * 3 / 4);
        EXPECT_LE(wait, expected * 5 / 4);
    }
    backoff.reset();
    EXPECT_LE(backoff.next().count(), 1250);
}

// S11, S49
TEST(PlainLine, LosesWhatIsHiddenOrTurnsTheLine) {
    EXPECT_EQ(plainLine(QStringLiteral("An\u200bna\u202e\n"), 100), QStringLiteral("Anna"));
    EXPECT_EQ(plainLine(QString(1000, u'明'), 10).size(), 3);
    EXPECT_TRUE(isPlainName(QStringLiteral("Anna Müller")));
    EXPECT_FALSE(isPlainName(QStringLiteral("Anna\u2066")));
}

// S49: a name is never a pattern.
TEST(Wording, KeepsPercentSignsInNames) {
    const QString sentence =
        wording::question(QStringLiteral("%2 %1"), trigger::LaunchProgram{"calc"}, QStringLiteral("Cal%1c"));
    EXPECT_EQ(sentence, QStringLiteral("%2 %1 wants to open the program “Cal%1c” on this computer."));
    EXPECT_EQ(wording::notice("rule-refused", QStringLiteral("%2"), QStringLiteral("too-short"))
                  .count(QStringLiteral("%2")),
              1);
}

TEST(Wording, HasASentenceForEveryCode) {
    using execute::OutcomeKind;
    for (int kind = 0; kind <= static_cast<int>(OutcomeKind::Expired); ++kind)
        EXPECT_FALSE(wording::outcome(execute::name(static_cast<OutcomeKind>(kind)), QStringLiteral("x"), {})
                         .isEmpty())
            << kind;
    for (int notice = 0; notice <= static_cast<int>(Notice::StandingNotNow); ++notice)
        EXPECT_FALSE(
            wording::notice(codeOf(static_cast<Notice>(notice)), QStringLiteral("Anna"), {}).isEmpty());
    for (int problem = 0; problem <= static_cast<int>(trigger::PhraseProblem::ConfusableRule); ++problem) {
        trigger::RuleProblem one;
        one.phrase = static_cast<trigger::PhraseProblem>(problem);
        EXPECT_FALSE(wording::rule(one).isEmpty()) << one.reason();
    }
    for (int problem = 0; problem <= static_cast<int>(trigger::CommandProblem::BadValue); ++problem) {
        trigger::RuleProblem one;
        one.command = static_cast<trigger::CommandProblem>(problem);
        EXPECT_FALSE(wording::rule(one).isEmpty()) << one.reason();
    }
}

}  // namespace
}  // namespace sesame::client
