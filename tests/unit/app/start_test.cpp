// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/add_contact_dialog.h"
#include "app/first_start.h"
#include "app/single_instance.h"
#include "app/start_options.h"

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QLocalSocket>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

namespace sesame::app {
namespace {

TEST(StartOptions, UnderstandsWhatTheDemoGives) {
    const auto options = StartOptions::parse(
        {QStringLiteral("--data"), QStringLiteral("/tmp/x"), QStringLiteral("--name"), QStringLiteral("Anna"),
         QStringLiteral("--hub=wss://localhost:1"), QStringLiteral("--fingerprint"), QStringLiteral("ab")});
    EXPECT_TRUE(options.problem.isEmpty());
    EXPECT_TRUE(options.complete());
    EXPECT_EQ(options.directory, QStringLiteral("/tmp/x"));
    EXPECT_EQ(options.hub, QStringLiteral("wss://localhost:1"));
    EXPECT_FALSE(StartOptions::parse({QStringLiteral("--nonsense")}).problem.isEmpty());
    EXPECT_FALSE(StartOptions::parse({QStringLiteral("--name")}).problem.isEmpty());
    EXPECT_EQ(StartOptions::parse({QStringLiteral("sesame:invite?x")}).invitation,
              QStringLiteral("sesame:invite?x"));
}

QStringList whatArrives(const QTemporaryDir& place, const QByteArray& line) {
    SingleInstance first(place.path());
    first.listen();
    QStringList raised;
    QObject::connect(&first, &SingleInstance::raised, &first,
                     [&raised](const QString& link) { raised << link; });
    QLocalSocket socket;
    socket.connectToServer(place.filePath(QStringLiteral("window.socket")));
    EXPECT_TRUE(socket.waitForConnected(1000));
    socket.write(line);
    socket.waitForBytesWritten(1000);
    for (int round = 0; round < 20; ++round)
        QCoreApplication::processEvents();
    return raised;
}

TEST(SingleInstance, S44_OnlyRaisesAndHandsOverNothingButALink) {
    const QTemporaryDir place;
    EXPECT_EQ(whatArrives(place, "raise \n"), QStringList{QString()});
    EXPECT_EQ(whatArrives(place, "raise sesame:invite?a\n"), QStringList{QStringLiteral("sesame:invite?a")});
    EXPECT_EQ(whatArrives(place, "raise 打开计算器\n"), QStringList{QString()});
    EXPECT_EQ(whatArrives(place, "send hello\n"), QStringList());
    EXPECT_EQ(whatArrives(place, "yes 1\n"), QStringList());
    EXPECT_EQ(whatArrives(place, QByteArray(100'000, 'x')), QStringList());
}

TEST(SingleInstance, TheSecondStartFindsTheFirst) {
    const QTemporaryDir place;
    SingleInstance second(place.path());
    EXPECT_FALSE(second.raiseOther({}));
    SingleInstance first(place.path());
    first.listen();
    EXPECT_TRUE(second.raiseOther({}));
}

TEST(AddContactDialog, S44_ALinkOnlyFillsTheField) {
    AddContactDialog dialog(QStringLiteral("sesame:invite?own"));
    int added = 0;
    QObject::connect(&dialog, &AddContactDialog::addWanted, &dialog, [&added] { ++added; });
    dialog.show();
    dialog.fillLink(QStringLiteral("sesame:invite?theirs"));
    QTest::qWait(1);
    EXPECT_EQ(added, 0);
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("addButton")), Qt::LeftButton);
    EXPECT_EQ(added, 1);
}

class Wizard : public ::testing::Test {
  protected:
    Wizard() {
        QObject::connect(&first_, &FirstStart::chosen, &first_,
                         [this](const FirstStartChoice& choice) { chosen_.push_back(choice); });
        first_.show();
    }
    void press(const char* name) {
        QTest::mouseClick(first_.findChild<QAbstractButton*>(QLatin1String(name)), Qt::LeftButton);
    }
    void write(const char* name, const QString& text) {
        first_.findChild<QLineEdit*>(QLatin1String(name))->setText(text);
    }
    QString page() {
        return first_.findChild<QStackedWidget*>(QStringLiteral("pages"))->currentWidget()->objectName();
    }
    FirstStart first_;
    std::vector<FirstStartChoice> chosen_;
};

// What others would not be shown as it is, or not take at all, is said where it is written.
TEST_F(Wizard, TakesNoNameThatOthersCannotBeShown) {
    for (const auto& name : {QString(60, QChar(0x5976)), QStringLiteral("Anna\u202Egro"),
                             QStringLiteral("An\u200Bna"), QStringLiteral("An\tna")}) {
        write("nameEdit", name);
        press("nextButton");
        EXPECT_EQ(page(), QStringLiteral("namePage")) << name.toStdString();
        EXPECT_EQ(first_.findChild<QLineEdit*>(QStringLiteral("nameEdit"))->text(), name);
    }
    write("nameEdit", QString(40, QChar(0x5976)));
    press("nextButton");
    EXPECT_EQ(page(), QStringLiteral("waysPage"));
}

TEST_F(Wizard, AsksOneQuestionAPageAndBackWorks) {
    press("nextButton");
    EXPECT_EQ(page(), QStringLiteral("namePage"));  // no name, no next page
    write("nameEdit", QStringLiteral("Anna"));
    press("nextButton");
    EXPECT_EQ(page(), QStringLiteral("waysPage"));
    press("backButton");
    EXPECT_EQ(page(), QStringLiteral("namePage"));
    press("nextButton");
    first_.findChild<QPushButton*>(QStringLiteral("addressWay"))->click();
    press("nextButton");
    EXPECT_EQ(page(), QStringLiteral("addressPage"));
    write("addressEdit", QStringLiteral("wss://hub.example:8444"));
    write("fingerprintEdit", QStringLiteral("aa"));
    press("nextButton");
    EXPECT_EQ(page(), QStringLiteral("protectionPage"));
    first_.findChild<QRadioButton*>(QStringLiteral("keyFileButton"))->click();
    press("nextButton");
    ASSERT_EQ(chosen_.size(), 1U);
    EXPECT_EQ(chosen_[0].way, FirstStartChoice::Way::Address);
    EXPECT_EQ(chosen_[0].hub, QStringLiteral("wss://hub.example:8444"));
    EXPECT_EQ(chosen_[0].protection, client::KeyVault::Protection::KeyFile);
    first_.showProblem(QStringLiteral("no"));
    press("backButton");
    EXPECT_EQ(page(), QStringLiteral("protectionPage"));
}

TEST_F(Wizard, WantsThePassphraseTwice) {
    write("nameEdit", QStringLiteral("Anna"));
    press("nextButton");
    first_.findChild<QPushButton*>(QStringLiteral("hostWay"))->click();
    press("nextButton");
    press("nextButton");
    first_.findChild<QRadioButton*>(QStringLiteral("passphraseButton"))->click();
    write("passphraseEdit", QStringLiteral("correct horse"));
    write("passphraseAgainEdit", QStringLiteral("correct house"));
    press("nextButton");
    EXPECT_TRUE(chosen_.empty());
    write("passphraseAgainEdit", QStringLiteral("correct horse"));
    press("nextButton");
    ASSERT_EQ(chosen_.size(), 1U);
    EXPECT_EQ(chosen_[0].way, FirstStartChoice::Way::Host);
}

}  // namespace
}  // namespace sesame::app
