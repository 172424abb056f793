// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/share_model.h"

#include "app/share_list.h"
#include "hostile_strings.h"
#include "sample_shares.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

namespace sesame::app {
namespace {

using share::Ending;
using State = ShareModel::State;

class Listing : public ::testing::Test {
  protected:
    bool open(const std::string& folder = {}) {
        model_.open(folder);
        return settled();
    }
    bool settled() {
        return QTest::qWaitFor([this] { return model_.state() != State::Waiting; }, 5000);
    }
    /// Fetched, if need be.
    QString name(int row) {
        EXPECT_TRUE(QTest::qWaitFor([&] { return model_.entry(row) != nullptr; }, 5000)) << row;
        return model_.index(row, ShareModel::Name).data().toString();
    }
    void finish() {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    test::FakeShares shares_;
    ShareModel model_{shares_, test::shareId()};
    QAbstractItemModelTester tester_{&model_, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

// M37: a folder of 100,000 files.
TEST_F(Listing, M37_FetchesOnlyWhatIsSeen) {
    shares_.folders[""] = test::manyFiles(100'000);
    ShareModel model(shares_, test::shareId());
    ShareList list(model, QStringLiteral("Grandma"));
    list.resize(700, 500);
    list.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&list));
    model.open({});
    auto* table = list.findChild<QTableView*>(QStringLiteral("shareTable"));
    const auto seen = [&](int row) {
        return QTest::qWaitFor([&] { return model.index(row, 0).data() != QStringLiteral("…"); }, 5000);
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.rowCount() == 100'000; }, 5000));
    ASSERT_TRUE(seen(0));
    finish();
    EXPECT_EQ(shares_.pages.size(), 1U);
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
    ASSERT_TRUE(seen(99'999));
    EXPECT_EQ(model.index(99'999, 0).data().toString(), QStringLiteral("photo 99999.jpg"));
    // A hand on the scroll bar: what is scrolled past before it comes is not fetched.
    for (int i = 0; i < 200; ++i) {
        table->verticalScrollBar()->setValue(i * table->verticalScrollBar()->maximum() / 200);
        table->grab();
    }
    ASSERT_TRUE(seen(99'400));
    finish();
    EXPECT_LE(shares_.pages.size(), 10U);
    for (const auto& page : shares_.pages)
        EXPECT_LE(page.count, quint32(ShareModel::kPage));
}

TEST_F(Listing, ForgetsPagesThatNobodyLooksAt) {
    const int pages = int(ShareModel::kKeptPages) + 10;
    shares_.folders[""] = test::manyFiles(std::size_t(pages * ShareModel::kPage));
    ASSERT_TRUE(open());
    for (int page = 0; page < pages; ++page)
        name(page * ShareModel::kPage);
    const auto asked = shares_.pages.size();
    EXPECT_EQ(asked, std::size_t(pages));
    name((pages - 1) * ShareModel::kPage);
    EXPECT_EQ(shares_.pages.size(), asked);
    // The first page is looked at again and again by the tester of models.
    EXPECT_EQ(name(ShareModel::kPage), QStringLiteral("photo 200.jpg"));
    EXPECT_EQ(shares_.pages.size(), asked + 1);
}

TEST_F(Listing, GoesOnWhereAServerGivesLess) {
    shares_.folders[""] = test::manyFiles(150);
    shares_.mostInPage = 40;
    ASSERT_TRUE(open());
    EXPECT_EQ(name(149), QStringLiteral("photo 149.jpg"));
    EXPECT_EQ(name(75), QStringLiteral("photo 75.jpg"));
    EXPECT_EQ(shares_.pages.size(), 4U);
}

TEST_F(Listing, DoesNotAskForEverWhatNeverComes) {
    shares_.folders[""] = test::manyFiles(150);
    shares_.mostInPage = 0;
    ASSERT_TRUE(open());
    EXPECT_EQ(model_.entry(0), nullptr);
    finish();
    EXPECT_EQ(model_.entry(0), nullptr);
    finish();
    EXPECT_EQ(shares_.pages.size(), 1U);
}

TEST_F(Listing, LetsTheServerSortAndSearch) {
    shares_.folders[""] = test::manyFiles(3);
    ASSERT_TRUE(open());
    model_.sort(ShareModel::Size, Qt::DescendingOrder);
    EXPECT_EQ(shares_.lists.back().order, share::Order::Size);
    EXPECT_TRUE(shares_.lists.back().descending);
    EXPECT_EQ(model_.rowCount(), 3);  // what was there stays until the answer comes
    model_.sort(ShareModel::Changed, Qt::AscendingOrder);
    EXPECT_EQ(shares_.lists.back().order, share::Order::Time);
    model_.search(QStringLiteral("  照片 "));
    EXPECT_EQ(shares_.lists.back().search, "照片");
    EXPECT_TRUE(shares_.lists.back().tree);
    EXPECT_EQ(shares_.lists.back().order, share::Order::Time);
    const auto asked = shares_.lists.size();
    model_.search(QStringLiteral("照片"));
    EXPECT_EQ(shares_.lists.size(), asked);
    model_.search({});
    EXPECT_FALSE(shares_.lists.back().tree);
}

TEST_F(Listing, TakesTheLatestAnswerOnly) {
    shares_.answers = false;
    shares_.folders["a"] = test::manyFiles(3);
    model_.open("a");
    const auto first = shares_.lastNumber();
    model_.search(QStringLiteral("x"));
    Q_EMIT shares_.listed(test::shareId(), first, {3, 0, false});
    EXPECT_EQ(model_.state(), State::Waiting);
    Q_EMIT shares_.listed(test::shareId(2), shares_.lastNumber(), {3, 0, false});
    EXPECT_EQ(model_.state(), State::Waiting);
    Q_EMIT shares_.listed(test::shareId(), shares_.lastNumber(), {1, 2, true});
    EXPECT_EQ(model_.state(), State::Listed);
    EXPECT_EQ(model_.rowCount(), 1);
    EXPECT_EQ(model_.listed().leftOut, 2U);
}

// S47: the other side may be anybody.
TEST_F(Listing, S47_ShowsNothingThatWasNotAskedFor) {
    shares_.answers = false;
    model_.open({});
    const auto listing = shares_.lastNumber();
    Q_EMIT shares_.listed(test::shareId(), listing, {std::uint64_t(1) << 63, 0, false});
    EXPECT_EQ(model_.rowCount(), ShareModel::kMostRows);
    EXPECT_TRUE(model_.listed().cutShort);
    const auto many = test::manyFiles(5000);
    Q_EMIT shares_.entriesCame(test::shareId(), listing, 0, many);
    EXPECT_EQ(model_.entry(0), nullptr);
    finish();
    ASSERT_EQ(shares_.pages.size(), 1U);
    Q_EMIT shares_.entriesCame(test::shareId(), listing, 7, many);
    Q_EMIT shares_.entriesCame(test::shareId(), listing, quint64(-1), many);
    Q_EMIT shares_.entriesCame(test::shareId(), listing + 1, 0, many);
    EXPECT_EQ(model_.entry(0), nullptr);
    Q_EMIT shares_.entriesCame(test::shareId(), listing, 0, many);
    EXPECT_NE(model_.entry(ShareModel::kPage - 1), nullptr);
    EXPECT_EQ(model_.entry(ShareModel::kPage), nullptr);
}

// S49
TEST_F(Listing, S49_ShowsHostileNamesAsOneLineOfHonestText) {
    auto& entries = shares_.folders[""];
    for (const auto& name : test::hostileStrings())
        entries.push_back({name.toStdString(), entries.size() % 2 == 0, 1, 0, 0});
    entries.push_back({"\xff\xfe not text \x01\x1b[31m\r\n", false, 1, 0, 0});
    entries.push_back({"photo\u202Egpj.exe", false, 1, 0, 0});
    ASSERT_TRUE(open());
    for (int row = 0; row < model_.rowCount(); ++row) {
        const auto shown = name(row);
        EXPECT_LE(shown.size(), 401);
        const bool steers = std::any_of(shown.begin(), shown.end(), [](QChar c) {
            const bool joins = c == QChar(0x200D);  // in emoji
            return !joins && (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format);
        });
        EXPECT_FALSE(steers) << shown.toStdString();
        EXPECT_FALSE(model_.index(row, 0).data(Qt::ToolTipRole).isValid());
    }
    EXPECT_EQ(name(model_.rowCount() - 1), QString::fromUtf8("photo\uFFFDgpj.exe"));
    // Whatever is shown, what is asked for is the very name.
    EXPECT_EQ(model_.pathOf(*model_.entry(model_.rowCount() - 1)), "photo\u202Egpj.exe");
}

TEST_F(Listing, ListsAnewWhenTheServerHasForgotten) {
    shares_.folders[""] = test::manyFiles(300);
    ASSERT_TRUE(open());
    const auto lists = shares_.lists.size();
    Q_EMIT shares_.refused(test::shareId(), shares_.lastNumber(), Ending::Expired);
    EXPECT_EQ(shares_.lists.size(), lists + 1);
    ASSERT_TRUE(settled());
    EXPECT_EQ(name(250), QStringLiteral("photo 250.jpg"));
    // One that forgets at once is not asked for ever.
    for (int i = 0; i < 10 && model_.state() != State::Refused; ++i) {
        Q_EMIT shares_.refused(test::shareId(), shares_.lastNumber(), Ending::Expired);
        ASSERT_TRUE(settled());
    }
    EXPECT_EQ(model_.state(), State::Refused);
}

TEST_F(Listing, SaysInWordsWhatIsNotThere) {
    ShareList list(model_, QStringLiteral("Grandma"));
    list.resize(700, 400);
    list.setRoot(QStringLiteral("Photos"));
    list.show();
    const auto words = [&](const char* label) {
        const auto* found = list.findChild<QLabel*>(QLatin1String(label));
        return found->isVisible() ? found->text() : QString();
    };
    shares_.folders[""] = test::manyFiles(2);
    shares_.folders["empty"] = {};
    ASSERT_TRUE(open());
    EXPECT_EQ(words("shareSentence"), QString());
    EXPECT_EQ(words("shareCounts"), QStringLiteral("2 files and folders"));
    ASSERT_TRUE(open("empty"));
    EXPECT_EQ(words("shareSentence"), QStringLiteral("This folder is empty."));
    EXPECT_EQ(words("shareWay"), QString::fromUtf8("Photos  ›  empty"));
    ASSERT_TRUE(open("gone"));
    EXPECT_EQ(words("shareSentence"), QStringLiteral("This folder is not there any more, or is not shared."));
    ASSERT_TRUE(open("empty"));
    list.findChild<QLineEdit*>()->setText(QStringLiteral("<b>x"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return model_.searches() && model_.state() == State::Listed; }, 5000));
    EXPECT_EQ(words("shareSentence"), QStringLiteral("Nothing here or below has “<b>x” in its name."));
    shares_.extra = {0, 3, true};
    ASSERT_TRUE(open());
    EXPECT_TRUE(words("shareCounts").contains(QStringLiteral("3 left out")));
    EXPECT_TRUE(words("shareCounts").contains(QStringLiteral("more than can be listed")));
}

TEST_F(Listing, IsWalkedThroughWithKeysAlone) {
    ShareList list(model_, QStringLiteral("Grandma"));
    list.resize(700, 400);
    list.show();
    list.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&list));
    shares_.folders[""] = {{"2024", true, 0, 0, 0}, {"a.txt", false, 4, 0, 0}};
    shares_.folders["2024"] = {{"夏天", true, 0, 0, 0}};
    shares_.folders["2024/夏天"] = test::manyFiles(2);
    auto* table = list.findChild<QTableView*>(QStringLiteral("shareTable"));
    table->setFocus();
    const auto enter = [&] {
        name(0);
        finish();
        QTest::keyClick(table, Qt::Key_Return);
        return settled();
    };
    ASSERT_TRUE(open());
    ASSERT_TRUE(enter());
    EXPECT_EQ(model_.folder(), "2024");
    ASSERT_TRUE(enter());
    EXPECT_EQ(model_.folder(), "2024/夏天");
    int takes = 0;
    QObject::connect(&list, &ShareList::takeWanted, &list, [&takes] { ++takes; });
    ASSERT_TRUE(enter());
    EXPECT_EQ(takes, 1);
    EXPECT_EQ(list.chosenRows(9), QList<int>{0});
    QTest::keyClick(table, Qt::Key_Backspace);
    EXPECT_EQ(model_.folder(), "2024");
    QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(model_.folder(), "");
    ASSERT_TRUE(settled());
    table->horizontalHeader()->setSortIndicator(ShareModel::Size, Qt::DescendingOrder);
    EXPECT_EQ(shares_.lists.back().order, share::Order::Size);
}

}  // namespace
}  // namespace sesame::app
