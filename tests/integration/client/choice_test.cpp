// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/helped.h"
#include "support/temp_tree.h"

namespace sesame::client {
namespace {

/// Mum has two letters of the same name in a folder that she allows.
struct ChoosingAFile : Helped {
    test::TempTree tree;
    std::string spring = tree.file("2025/letter.txt", "spring");
    std::string autumn = tree.file("2026/letter.txt", "autumn");

    void SetUp() override {
        Helped::SetUp();
        ASSERT_TRUE(mum.client->setAllowedPlaces({QString::fromStdString(tree.root())}));
        desktop::InstalledProgram editor;
        editor.id = "editor.desktop";
        editor.file = "/usr/share/applications/editor.desktop";
        editor.name = "Editor";
        editor.argv = {"editor"};
        editor.fileAt = 1;
        mum.programs.programs.push_back(editor);
        mum.programs.defaultId = editor.id;
    }

    void ask() {
        invite(QStringLiteral("please open my letter"), trigger::OpenFile{{}, "letter.txt"});
        type(QStringLiteral("please open my letter"));
        ASSERT_TRUE(eventually([&] { return mum.choices.size() == 1; }));
    }
};

TEST_F(ChoosingAFile, OpensTheOneThatWasChosenAfterAYes) {
    ask();
    const ChoiceView& choice = mum.choices[0];
    EXPECT_EQ(choice.name, QStringLiteral("letter.txt"));
    EXPECT_FALSE(choice.cutShort);
    ASSERT_EQ(choice.paths.size(), 2);
    EXPECT_TRUE(mum.consents.empty());
    const auto index = choice.paths.indexOf(QString::fromStdString(autumn));
    ASSERT_GE(index, 0);
    ASSERT_TRUE(mum.client->answerChoice(choice.question, static_cast<int>(index)));
    ASSERT_EQ(mum.consents.size(), 1U);
    EXPECT_TRUE(mum.consents[0].sentence.contains(QStringLiteral("“letter.txt”")));
    EXPECT_EQ(mum.consents[0].target, QString::fromStdString(autumn));
    EXPECT_TRUE(mum.launcher.started.empty());
    sayYes();
    ASSERT_TRUE(eventually([&] {
        return anna.says(mumAtAnna, MessageKind::Outcome, QStringLiteral("“letter.txt” was opened."));
    }));
    ASSERT_EQ(mum.launcher.started.size(), 1U);
    EXPECT_EQ(mum.launcher.started[0].back(), autumn);
}

TEST_F(ChoosingAFile, OpensNothingWhenNoneOfThemWasMeant) {
    ask();
    const quint64 question = mum.choices[0].question;
    EXPECT_FALSE(mum.client->answerChoice(question, 2));
    ASSERT_TRUE(mum.client->answerChoice(question, -1));
    EXPECT_FALSE(mum.client->answerChoice(question, 0));
    settle();
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(mum.launcher.started.empty());
}

// I2
TEST_F(ChoosingAFile, OpensNothingThatWasReplacedAfterItWasChosen) {
    ask();
    const auto index = mum.choices[0].paths.indexOf(QString::fromStdString(spring));
    ASSERT_TRUE(mum.client->answerChoice(mum.choices[0].question, static_cast<int>(index)));
    ASSERT_EQ(mum.consents.size(), 1U);
    std::filesystem::remove(spring);
    tree.file("2025/letter.txt", "another");
    sayYes();
    ASSERT_TRUE(eventually([&] { return !mum.messages(annaAtMum, MessageKind::Outcome).empty(); }));
    EXPECT_TRUE(mum.launcher.started.empty());
}

}  // namespace
}  // namespace sesame::client
