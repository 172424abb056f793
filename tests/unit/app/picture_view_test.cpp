// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture_view.h"

#include "app/key_symbols.h"
#include "app/picture_place.h"
#include "sample_help.h"

#include <gtest/gtest.h>

#include <QInputMethodEvent>
#include <QTest>
#include <QWheelEvent>

namespace sesame::app {
namespace {

using desktop::KeySymbol;
using test::FakeViewer;
using trigger::RemoteLevel;

TEST(PicturePlace, FitsAllOfThePictureAndFindsEveryPixelAgain) {
    const auto place = PicturePlace::fitted(QRect(0, 0, 1280, 800), QSizeF(640, 600));
    EXPECT_DOUBLE_EQ(place.scale(), 0.5);
    EXPECT_EQ(place.target(), QRectF(0, 100, 640, 400));
    EXPECT_EQ(place.pixelAt({0.2, 100.2}), QPoint(0, 0));
    EXPECT_EQ(place.pixelAt({639.9, 499.9}), QPoint(1279, 799));
    EXPECT_EQ(place.pixelAt({-50, 10'000}), QPoint(0, 799));
    EXPECT_TRUE(place.placeOf(QRect(640, 400, 2, 2)).contains(QPoint(320, 300)));
}

TEST(PicturePlace, ShowsOneMonitorOfSeveral) {
    const auto place = PicturePlace::pixelByPixel(QRect(1280, 0, 800, 600), QSizeF(900, 700), 1.0);
    EXPECT_TRUE(place.exact());
    EXPECT_EQ(place.target().topLeft(), QPointF(50, 50));
    EXPECT_EQ(place.pixelAt({50, 50}), QPoint(1280, 0));
    EXPECT_TRUE(place.placeOf(QRect(0, 0, 1280, 600)).isEmpty());
    EXPECT_EQ(place.placeOf(QRect(1280, 0, 10, 10)), QRect(50, 50, 10, 10));
}

QKeyEvent pressOf(int key, const QString& text, quint32 native = 0,
                  Qt::KeyboardModifiers held = Qt::NoModifier) {
    return QKeyEvent(QEvent::KeyPress, key, held, 0, native, 0, text);
}

TEST(KeySymbols, AreThoseOfTheLocalLayout) {
    EXPECT_EQ(keySymbol(pressOf(Qt::Key_A, QStringLiteral("a"), 0x61)), KeySymbol(0x61));
    EXPECT_EQ(keySymbol(pressOf(Qt::Key_Adiaeresis, QStringLiteral("ä"), 0xe4)), KeySymbol(0xe4));
    EXPECT_EQ(keySymbol(pressOf(Qt::Key_Return, QStringLiteral("\r"))), KeySymbol(0xff0d));
    EXPECT_EQ(keySymbol(pressOf(Qt::Key_F5, {})), KeySymbol(0xffc2));
    EXPECT_EQ(keySymbol(pressOf(0, QStringLiteral("你"))), KeySymbol(0x01004f60));
    // With Control held the text is a control character.
    EXPECT_EQ(keySymbol(pressOf(Qt::Key_C, QStringLiteral("\x03"), 0, Qt::ControlModifier)), KeySymbol('c'));
}

TEST(KeySymbols, LeaveLocksAndInputMethodKeysHere) {
    for (const quint32 native : {0xffe5U, 0xff7fU, 0xff14U, 0xff20U, 0xff2aU, 0xfe51U, 0xfe08U})
        EXPECT_FALSE(keySymbol(pressOf(Qt::Key_unknown, {}, native))) << native;
}

TEST(KeySymbols, OfATextAreItsCharacters) {
    EXPECT_EQ(textSymbols(QStringLiteral("a你é\n")), (QList<KeySymbol>{'a', 0x01004f60, 0xe9, 0xff0d}));
    EXPECT_EQ(textSymbols(QString::fromUtf8("👩")), QList<KeySymbol>{0x0101f469});
    EXPECT_TRUE(textSymbols(QString(QChar(0xD800)) + QChar(0x7f) + QChar(0x1b)).isEmpty());
}

class Picture : public ::testing::Test {
  protected:
    Picture() {
        view_.resize(640, 400);
        view_.setViewer(viewer_);
        view_.show();
        view_.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&view_));
        view_.setFocus();
    }
    void press(int key, quint32 scan, quint32 native) { send(QEvent::KeyPress, key, scan, native); }
    void release(int key, quint32 scan, quint32 native) { send(QEvent::KeyRelease, key, scan, native); }
    void send(QEvent::Type type, int key, quint32 scan, quint32 native) {
        QKeyEvent event(type, key, Qt::NoModifier, scan, native, 0);
        QCoreApplication::sendEvent(&view_, &event);
    }
    void commit(const QString& text) {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(&view_, &event);
    }

    std::shared_ptr<FakeViewer> viewer_ = std::make_shared<FakeViewer>();
    PictureView view_;
    using Keys = std::vector<std::pair<KeySymbol, bool>>;
};

TEST_F(Picture, DrawsWhatChangedAndNothingElse) {
    const auto before = view_.grab().toImage();
    EXPECT_EQ(before.pixel(5, 5), 0xff204060);
    viewer_->fill({0, 0, 640, 400}, 0xffffffff);
    view_.pictureChanged({QRect(100, 100, 50, 20)});
    EXPECT_EQ(view_.snapshot().pixel(0, 0), 0xffffffff);
    EXPECT_EQ(view_.grab().toImage().pixel(120, 110), 0xffffffff);
}

TEST_F(Picture, IsScaledWhenTheWindowIsSmaller) {
    view_.resize(320, 300);
    QTest::mouseMove(&view_, QPoint(160, 150));
    view_.setLevel(RemoteLevel::Point);
    QTest::mousePress(&view_, Qt::LeftButton, {}, QPoint(160, 150));
    ASSERT_FALSE(viewer_->pointers.empty());
    EXPECT_EQ(viewer_->pointers.back().first, (desktop::Point{320, 200}));
    view_.setSize(PictureView::Size::PixelByPixel);
    EXPECT_EQ(view_.minimumSize(), QSize(640, 400));
}

TEST_F(Picture, OfTheLevelLookSendsNothing) {
    QTest::mouseClick(&view_, Qt::LeftButton, {}, QPoint(10, 10));
    press(Qt::Key_A, 38, 'a');
    commit(QStringLiteral("你好"));
    EXPECT_TRUE(viewer_->pointers.empty());
    EXPECT_TRUE(viewer_->keys.empty());
}

TEST_F(Picture, OfTheLevelPointSendsThePointerOnly) {
    view_.setLevel(RemoteLevel::Point);
    QTest::mousePress(&view_, Qt::LeftButton, {}, QPoint(10, 10));
    QTest::mouseRelease(&view_, Qt::LeftButton, {}, QPoint(12, 11));
    press(Qt::Key_A, 38, 'a');
    ASSERT_EQ(viewer_->pointers.size(), 2U);
    EXPECT_EQ(viewer_->pointers[0], (std::pair<desktop::Point, unsigned>{{10, 10}, 1U}));
    EXPECT_EQ(viewer_->pointers[1], (std::pair<desktop::Point, unsigned>{{12, 11}, 0U}));
    EXPECT_TRUE(viewer_->keys.empty());
}

TEST_F(Picture, TypesWhateverTheInputMethodMakes) {
    view_.setLevel(RemoteLevel::Control);
    QInputMethodQueryEvent asked(Qt::ImEnabled);
    QCoreApplication::sendEvent(&view_, &asked);
    EXPECT_TRUE(asked.value(Qt::ImEnabled).toBool());
    commit(QStringLiteral("你好"));
    EXPECT_EQ(viewer_->keys,
              (Keys{{0x01004f60, true}, {0x01004f60, false}, {0x0100597d, true}, {0x0100597d, false}}));
}

TEST_F(Picture, ReleasesTheSymbolThatItPressed) {
    view_.setLevel(RemoteLevel::Control);
    press(Qt::Key_Shift, 50, 0xffe1);
    press(Qt::Key_A, 38, 'A');
    release(Qt::Key_Shift, 50, 0xffe1);
    release(Qt::Key_A, 38, 'a');  // Shift is up by now
    EXPECT_EQ(viewer_->keys, (Keys{{0xffe1, true}, {'A', true}, {0xffe1, false}, {'A', false}}));
}

TEST_F(Picture, LetsGoOfEverythingWhenItLosesTheKeyboard) {
    view_.setLevel(RemoteLevel::Control);
    press(Qt::Key_Control, 37, 0xffe3);
    press(Qt::Key_A, 38, 'a');
    QTest::mousePress(&view_, Qt::LeftButton, {}, QPoint(10, 10));
    view_.clearFocus();
    auto keys = viewer_->keys;
    ASSERT_EQ(keys.size(), 4U);
    EXPECT_FALSE(keys[2].second);
    EXPECT_FALSE(keys[3].second);
    EXPECT_EQ(viewer_->pointers.back().second, 0U);
}

TEST_F(Picture, LetsGoOfEverythingWhenTheLevelFalls) {
    view_.setLevel(RemoteLevel::Control);
    press(Qt::Key_A, 38, 'a');
    view_.setLevel(RemoteLevel::Look);
    EXPECT_EQ(viewer_->keys, (Keys{{'a', true}, {'a', false}}));
}

TEST_F(Picture, SendsNothingWhileItStandsStill) {
    view_.setLevel(RemoteLevel::Control);
    view_.setStill(true);
    press(Qt::Key_A, 38, 'a');
    commit(QStringLiteral("你"));
    QTest::mouseClick(&view_, Qt::LeftButton, {}, QPoint(10, 10));
    EXPECT_TRUE(viewer_->keys.empty());
    EXPECT_TRUE(viewer_->pointers.empty());
}

TEST_F(Picture, TurnsTheWheelInWholeSteps) {
    view_.setLevel(RemoteLevel::Control);
    const auto turn = [this](int dx, int dy) {
        QWheelEvent event(QPointF(20, 20), QPointF(20, 20), {}, QPoint(dx, dy), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view_, &event);
    };
    turn(0, 60);
    EXPECT_TRUE(viewer_->pointers.empty());
    turn(0, 60);
    turn(-120, 0);
    ASSERT_EQ(viewer_->pointers.size(), 4U);
    EXPECT_EQ(viewer_->pointers[0].second, 8U);
    EXPECT_EQ(viewer_->pointers[1].second, 0U);
    EXPECT_EQ(viewer_->pointers[2].second, 64U);
}

TEST_F(Picture, KeepsItsOwnTwoShortcuts) {
    view_.setLevel(RemoteLevel::Control);
    int full = 0;
    int controls = 0;
    QObject::connect(&view_, &PictureView::fullScreenWanted, &view_, [&full] { ++full; });
    QObject::connect(&view_, &PictureView::controlsWanted, &view_, [&controls] { ++controls; });
    QTest::keyClick(&view_, Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
    QTest::keyClick(&view_, Qt::Key_F11);
    QTest::keyClick(&view_, Qt::Key_Home, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_EQ(full, 2);
    EXPECT_EQ(controls, 1);
    for (const auto& [symbol, down] : viewer_->keys)
        EXPECT_TRUE(symbol == 0xffe3 || symbol == 0xffe9) << symbol;
    viewer_->keys.clear();
    QTest::keyClick(&view_, Qt::Key_Tab);
    EXPECT_EQ(viewer_->keys, (Keys{{0xff09, true}, {0xff09, false}}));
    EXPECT_TRUE(view_.hasFocus());
}

TEST_F(Picture, ShowsTheirPointerUntilOursMovesIt) {
    desktop::CursorShape shape;
    shape.size = {8, 8};
    shape.argb.assign(64, 0xffff0000);
    shape.argb[0] = 0;
    view_.showCursor(shape);
    shape.argb.assign(64, 0xff00ff00);  // what came is gone by then
    view_.showPointer(QPoint(300, 200));
    EXPECT_EQ(view_.grab().toImage().pixel(303, 203), 0xffff0000);
    view_.setLevel(RemoteLevel::Control);
    QTest::mouseMove(&view_, QPoint(10, 10));
    QTest::mousePress(&view_, Qt::LeftButton, {}, QPoint(10, 10));
    EXPECT_EQ(view_.grab().toImage().pixel(303, 203), 0xff204060);
}

}  // namespace
}  // namespace sesame::app
