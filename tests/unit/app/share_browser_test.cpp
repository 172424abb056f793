// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/share_browser.h"

#include "app/folder_dialog.h"
#include "app/hosted_share_window.h"
#include "app/left_files_window.h"
#include "app/share_record.h"
#include "app/share_windows.h"
#include "app/transfer_row.h"
#include "app/viewed_shares.h"
#include "hostile_strings.h"
#include "sample_shares.h"
#include "support/fake_clock.h"
#include "support/fake_desktop.h"
#include "support/temp_tree.h"

#include "sesame/crypto/random.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace sesame::app {
namespace {

using share::Ending;
using test::shareId;
using test::viewedShare;
using trigger::ShareLevel;

class Browsing : public ::testing::Test {
  protected:
    Browsing() {
        shares_.folders[""] = {{"2024", true, 0, 0, 0}, {"a.txt", false, 4, 0, 0}, {"b.txt", false, 5, 0, 0}};
        shares_.folders["2024"] = test::manyFiles(150);
    }
    template <typename Window>
    static Window* shown() {
        for (auto* window : QApplication::topLevelWidgets())
            if (auto* found = qobject_cast<Window*>(window); found && found->isVisible())
                return found;
        return nullptr;
    }
    ShareBrowser& begin(ShareLevel level = ShareLevel::Put) {
        shares_.view(viewedShare(level));
        auto* browser = shown<ShareBrowser>();
        SESAME_ASSERT(browser);
        waitForRows(3);
        return *browser;
    }
    void waitForRows(int rows) {
        ASSERT_TRUE(QTest::qWaitFor([&] { return table()->model()->rowCount() == rows; }, 5000));
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return table()->model()->index(0, 0).data() != QStringLiteral("…"); }, 5000));
    }
    QTableView* table() {
        return shown<ShareBrowser>()->findChild<QTableView*>(QStringLiteral("shareTable"));
    }
    QPushButton* button(const char* name) {
        return shown<ShareBrowser>()->findChild<QPushButton*>(QLatin1String(name));
    }
    QString words(const char* label) {
        const auto* found = shown<ShareBrowser>()->findChild<QLabel*>(QLatin1String(label));
        return found->isVisible() ? found->text() : QString();
    }
    QString notice() {
        const auto* bar = shown<ShareBrowser>()->findChild<QWidget*>(QStringLiteral("shareNotice"));
        return bar->isVisible() ? bar->findChild<QLabel*>()->text() : QString();
    }
    void choose(int row) {
        table()->selectionModel()->select(table()->model()->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    /// In the question about the folder.
    void answerPlace(const std::string& folder) {
        auto* dialog = shown<FolderDialog>();
        ASSERT_NE(dialog, nullptr);
        dialog->findChild<QLineEdit*>()->setText(QString::fromStdString(folder));
        dialog->findChild<QPushButton*>(QStringLiteral("takeFolderButton"))->click();
    }
    QList<TransferRow*> rows() {
        auto all = shown<ShareBrowser>()->findChildren<TransferRow*>();
        all.removeIf([](const TransferRow* row) { return row->isHidden(); });
        return all;
    }
    static QString words(const TransferRow& row, const char* label) {
        return row.findChild<QLabel*>(QLatin1String(label))->text();
    }

    sesame::test::TempTree tree_;
    std::string mine_ = tree_.folder("mine");
    sesame::test::FakeClock clock_;
    crypto::SystemRandom random_;
    sesame::test::FakePrograms programs_;
    sesame::test::FakeLauncher launcher_;
    test::FakeShares shares_;
    ShareRecord record_{shares_, clock_};
    TakePlaces places_;
    ViewedShares windows_{ShareTools{shares_, record_, places_, random_, programs_, launcher_}};
};

TEST_F(Browsing, OpensWithTheShareAndSaysWhatItIs) {
    EXPECT_EQ(shown<ShareBrowser>(), nullptr);
    auto& browser = begin(ShareLevel::Take);
    EXPECT_EQ(browser.windowTitle(), QStringLiteral("“Photos” of Grandma"));
    EXPECT_EQ(words("shareState"),
              QStringLiteral("You see what is in it and can take copies · 25 minutes left"));
    EXPECT_EQ(words("shareWay"), QStringLiteral("Photos"));
    EXPECT_EQ(notice(), QString());
}

TEST_F(Browsing, SaysWhyAButtonIsDead) {
    begin(ShareLevel::Look);
    choose(1);
    for (const char* name : {"takeFilesButton", "takeFolderWholeButton", "putFilesButton"}) {
        EXPECT_FALSE(button(name)->isEnabled()) << name;
        EXPECT_FALSE(button(name)->toolTip().isEmpty()) << name;
        EXPECT_FALSE(button(name)->accessibleDescription().isEmpty()) << name;
    }
    shares_.view(viewedShare(ShareLevel::Take));
    EXPECT_TRUE(button("takeFilesButton")->isEnabled());
    EXPECT_TRUE(button("takeFilesButton")->toolTip().isEmpty());
    EXPECT_FALSE(button("putFilesButton")->isEnabled());
    table()->clearSelection();
    EXPECT_FALSE(button("takeFilesButton")->isEnabled());
    EXPECT_TRUE(button("takeFolderWholeButton")->isEnabled());
}

TEST_F(Browsing, TakesWhatIsChosenIntoAFolderThatIsAskedForOnce) {
    begin();
    choose(1);
    choose(2);
    button("takeFilesButton")->click();
    EXPECT_TRUE(shares_.wanted.isEmpty());
    answerPlace(mine_ + "/new");
    const auto to = QString::fromStdString(mine_ + "/new");
    EXPECT_EQ(shares_.wanted,
              (QStringList{QStringLiteral("take a.txt to ") + to, QStringLiteral("take b.txt to ") + to}));
    EXPECT_TRUE(words("sharePlace").contains(to));
    for (const auto& transfer : record_.transfers(shareId()))
        Q_EMIT shares_.transferEnded(shareId(), transfer.number, Ending::Done);
    button("takeFilesButton")->click();
    EXPECT_EQ(shares_.wanted.size(), 4);
    EXPECT_EQ(rows().size(), 4);
}

TEST_F(Browsing, TakesAFileOnceHoweverOftenIsClicked) {
    begin();
    places_[client::ContactId{2}] = QString::fromStdString(mine_);
    choose(1);
    button("takeFilesButton")->click();
    button("takeFilesButton")->click();
    EXPECT_EQ(shares_.wanted.size(), 1);
    EXPECT_EQ(words("shareNews"), QStringLiteral("“a.txt” is being copied already."));
    Q_EMIT shares_.transferEnded(shareId(), shares_.lastNumber(), Ending::Done);
    button("takeFilesButton")->click();
    EXPECT_EQ(shares_.wanted.size(), 2);
}

TEST_F(Browsing, GivesAFolderOneOfItsOwn) {
    begin();
    places_[client::ContactId{2}] = QString::fromStdString(mine_);
    choose(0);
    button("takeFilesButton")->click();
    button("takeFilesButton")->click();
    button("takeFolderWholeButton")->click();
    EXPECT_EQ(shares_.wanted,
              (QStringList{QStringLiteral("take 2024 to %1/2024"), QStringLiteral("take 2024 to %1/2024 (2)"),
                           QStringLiteral("take  to %1/Photos")})
                  .replaceInStrings(QStringLiteral("%1"), QString::fromStdString(mine_)));
    EXPECT_TRUE(std::filesystem::is_directory(mine_ + "/2024 (2)"));
}

TEST_F(Browsing, CompletesAnEarlierCopyOfAFolderIfThatIsWanted) {
    begin();
    places_[client::ContactId{2}] = QString::fromStdString(mine_);
    std::filesystem::create_directories(mine_ + "/2024 (2)");
    std::filesystem::create_directories(mine_ + "/2024");
    choose(0);
    const auto press = [this](const char* name) {
        QTimer::singleShot(0, qApp, [name] {
            auto* box = QApplication::activeModalWidget();
            ASSERT_NE(box, nullptr);
            box->findChild<QPushButton*>(QLatin1String(name))->click();
        });
        button("takeFilesButton")->click();
    };
    press("cancelButton");
    EXPECT_TRUE(shares_.wanted.isEmpty());
    press("choice1Button");
    const auto copy = QString::fromStdString(mine_) + QStringLiteral("/2024 (2)");
    EXPECT_EQ(shares_.wanted, QStringList{QStringLiteral("complete 2024 to ") + copy});
    button("takeFilesButton")->click();
    EXPECT_EQ(shares_.wanted.size(), 2) << "no question while something goes into the latest one";
    const auto& running = record_.transfers(shares_.viewed().front().id);
    for (const auto number : {running[0].number, running[1].number})
        Q_EMIT shares_.transferEnded(shares_.viewed().front().id, number, share::Ending::Done);
    press("choice2Button");
    EXPECT_EQ(shares_.wanted.back(),
              QStringLiteral("take 2024 to ") + QString::fromStdString(mine_) + QStringLiteral("/2024 (4)"));
}

// S47
TEST_F(Browsing, S47AFolderWithAHostileNameStaysWhereItBelongs) {
    shares_.folders[""] = {{"..\\..\u202E/../../x", true, 0, 0, 0}};
    shares_.view(viewedShare());
    waitForRows(1);
    places_[client::ContactId{2}] = QString::fromStdString(mine_);
    choose(0);
    button("takeFilesButton")->click();
    ASSERT_EQ(std::distance(std::filesystem::directory_iterator(mine_), {}), 1);
    EXPECT_TRUE(shares_.wanted.back().contains(QString::fromStdString(mine_) + QLatin1Char('/')));
}

TEST_F(Browsing, TakesVeryManyOnlyWithTheirFolder) {
    begin();
    places_[client::ContactId{2}] = QString::fromStdString(mine_);
    QTest::keyClick(table(), Qt::Key_Return);
    waitForRows(150);
    for (int row = 0; row < 120; ++row)
        choose(row);
    button("takeFilesButton")->click();
    EXPECT_TRUE(shares_.wanted.isEmpty());
    EXPECT_TRUE(words("shareNews").contains(QStringLiteral("100")));
    table()->selectAll();
    button("takeFilesButton")->click();
    EXPECT_EQ(shares_.wanted,
              QStringList{QStringLiteral("take 2024 to ") + QString::fromStdString(mine_ + "/2024")});
}

TEST_F(Browsing, ShowsHowFarATransferIs) {
    begin();
    places_[client::ContactId{2}] = QString::fromStdString(mine_);
    choose(1);
    button("takeFilesButton")->click();
    ASSERT_EQ(rows().size(), 1);
    auto& row = *rows().front();
    const auto number = shares_.lastNumber();
    EXPECT_EQ(words(row, "transferName"), QStringLiteral("a.txt"));
    Q_EMIT shares_.progressed(shareId(), {number, 1, 4'000'000, true, 0, 0, 0, 0});
    clock_.advance(1000);
    Q_EMIT shares_.progressed(shareId(), {number, 1, 4'000'000, true, 0, 1'000'000, 0, 0});
    EXPECT_EQ(words(row, "transferState"), QStringLiteral("25 % · 1.0 MB of 4.0 MB · 1.0 MB a second"));
    row.findChild<QPushButton*>(QStringLiteral("stopTransferButton"))->click();
    EXPECT_EQ(shares_.wanted.back(), QStringLiteral("cancel %1").arg(number));
    Q_EMIT shares_.transferEnded(shareId(), number, Ending::Cancelled);
    EXPECT_EQ(words(row, "transferState"), QStringLiteral("Stopped · 1.0 MB of 4.0 MB"));
    EXPECT_TRUE(row.findChild<QPushButton*>(QStringLiteral("stopTransferButton"))->isHidden());
    EXPECT_TRUE(row.findChild<QPushButton*>(QStringLiteral("openTakenButton"))->isHidden());
}

TEST_F(Browsing, SaysWhyNothingOrNotAllWasCopied) {
    begin();
    places_[client::ContactId{2}] = QString::fromStdString(mine_);
    choose(1);
    button("takeFilesButton")->click();
    auto& row = *rows().front();
    const auto number = shares_.lastNumber();
    Q_EMIT shares_.progressed(shareId(), {number, 1, 4'000'000, true, 0, 0, 1, 0});
    Q_EMIT shares_.transferEnded(shareId(), number, Ending::Full);
    EXPECT_EQ(words(row, "transferState"), QStringLiteral("There is no room for it on the disk"));

    Q_EMIT shares_.progressed(shareId(), {number, 3, 4'000'000, true, 0, 0, 3, 0});
    EXPECT_EQ(words(row, "transferState"),
              QStringLiteral("There is no room for it on the disk · 3 could not be copied"));

    Q_EMIT shares_.progressed(shareId(), {number, 3, 4'000'000, true, 2, 1'000'000, 1, 0});
    EXPECT_EQ(words(row, "transferState"), QStringLiteral("Done · 2 files, 1.0 MB · 1 could not be copied · "
                                                          "There is no room for it on the disk"));
}

TEST_F(Browsing, DoesNotSayThatWhatWasGivenUpThereHasArrived) {
    begin();
    Q_EMIT shown<ShareBrowser>()->putWanted({QStringLiteral("/home/x/a.pdf")});
    const auto number = shares_.lastNumber();
    Q_EMIT shares_.progressed(shareId(), {number, 1, 4'000'000, true, 0, 0, 1, 0});
    Q_EMIT shares_.transferEnded(shareId(), number, Ending::Done);
    EXPECT_EQ(words(*rows().front(), "transferState"), QStringLiteral("It could not be kept there"));
}

// S31
TEST_F(Browsing, S31OpensWhatWasTakenButNoProgram) {
    begin();
    programs_.programs.resize(1);
    programs_.programs[0].id = programs_.defaultId = "viewer";
    programs_.programs[0].argv = {"viewer"};
    programs_.programs[0].fileAt = 1;
    places_[client::ContactId{2}] = QString::fromStdString(mine_);
    const auto take = [&](const std::string& name) -> TransferRow& {
        choose(1);
        button("takeFilesButton")->click();
        const auto saved = tree_.file("mine/" + name, "#!/bin/sh\n");
        Q_EMIT shares_.filesKept(shareId(), shares_.lastNumber(), QString::fromStdString(saved));
        Q_EMIT shares_.transferEnded(shareId(), shares_.lastNumber(), Ending::Done);
        const auto all = rows();
        return **std::find_if(all.begin(), all.end(), [](TransferRow* row) {
            return row->findChild<QPushButton*>(QStringLiteral("openTakenButton"))->property("used").isNull();
        });
    };
    const auto press = [](TransferRow& row, const char* name) {
        auto* pressed = row.findChild<QPushButton*>(QLatin1String(name));
        pressed->setProperty("used", true);
        pressed->click();
    };
    auto& script = take("run.sh");
    press(script, "openTakenButton");
    EXPECT_TRUE(launcher_.started.empty());
    EXPECT_TRUE(words("shareNews").contains(QStringLiteral("program")));
    auto& letter = take("letter.pdf");
    press(letter, "showTakenButton");
    EXPECT_EQ(launcher_.started.back(), (std::vector<std::string>{"viewer", mine_}));
}

TEST_F(Browsing, LeavesFilesByDropAndByPasteWhereTheLevelAllowsIt) {
    auto& browser = begin();
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(QStringLiteral("/home/x/报告.pdf"))});
    const auto drop = [&] {
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&browser, &enter);
        if (!enter.isAccepted())
            return;
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&browser, &event);
    };
    drop();
    EXPECT_EQ(shares_.wanted, QStringList{QStringLiteral("put /home/x/报告.pdf")});
    Q_EMIT shares_.transferEnded(shareId(), shares_.lastNumber(), Ending::Done);
    ASSERT_EQ(rows().size(), 1);
    EXPECT_TRUE(words(*rows().front(), "transferState").contains(QStringLiteral("waits there")));

    auto* copied = new QMimeData;
    copied->setUrls(files.urls());
    QApplication::clipboard()->setMimeData(copied);
    browser.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&browser));
    QTest::keySequence(table(), QKeySequence::Paste);
    EXPECT_EQ(shares_.wanted.size(), 2);

    shares_.putFails = ErrorCode::Refused;
    drop();
    EXPECT_TRUE(words("shareNews").contains(QStringLiteral("报告.pdf")));
    shares_.view(viewedShare(ShareLevel::Take));
    drop();
    EXPECT_EQ(shares_.wanted.size(), 2);
}

TEST_F(Browsing, SaysThatTheConnectionIsLostAndGoesOnByItself) {
    begin();
    auto share = viewedShare();
    share.connected = false;
    shares_.view(share);
    EXPECT_TRUE(notice().contains(QStringLiteral("by itself")));
    EXPECT_FALSE(table()->isEnabled());
    const auto lists = shares_.lists.size();
    share.connected = true;
    shares_.view(share);
    EXPECT_EQ(notice(), QString());
    EXPECT_TRUE(table()->isEnabled());
    EXPECT_EQ(shares_.lists.size(), lists + 1);
}

TEST_F(Browsing, StaysWithTheReasonWhenTheShareEnds) {
    begin();
    places_[client::ContactId{2}] = QString::fromStdString(mine_);
    choose(1);
    button("takeFilesButton")->click();
    Q_EMIT shares_.progressed(shareId(), {shares_.lastNumber(), 1, 4'000'000, true, 0, 1'000'000, 0, 0});
    auto share = viewedShare();
    share.ended = client::SessionEnd::Stopped;
    shares_.view(share);
    EXPECT_EQ(notice(), QStringLiteral("Grandma has stopped sharing. What you have taken stays with you."));
    EXPECT_FALSE(table()->isEnabled());
    EXPECT_EQ(words(*rows().front(), "transferState"),
              QStringLiteral("Not finished, because the sharing ended: 1.0 MB of 4.0 MB"));
    EXPECT_FALSE(button("takeFilesButton")->isEnabled());
    EXPECT_EQ(button("leaveShareButton")->text(), QStringLiteral("Close"));
    button("leaveShareButton")->click();
    EXPECT_EQ(shown<ShareBrowser>(), nullptr);
    EXPECT_FALSE(shares_.wanted.contains(QStringLiteral("leave")));
}

TEST_F(Browsing, OpensAgainWhatWasOpenWhenTheWindowsAreMadeAnew) {
    const ShareTools tools{shares_, record_, places_, random_, programs_, launcher_};
    shares_.host(test::hostedShare(2));
    auto windows = std::make_unique<ShareWindows>(tools);
    windows->openHosted(shareId(2));
    windows->openLeftFiles();
    const auto opened = windows->opened();
    windows = nullptr;
    EXPECT_EQ(shown<HostedShareWindow>(), nullptr);
    EXPECT_EQ(shown<LeftFilesWindow>(), nullptr);
    windows = std::make_unique<ShareWindows>(tools);
    windows->open(opened);
    EXPECT_NE(shown<HostedShareWindow>(), nullptr);
    EXPECT_NE(shown<LeftFilesWindow>(), nullptr);
}

TEST_F(Browsing, AsksBeforeItLeavesTransfersBehind) {
    auto& browser = begin();
    places_[client::ContactId{2}] = QString::fromStdString(mine_);
    choose(1);
    button("takeFilesButton")->click();
    const auto answer = [](const char* name) {
        QTimer::singleShot(0, qApp, [name] {
            auto* box = QApplication::activeModalWidget();
            ASSERT_NE(box, nullptr);
            box->findChild<QPushButton*>(QLatin1String(name))->click();
        });
    };
    answer("cancelButton");
    browser.close();
    EXPECT_TRUE(browser.isVisible());
    EXPECT_FALSE(shares_.wanted.contains(QStringLiteral("leave")));
    answer("confirmButton");
    browser.close();
    EXPECT_EQ(shown<ShareBrowser>(), nullptr);
    EXPECT_TRUE(shares_.wanted.contains(QStringLiteral("leave")));
}

TEST_F(Browsing, LeavesWithoutAQuestionWhenNothingRuns) {
    begin().close();
    EXPECT_EQ(shares_.wanted, QStringList{QStringLiteral("leave")});
}

// S49
TEST_F(Browsing, S49_HostileNamesStayOneLineOfPlainText) {
    begin();
    for (const auto& name : test::hostileStrings()) {
        auto share = viewedShare();
        share.receiverName = share.name = name;
        share.connected = false;
        shares_.view(share);
        auto* browser = shown<ShareBrowser>();
        EXPECT_FALSE(browser->windowTitle().contains(QLatin1Char('\n')));
        EXPECT_LE(browser->windowTitle().size(), 100);
        EXPECT_LE(browser->minimumSizeHint().width(), 1200);
        for (const auto* label : browser->findChildren<QLabel*>())
            EXPECT_EQ(label->textFormat(), Qt::PlainText);
    }
}

}  // namespace
}  // namespace sesame::app
