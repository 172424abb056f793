// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help_banner.h"

#include "app/announce.h"
#include "app/help_words.h"
#include "app/plain_label.h"
#include "app/style.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScreen>

namespace sesame::app {

using client::HostedView;
using client::Pause;

namespace {

constexpr int kBorder = 5;
constexpr int kSign = 34;
constexpr QColor kLive{0xff, 0xd8, 0x5c};
constexpr QColor kStill{0xe6, 0xea, 0xe8};

QString stateWords(const HostedView& session, const QDateTime& now) {
    const auto left = timeLeft(now, session.ends);
    if (!session.connected)
        return HelpBanner::tr("Waiting for the connection · %1").arg(left);
    if (session.pause != Pause::None)
        return pauseForReceiver(session.pause, session.helperName);
    if (session.localHand && session.level == trigger::RemoteLevel::Control)
        return HelpBanner::tr("Your own hand counts now · %1").arg(left);
    return HelpBanner::tr("Stop at any time: hold Esc · %1").arg(left);
}

}  // namespace

HelpBanner::HelpBanner(QScreen& screen)
    : QWidget(nullptr, Qt::Window | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint |
                           Qt::X11BypassWindowManagerHint | Qt::WindowDoesNotAcceptFocus),
      screen_(&screen),
      who_(new PlainLabel(this)),
      state_(new PlainLabel(this)),
      pause_(new QPushButton(this)),
      stop_(new QPushButton(tr("Stop"), this)) {
    setObjectName(QStringLiteral("helpBanner"));
    setWindowTitle(tr("Help is running"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    setScreen(screen_);
    build();
}

void HelpBanner::build() {
    who_->setScale(1.1, true);
    who_->setObjectName(QStringLiteral("bannerWho"));
    state_->setObjectName(QStringLiteral("bannerState"));
    pause_->setObjectName(QStringLiteral("bannerPauseButton"));
    stop_->setObjectName(QStringLiteral("bannerStopButton"));
    stop_->setProperty("kind", "alarm");
    stop_->setAccessibleName(tr("Stop the help now"));
    auto large = QApplication::font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    for (auto* button : {pause_, stop_}) {
        button->setFont(large);
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Expanding);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(who_);
    words->addWidget(state_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSign + 24, kBorder + 6, kBorder + 8, kBorder + 6);
    row->setSpacing(12);
    row->addLayout(words, 1);
    row->addWidget(pause_);
    row->addWidget(stop_);
    // The press, not the release: nothing may hold it up.
    connect(stop_, &QPushButton::pressed, this, &HelpBanner::stopWanted);
    connect(pause_, &QPushButton::clicked, this, [this] { Q_EMIT pauseWanted(!paused_); });
}

void HelpBanner::show(const HostedView& session, const QDateTime& now) {
    const auto who = levelForReceiver(session.level, session.helperName);
    const bool still = session.pause != Pause::None || !session.connected;
    const bool changed = who != who_->text() || still != still_;
    paused_ = session.pause == Pause::User;
    still_ = still;
    level_ = session.level;
    who_->setText(who);
    state_->setText(stateWords(session, now));
    pause_->setText(paused_ ? tr("Go on") : tr("Pause"));
    pause_->setAccessibleName(paused_ ? tr("Go on with the help") : tr("Pause the help"));
    const auto words = tr("Help is running: %1. %2").arg(who_->text(), state_->text());
    settle();
    if (!isVisible())
        QWidget::show();
    update();
    setAccessibleName(words);
    if (changed)
        announce(*this);
}

void HelpBanner::settle() {
    const auto room = screen_->geometry();
    ensurePolished();
    const int rest = layout()->contentsMargins().left() + layout()->contentsMargins().right() +
                     pause_->sizeHint().width() + stop_->sizeHint().width() + 2 * layout()->spacing();
    const auto lineWidth = [](const PlainLabel& label) {
        return label.fontMetrics().horizontalAdvance(label.text()) + 4;
    };
    const int least = std::max(who_->fontMetrics().averageCharWidth() * 30, 240);
    const int wanted = rest + std::max({least, lineWidth(*who_), lineWidth(*state_)});
    const int wide = std::min(wanted, room.width() - 40);
    layout()->invalidate();
    const int high = std::min(layout()->totalHeightForWidth(wide), room.height() / 2);
    const QRect place(room.left() + (room.width() - wide) / 2, room.top(), wide, high);
    if (geometry() != place)
        setGeometry(place);
}

void HelpBanner::closeEvent(QCloseEvent* event) {
    event->ignore();
}

void HelpBanner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), still_ ? kStill : kLive);
    // Not by colour alone: a live session has a whole frame, one that stands still a broken one.
    QPen frame(color::kText, kBorder);
    frame.setJoinStyle(Qt::MiterJoin);
    if (still_)
        frame.setDashPattern({2, 2});
    painter.setPen(frame);
    constexpr double kHalf = kBorder / 2.0;
    painter.drawRect(QRectF(rect()).adjusted(kHalf, kHalf, -kHalf, -kHalf));
    const QRect sign(kBorder + 10, (height() - kSign) / 2, kSign, kSign);
    const char* picture = still_                                  ? "pause"
                          : level_ == trigger::RemoteLevel::Look  ? "eye"
                          : level_ == trigger::RemoteLevel::Point ? "pointer"
                                                                  : "mouse";
    icon(picture).paint(&painter, sign);
}

}  // namespace sesame::app
