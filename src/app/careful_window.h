// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/consent/arming.h"

#include <QAbstractNativeEventFilter>
#include <QTimer>
#include <QWidget>

class QPushButton;

namespace sesame::app {

class OwnPicture;
class YesButton;

/// A window with one question whose Yes counts only when it was seen and is pressed calmly (I3).
///
/// It reports to the arming whatever happens to it: shown, moved, resized, uncovered, moved to another
/// screen, left, and every key and pointer press anywhere in the app. There is no default button, Esc means
/// No, the window does not take the keyboard from a half-typed message, and Yes needs a press that began on
/// it after it came alive.
///
/// While it is open, presses that a program sent to one of our windows past the desktop are dropped (S25).
class CarefulWindow : public QWidget {
    Q_OBJECT

  public:
    ~CarefulWindow() override;
    bool isOpen() const { return open_; }
    /// By which the user knows that it is from us (S26).
    void setOwnPicture(const QString& name);
    /// Draws Yes as the arming has it now. Runs by itself; tests call it after moving their clock.
    void follow();

  protected:
    CarefulWindow(consent::Arming& arming, const Clock& clock, QWidget* parent);

    QPushButton* noButton() const { return no_; }
    YesButton* yesButton() const { return yes_; }
    OwnPicture* ownPicture() const { return picture_; }
    /// Shows it without taking the keyboard. To be called while it is hidden and everything is filled in.
    void open();
    void shut();
    /// As high as `wide` needs; called by open().
    virtual void fitTo(int wide) = 0;
    /// The window would be higher than the screen: makes the words a step smaller. False when they are as
    /// small as they get.
    virtual bool shrink() { return false; }
    /// The person answered. Yes only while it is alive.
    virtual void answer(bool yes) = 0;

    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void dressButtons();
    void placeOnScreen();
    int heightAt(int wide);
    void watchWindow();
    void shownAnew();
    void lost();
    void say(bool yes);
    bool deliberate(QObject* watched, QEvent* event) const;

    class SentPresses : public QAbstractNativeEventFilter {
      public:
        bool nativeEventFilter(const QByteArray& type, void* message, qintptr* result) override;
    };

    consent::Arming& arming_;
    const Clock& clock_;
    bool open_ = false;
    bool seen_ = false;              // painted since it was last out of sight
    std::int64_t activatedAt_ = -1;  // got the keyboard then, not by a press of ours
    SentPresses sentPresses_;
    QTimer tick_;
    QPushButton* no_;
    YesButton* yes_;
    OwnPicture* picture_;
};

}  // namespace sesame::app
