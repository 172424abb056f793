// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/search_window.h"

#include "app/plain_label.h"

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QListWidget>
#include <QTest>

namespace sesame::app {
namespace {

/// So many messages, each with the words that are looked for.
struct Search : testing::Test {
    int said = 3;
    QStringList asked;
    QList<qint64> chosen;
    SearchWindow window{[this](const QString& what) {
        asked << what;
        QList<Found> out;
        for (int i = 0; i < std::min(said, SearchWindow::kMost + 1); ++i)
            out.append({QStringLiteral("Anna"),
                        {},
                        QStringLiteral("%1 %2").arg(what).arg(i),
                        QDateTime::fromMSecsSinceEpoch(1'795'000'000'000),
                        client::ContactId{1},
                        {},
                        i});
        return out;
    }};
    QLineEdit* words = window.findChild<QLineEdit*>(QStringLiteral("searchWordsEdit"));
    QListWidget* list = window.findChild<QListWidget*>(QStringLiteral("foundList"));

    void SetUp() override {
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        QObject::connect(&window, &SearchWindow::chosen, &window,
                         [this](const Found& found) { chosen << found.order; });
        window.show();
    }
    QString told() const {
        const auto labels = window.findChildren<PlainLabel*>();
        return labels.isEmpty() ? QString() : labels.last()->text();
    }
};

TEST_F(Search, AsksForNothingWhileNothingIsWritten) {
    EXPECT_TRUE(asked.isEmpty());
    EXPECT_EQ(list->count(), 0);
    EXPECT_TRUE(told().contains(QStringLiteral("In all conversations")));
}

TEST_F(Search, LooksOnceAPersonRests) {
    QTest::keyClicks(words, QStringLiteral("window"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return list->count() == 3; }));
    EXPECT_EQ(asked, QStringList{QStringLiteral("window")});
    EXPECT_TRUE(list->item(0)->text().startsWith(QStringLiteral("Anna, ")));
    EXPECT_TRUE(list->item(0)->text().endsWith(QStringLiteral("window 0")));
    EXPECT_EQ(told(), QStringLiteral("Messages: 3"));
}

TEST_F(Search, EnterTakesTheNewestAndDownLeadsIntoTheList) {
    QTest::keyClicks(words, QStringLiteral("window"));
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_EQ(chosen, QList<qint64>{0});
    QTest::keyClick(words, Qt::Key_Down);
    EXPECT_EQ(window.focusWidget(), list);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    EXPECT_EQ(chosen, (QList<qint64>{0, 1}));
}

TEST_F(Search, SaysThatThereAreMoreOrNone) {
    said = 1000;
    window.setWords(QStringLiteral("the"));
    EXPECT_EQ(list->count(), SearchWindow::kMost);
    EXPECT_TRUE(told().contains(QStringLiteral("newest 100")));
    said = 0;
    window.setWords(QStringLiteral("zebra"));
    EXPECT_EQ(list->count(), 0);
    EXPECT_EQ(told(), QStringLiteral("Nothing was said with these words."));
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_TRUE(chosen.isEmpty());
}

TEST(Excerpt, HasTheWordInSight) {
    const QString far = QString(500, u'a') + QStringLiteral(" the Window is open ") + QString(500, u'b');
    EXPECT_TRUE(excerpt(far, QStringLiteral("window")).contains(QStringLiteral("Window is open")));
    EXPECT_TRUE(excerpt(far, QStringLiteral("window")).startsWith(QStringLiteral("…")));
    EXPECT_EQ(excerpt(QStringLiteral("你好，窗户开了"), QStringLiteral("窗户")),
              QStringLiteral("你好，窗户开了"));
    EXPECT_FALSE(excerpt(far, QStringLiteral("zebra")).startsWith(QStringLiteral("…")));
}

}  // namespace
}  // namespace sesame::app
