// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_card.h"

#include "app/bubble.h"
#include "app/composer.h"
#include "app/media_box.h"
#include "app/message_edit.h"
#include "support/fake_clock.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>
#include <QUrl>

namespace sesame::app {
namespace {

using client::Direction;
using client::FileState;

client::MessageView fileMessage(Direction direction, FileState state) {
    client::MessageView out;
    out.kind = client::MessageKind::File;
    out.direction = direction;
    out.file = client::FileView{QStringLiteral("旅行照片 2024.jpg"),      4'000'000, state, 1'000'000, {},
                                QStringLiteral("What becomes of it now.")};
    return out;
}

QStringList buttonsOf(const FileCard& card) {
    QStringList out;
    for (const auto* button : card.findChildren<QPushButton*>())
        if (button->isVisibleTo(&card))
            out << button->accessibleName();
    return out;
}

TEST(FileCard, OffersToSendBackWhatIsWaitedFor) {
    auto saved = fileMessage(Direction::Incoming, FileState::Done);
    EXPECT_EQ(actsFor(saved), (std::vector{FileAct::Open, FileAct::ShowFolder}));
    saved.file->wantedBack = true;
    EXPECT_EQ(actsFor(saved), (std::vector{FileAct::SendBack, FileAct::Open, FileAct::ShowFolder}));
}

TEST(FileCard, OffersWhatMeansSomethingNow) {
    const struct {
        Direction direction;
        FileState state;
        QStringList buttons;
    } cases[] = {
        {Direction::Incoming, FileState::Offered, {"Save", "No, thank you"}},
        {Direction::Incoming, FileState::Moving, {"Cancel"}},
        {Direction::Incoming, FileState::Done, {"Open", "Show in folder"}},
        {Direction::Incoming, FileState::Failed, {"Try again", "Save in another folder…", "No, thank you"}},
        {Direction::Incoming, FileState::Cancelled, {}},
        {Direction::Incoming, FileState::Declined, {}},
        {Direction::Incoming, FileState::Expired, {}},
        {Direction::Outgoing, FileState::Moving, {"Cancel"}},
        {Direction::Outgoing, FileState::Waiting, {"Cancel"}},
        {Direction::Outgoing, FileState::Done, {}},
        {Direction::Outgoing, FileState::Failed, {"Try again"}},
        {Direction::Outgoing, FileState::Cancelled, {}},
    };
    for (const auto& one : cases) {
        MediaDesk desk;
        const FileCard card(fileMessage(one.direction, one.state), desk);
        EXPECT_EQ(buttonsOf(card), one.buttons) << int(one.direction) << ' ' << int(one.state);
    }
}

TEST(FileCard, SaysWhatWasPressed) {
    MediaDesk desk;
    FileCard card(fileMessage(Direction::Incoming, FileState::Offered), desk);
    std::vector<FileAct> pressed;
    QObject::connect(&card, &FileCard::wanted, &card, [&](FileAct act) { pressed.push_back(act); });
    for (auto* button : card.findChildren<QPushButton*>())
        if (button->isVisibleTo(&card))
            button->click();
    EXPECT_EQ(pressed, (std::vector{FileAct::Save, FileAct::Decline}));
}

TEST(FileCard, ShowsHowMuchHasMovedOnlyWhileItMoves) {
    MediaDesk desk;
    FileCard card(fileMessage(Direction::Incoming, FileState::Moving), desk);
    const auto* bar = card.findChild<QProgressBar*>();
    EXPECT_FALSE(bar->isHidden());
    EXPECT_EQ(bar->value() * 4, bar->maximum());
    card.show(fileMessage(Direction::Incoming, FileState::Done));
    EXPECT_TRUE(bar->isHidden());
}

TEST(FileCard, NeedsMoreHeightWhereItIsNarrow) {
    auto message = fileMessage(Direction::Incoming, FileState::Offered);
    message.file->name = QString(120, QChar(0x957f));
    MediaDesk desk;
    FileCard card(message, desk);
    EXPECT_GT(card.heightFor(240), card.heightFor(800));
}

// At some text sizes it was to be seen around the card.
TEST(FileCard, HasNoBubbleBehindIt) {
    const auto message = fileMessage(Direction::Incoming, FileState::Offered);
    QImage image(600, 200, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const auto empty = image;
    QPainter painter(&image);
    Bubble::layOut(message, false, image.rect(), QApplication::font())
        .paint(painter, message, QApplication::font(), false);
    painter.end();
    EXPECT_EQ(image, empty);
}

// A file from the clipboard is no text, whatever else the clipboard holds.
TEST(Composer, TakesPastedFilesAndPicturesForWhatTheyAre) {
    const sesame::test::FakeClock clock;
    Composer composer(clock);
    QStringList files;
    QSize picture;
    QObject::connect(&composer, &Composer::filesGiven, &composer, [&](const auto& paths) { files = paths; });
    QObject::connect(&composer, &Composer::pictureGiven, &composer,
                     [&](const QImage& image) { picture = image.size(); });
    auto* edit = composer.findChild<MessageEdit*>();
    auto* data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(QStringLiteral("/home/mum/信.txt"))});
    data->setText(QStringLiteral("/home/mum/信.txt"));
    QApplication::clipboard()->setMimeData(data);
    edit->paste();
    EXPECT_EQ(files, QStringList(QStringLiteral("/home/mum/信.txt")));
    QImage image(30, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    QApplication::clipboard()->setImage(image);
    edit->paste();
    EXPECT_EQ(picture, QSize(30, 20));
    EXPECT_EQ(edit->toPlainText(), QString());
    data = new QMimeData;
    data->setUrls({QUrl(QStringLiteral("https://example.org/a"))});
    data->setText(QStringLiteral("https://example.org/a"));
    QApplication::clipboard()->setMimeData(data);
    edit->paste();
    EXPECT_EQ(edit->toPlainText(), QStringLiteral("https://example.org/a"));
}

}  // namespace
}  // namespace sesame::app
