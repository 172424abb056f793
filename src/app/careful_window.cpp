// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/careful_window.h"

#include "app/announce.h"
#include "app/own_picture.h"
#include "app/yes_button.h"

#include "sesame/desktop/press_watch.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLayout>
#include <QMouseEvent>
#include <QScreen>
#include <QWindow>
#include <algorithm>

namespace sesame::app {
namespace {

constexpr int kTickMs = 50;
/// A click on a window that had no keyboard also gives it the keyboard; the two come this close together.
constexpr std::int64_t kClickActivatesMs = 150;

bool isInput(const QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::ShortcutOverride:
        case QEvent::InputMethod:
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonDblClick:
        case QEvent::TouchBegin:
        case QEvent::TabletPress:
            return true;
        default:
            return false;
    }
}

}  // namespace

CarefulWindow::CarefulWindow(consent::Arming& arming, const Clock& clock, QWidget* parent)
    : QWidget(parent, Qt::Window | Qt::CustomizeWindowHint | Qt::WindowTitleHint | Qt::WindowCloseButtonHint |
                          Qt::WindowStaysOnTopHint),
      arming_(arming),
      clock_(clock),
      no_(new QPushButton(this)),
      yes_(new YesButton({}, this)),
      picture_(new OwnPicture(this)) {
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::ClickFocus);
    dressButtons();
    tick_.setInterval(kTickMs);
    connect(&tick_, &QTimer::timeout, this, &CarefulWindow::follow);
    connect(no_, &QPushButton::clicked, this, [this] { say(false); });
    connect(yes_, &QPushButton::clicked, this, [this] { say(true); });
}

bool CarefulWindow::SentPresses::nativeEventFilter(const QByteArray& type, void* message, qintptr*) {
    return type == "xcb_generic_event_t" && desktop::isSentPress(message);
}

CarefulWindow::~CarefulWindow() {
    qApp->removeNativeEventFilter(&sentPresses_);
    qApp->removeEventFilter(this);
}

void CarefulWindow::setOwnPicture(const QString& name) {
    picture_->show(name);
}

void CarefulWindow::dressButtons() {
    for (auto* button : {no_, static_cast<QPushButton*>(yes_)}) {
        auto large = QApplication::font();
        large.setPointSizeF(std::max(15.0, large.pointSizeF() * 1.3));
        button->setFont(large);
        button->setMinimumHeight(QFontMetrics(large).height() + 34);
        button->setAutoDefault(false);
        button->setDefault(false);
    }
    no_->setObjectName(QStringLiteral("noButton"));
    yes_->setObjectName(QStringLiteral("yesButton"));
}

void CarefulWindow::placeOnScreen() {
    const auto* screen = QGuiApplication::screenAt(QCursor::pos());
    const auto room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    const int widest = room.width() - 60;
    const int highest = room.height() - 40;
    int wide = std::min(widest, std::max(560, fontMetrics().averageCharWidth() * 66));
    int high = heightAt(wide);
    if (high > highest)
        high = heightAt(wide = widest);
    while (high > highest && shrink())
        high = heightAt(wide);
    resize(wide, std::min(high, highest));
    move(room.center().x() - width() / 2, room.top() + std::max(20, (room.height() - height()) / 4));
}

int CarefulWindow::heightAt(int wide) {
    fitTo(wide);
    // While they are hidden nobody tells the layouts that something has changed: from the innermost out.
    auto parts = findChildren<QWidget*>();
    std::reverse(parts.begin(), parts.end());
    for (auto* part : parts << this)
        if (auto* inside = part->layout()) {
            inside->invalidate();
            inside->activate();
        }
    return layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(wide)
                                         : layout()->totalSizeHint().height();
}

void CarefulWindow::open() {
    hide();
    arming_.hidden();  // whatever was seen before was another question
    // What the style adds to the parts counts for the height.
    ensurePolished();
    for (auto* part : findChildren<QWidget*>())
        part->ensurePolished();
    yes_->setReadiness(0);
    placeOnScreen();
    open_ = true;
    seen_ = false;
    activatedAt_ = -1;
    // Focus inside this window rests on nothing that a key could press.
    setFocus();
    qApp->installEventFilter(this);
    qApp->installNativeEventFilter(&sentPresses_);
    show();
    watchWindow();
    raise();
    announce(*this);
    tick_.start();
}

void CarefulWindow::shut() {
    open_ = false;
    tick_.stop();
    qApp->removeEventFilter(this);
    qApp->removeNativeEventFilter(&sentPresses_);
    hide();
}

void CarefulWindow::watchWindow() {
    auto* window = windowHandle();
    window->installEventFilter(this);
    connect(window, &QWindow::screenChanged, this, &CarefulWindow::shownAnew, Qt::UniqueConnection);
}

void CarefulWindow::shownAnew() {
    if (!open_ || !seen_)
        return;
    arming_.shownAnew();
    follow();
}

void CarefulWindow::lost() {
    if (!open_)
        return;
    seen_ = false;
    arming_.hidden();
    follow();
}

void CarefulWindow::follow() {
    if (!open_)
        return;
    if (activatedAt_ >= 0 && clock_.bootMs() - activatedAt_ >= kClickActivatesMs) {
        activatedAt_ = -1;
        arming_.shownAnew();
    }
    const auto until = arming_.untilArmed();
    const double part = until ? 1.0 - std::min(1.0, double(*until) / double(consent::Arming::kInertMs)) : 0.0;
    yes_->setReadiness(until == 0 ? 1.0 : std::min(part, 0.99));
}

bool CarefulWindow::deliberate(QObject* watched, QEvent* event) const {
    if (arming_.untilArmed() != 0)
        return false;
    if (event->type() == QEvent::MouseButtonPress)
        return watched == yes_ && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    // A key that the button leaves unanswered comes by here once more, on its way up.
    const bool meant = watched == yes_ || (watched == this && focusWidget() == yes_);
    const auto* key = static_cast<QKeyEvent*>(event);
    return meant && key->key() == Qt::Key_Space && !key->isAutoRepeat() && key->modifiers() == Qt::NoModifier;
}

bool CarefulWindow::eventFilter(QObject* watched, QEvent* event) {
    if (!open_)
        return false;
    if (watched == windowHandle() && event->type() == QEvent::Expose) {
        if (windowHandle()->isExposed())
            shownAnew();
        else
            lost();
        return false;
    }
    // Each press also passes the window object first; the widget is the one that was meant.
    if (!watched->isWidgetType() || !isInput(event))
        return false;
    if (event->type() == QEvent::MouseButtonPress && static_cast<QWidget*>(watched)->window() == this)
        activatedAt_ = -1;
    if (deliberate(watched, event)) {
        yes_->setReadiness(1.0);
        return false;
    }
    arming_.input();
    follow();
    return false;
}

bool CarefulWindow::event(QEvent* event) {
    switch (event->type()) {
        case QEvent::WindowActivate:
            if (!(QGuiApplication::mouseButtons() & Qt::LeftButton))
                activatedAt_ = clock_.bootMs();
            break;
        case QEvent::WindowDeactivate:
            setFocus();
            shownAnew();
            break;
        case QEvent::WindowStateChange:
            if (isMinimized())
                lost();
            else
                shownAnew();
            break;
        default:
            break;
    }
    return QWidget::event(event);
}

void CarefulWindow::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (open_ && !seen_ && !isMinimized()) {
        seen_ = true;
        shownAnew();
    }
}

void CarefulWindow::moveEvent(QMoveEvent* event) {
    QWidget::moveEvent(event);
    shownAnew();
}

void CarefulWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    shownAnew();
}

void CarefulWindow::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    seen_ = false;
}

void CarefulWindow::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    lost();
}

void CarefulWindow::closeEvent(QCloseEvent* event) {
    event->ignore();
    say(false);
}

void CarefulWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        say(false);
    else
        QWidget::keyPressEvent(event);
}

void CarefulWindow::say(bool yes) {
    if (open_ && (!yes || arming_.untilArmed() == 0))
        answer(yes);
}

}  // namespace sesame::app
