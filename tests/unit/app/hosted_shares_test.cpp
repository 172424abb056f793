// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hosted_shares.h"

#include "app/folder_dialog.h"
#include "app/hosted_share_window.h"
#include "app/left_files_window.h"
#include "app/share_bar.h"
#include "app/share_bars.h"
#include "app/transfer_row.h"
#include "hostile_strings.h"
#include "sample_shares.h"
#include "support/fake_clock.h"
#include "support/temp_tree.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace sesame::app {
namespace {

using test::hostedShare;
using test::shareId;
using trigger::ShareLevel;

class Sharing : public ::testing::Test {
  protected:
    Sharing() { bars_.show(); }
    template <typename Window>
    static Window* shown() {
        for (auto* window : QApplication::topLevelWidgets())
            if (auto* found = qobject_cast<Window*>(window); found && found->isVisible())
                return found;
        return nullptr;
    }
    QList<ShareBar*> bars() {
        auto all = bars_.findChildren<ShareBar*>();
        all.removeIf([](const ShareBar* bar) { return bar->isHidden(); });
        return all;
    }
    static QString words(const QWidget& in, const char* label) {
        const auto* found = in.findChild<QLabel*>(QLatin1String(label));
        return found->isHidden() ? QString() : found->text();
    }
    static QPushButton* button(const QWidget& in, const char* name) {
        return in.findChild<QPushButton*>(QLatin1String(name));
    }
    void leave(const std::string& id, const std::string& name) {
        shares_.waiting.push_back({id, name, 2'000'000, 0, 1'700'000'000'000, "Anna"});
        Q_EMIT shares_.quarantineChanged();
    }

    sesame::test::FakeClock clock_;
    test::FakeShares shares_;
    ShareRecord record_{shares_, clock_};
    HostedShares windows_{shares_, record_};
    ShareBars bars_{shares_};
};

TEST_F(Sharing, ShowsABarForAsLongAsItRuns) {
    EXPECT_TRUE(bars().isEmpty());
    auto share = hostedShare();
    share.taken = 3;
    share.takenBytes = 2'900'000;
    shares_.host(share);
    ASSERT_EQ(bars().size(), 1);
    EXPECT_EQ(words(*bars().front(), "shareBarWho"),
              QStringLiteral("Anna may see and take what is in “Photos”"));
    EXPECT_EQ(words(*bars().front(), "shareBarState"),
              QStringLiteral("25 minutes left · files taken so far: 3 (2.9 MB)"));
    EXPECT_TRUE(bars().front()->accessibleName().contains(QStringLiteral("Photos")));
    share.connected = false;
    shares_.host(share);
    EXPECT_TRUE(words(*bars().front(), "shareBarState").startsWith(QStringLiteral("Waiting")));
    shares_.stop(share.id);
    EXPECT_TRUE(bars().isEmpty());
}

// M13: the press itself, not the release.
TEST_F(Sharing, M13_StopIsAskedForAtThePress) {
    shares_.host(hostedShare());
    QTest::mousePress(button(*bars().front(), "shareBarStopButton"), Qt::LeftButton);
    EXPECT_EQ(shares_.wanted, QStringList{QStringLiteral("stop")});
    EXPECT_TRUE(bars().isEmpty());
}

TEST_F(Sharing, LeavesRoomWhereVeryMuchIsShared) {
    for (unsigned number = 1; number <= 6; ++number)
        shares_.host(hostedShare(number));
    EXPECT_EQ(bars().size(), ShareBars::kMostBars);
    auto* rest = button(bars_, "stopRestButton");
    EXPECT_TRUE(rest->isVisible());
    QTest::mousePress(rest, Qt::LeftButton);
    EXPECT_EQ(shares_.own.size(), std::size_t(ShareBars::kMostBars));
    EXPECT_TRUE(shares_.own.count(shareId(6)) == 1);
    EXPECT_FALSE(rest->isVisible());
}

TEST_F(Sharing, SaysEveryLevelInItsOwnWords) {
    QSet<QString> said;
    for (const auto level : {ShareLevel::Look, ShareLevel::Take, ShareLevel::Put}) {
        shares_.host(hostedShare(1, level));
        said << words(*bars().front(), "shareBarWho");
    }
    EXPECT_EQ(said.size(), 3);
}

TEST_F(Sharing, ListsWhatIsTakenAsItHappens) {
    shares_.host(hostedShare());
    Q_EMIT shares_.filesMoved(shareId(), {{7, true, QStringLiteral("2024/a.jpg"), 1000}});
    windows_.open(shareId());
    auto* window = shown<HostedShareWindow>();
    ASSERT_NE(window, nullptr);
    EXPECT_EQ(words(*window, "hostedSharePath"), QStringLiteral("/home/mum/Photos"));
    const auto* rows = window->findChild<QTableView*>(QStringLiteral("movedTable"))->model();
    ASSERT_EQ(rows->rowCount(), 1);
    EXPECT_EQ(rows->index(0, 0).data(), QStringLiteral("2024/a.jpg"));
    Q_EMIT shares_.filesMoved(shareId(), {{7, true, QStringLiteral("2024/b.jpg"), 1000},
                                          {8, false, QStringLiteral("letter.txt"), 0}});
    ASSERT_EQ(rows->rowCount(), 3);
    EXPECT_EQ(rows->index(0, 0).data(), QStringLiteral("letter.txt"));
    EXPECT_EQ(rows->index(0, 1).data(), QStringLiteral("left for you"));
    // "Stop this one" stops one.
    auto running = window->findChildren<TransferRow*>();
    ASSERT_EQ(running.size(), 2);
    button(*running.back(), "stopTransferButton")->click();
    EXPECT_TRUE(shares_.wanted.back().startsWith(QStringLiteral("stop transfer")));
    Q_EMIT shares_.transferEnded(shareId(), 7, share::Ending::Cancelled);
    Q_EMIT shares_.transferEnded(shareId(), 8, share::Ending::Done);
    running = window->findChildren<TransferRow*>();
    EXPECT_TRUE(std::all_of(running.begin(), running.end(), [](auto* row) { return row->isHidden(); }));
    QTest::mousePress(button(*window, "hostedShareStopButton"), Qt::LeftButton);
    EXPECT_EQ(shares_.wanted.back(), QStringLiteral("stop"));
    EXPECT_TRUE(window->isVisible());
    EXPECT_EQ(rows->rowCount(), 3);
    window->close();
}

TEST_F(Sharing, KeepsNoMoreThanTheLatest) {
    shares_.host(hostedShare());
    windows_.open(shareId());
    const auto* rows =
        shown<HostedShareWindow>()->findChild<QTableView*>(QStringLiteral("movedTable"))->model();
    std::vector<client::MovedFile> files;
    for (int i = 0; i < 2500; ++i)
        files.push_back({share::TransferNumber(i % 16), true, QStringLiteral("f%1").arg(i), 1});
    for (int i = 0; i < 3; ++i)
        Q_EMIT shares_.filesMoved(shareId(), files);
    EXPECT_EQ(rows->rowCount(), int(ShareRecord::kMostFiles));
    EXPECT_EQ(rows->index(0, 0).data(), QStringLiteral("f2499"));
    for (share::TransferNumber i = 0; i < 300; ++i) {
        Q_EMIT shares_.filesMoved(shareId(), {{i, true, QStringLiteral("x"), 1}});
        Q_EMIT shares_.transferEnded(shareId(), i, share::Ending::Done);
    }
    EXPECT_EQ(record_.transfers(shareId()).size(), ShareRecord::kMostTransfers);
    shown<HostedShareWindow>()->close();
}

// S34
TEST_F(Sharing, S34SaysThatFilesWaitAndKeepsOrDeletesThem) {
    sesame::test::TempTree tree;
    LeftFilesWindow window(shares_);
    window.show();
    EXPECT_FALSE(words(window, "noLeftFiles").isEmpty());
    auto* look = button(bars_, "leftFilesButton");
    EXPECT_FALSE(look->isVisible());
    leave("aa", "letter.txt");
    leave("bb", "dir/\u202Egpj.exe");
    ASSERT_TRUE(QTest::qWaitFor([&] { return look->isVisible(); }, 5000));
    auto* table = window.findChild<QTableView*>(QStringLiteral("leftFilesTable"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return table->model()->rowCount() == 2; }, 5000));
    EXPECT_TRUE(words(window, "noLeftFiles").isEmpty());
    EXPECT_EQ(table->model()->index(1, 0).data().toString(), QString::fromUtf8("dir/\uFFFDgpj.exe"));
    EXPECT_FALSE(button(window, "keepFileButton")->isEnabled());

    table->selectRow(0);
    button(window, "keepFileButton")->click();
    auto* dialog = shown<FolderDialog>();
    ASSERT_NE(dialog, nullptr);
    dialog->findChild<QLineEdit*>()->setText(QString::fromStdString(tree.root()));
    button(*dialog, "takeFolderButton")->click();
    EXPECT_EQ(shares_.wanted,
              QStringList{QStringLiteral("accept aa to ") + QString::fromStdString(tree.root())});
    EXPECT_FALSE(button(window, "keepFileButton")->isEnabled());
    Q_EMIT shares_.accepted("aa", QStringLiteral("/home/mum/letter.txt"));
    EXPECT_EQ(words(window, "leftFilesNews"), QStringLiteral("Kept as /home/mum/letter.txt"));
    shares_.waiting.erase(shares_.waiting.begin());
    Q_EMIT shares_.quarantineChanged();
    ASSERT_TRUE(QTest::qWaitFor([&] { return table->model()->rowCount() == 1; }, 5000));

    QTimer::singleShot(0, qApp, [] {
        QApplication::activeModalWidget()->findChild<QPushButton*>(QStringLiteral("confirmButton"))->click();
    });
    button(window, "deleteFileButton")->click();
    EXPECT_EQ(shares_.wanted.back(), QStringLiteral("discard bb"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !words(window, "noLeftFiles").isEmpty(); }, 5000));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !look->isVisible(); }, 5000));
}

TEST_F(Sharing, SaysOfSeveralFilesWhatCouldNotBeKept) {
    sesame::test::TempTree tree;
    for (const auto* id : {"aa", "bb", "cc"})
        leave(id, id);
    LeftFilesWindow window(shares_);
    window.show();
    const auto keepAll = [&] {
        window.findChild<QTableView*>(QStringLiteral("leftFilesTable"))->selectAll();
        button(window, "keepFileButton")->click();
        auto* dialog = shown<FolderDialog>();
        ASSERT_NE(dialog, nullptr);
        dialog->findChild<QLineEdit*>()->setText(QString::fromStdString(tree.root()));
        button(*dialog, "takeFolderButton")->click();
    };
    keepAll();
    Q_EMIT shares_.accepted("aa", QStringLiteral("/home/mum/aa"));
    Q_EMIT shares_.accepted("bb", Error{ErrorCode::Full, "full"});
    EXPECT_EQ(words(window, "leftFilesNews"), QStringLiteral("Being copied…"));
    Q_EMIT shares_.accepted("cc", QStringLiteral("/home/mum/cc"));
    EXPECT_EQ(words(window, "leftFilesNews"),
              QStringLiteral("1 of 3 files could not be kept: There is no room for it on the disk."));
    EXPECT_TRUE(button(window, "keepFileButton")->isEnabled());

    keepAll();
    for (const auto* id : {"aa", "bb", "cc"})
        Q_EMIT shares_.accepted(id, QStringLiteral("/home/mum/") + QLatin1String(id));
    EXPECT_EQ(words(window, "leftFilesNews"), QStringLiteral("Kept: 3 files, the latest as /home/mum/cc"));
}

TEST_F(Sharing, AnswersLaterUntilMoreIsLeft) {
    auto* later = button(bars_, "leftFilesLaterButton");
    leave("aa", "a");
    ASSERT_TRUE(QTest::qWaitFor([&] { return later->isVisible(); }, 5000));
    later->click();
    EXPECT_FALSE(later->isVisible());
    leave("bb", "b");
    EXPECT_TRUE(QTest::qWaitFor([&] { return later->isVisible(); }, 5000));
}

// S49
TEST_F(Sharing, S49_HostileNamesDoNotTouchTheButtons) {
    bars_.resize(700, 100);
    for (const auto& name : test::hostileStrings()) {
        auto share = hostedShare();
        share.helperName = name;
        share.path = QStringLiteral("/home/mum/") + name;
        shares_.host(share);
        bars_.grab();  // lays it out
        EXPECT_LE(bars_.sizeHint().height(), 400);
        for (const char* one : {"shareBarStopButton", "shareBarShowButton"}) {
            const auto* found = button(*bars().front(), one);
            EXPECT_GE(found->width(), found->sizeHint().width());
        }
        for (const auto* label : bars_.findChildren<QLabel*>())
            EXPECT_EQ(label->textFormat(), Qt::PlainText);
    }
}

}  // namespace
}  // namespace sesame::app
