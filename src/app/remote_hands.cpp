// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote_hands.h"

#include "app/key_symbols.h"

#include <QKeyEvent>
#include <cstdlib>
#include <utility>

namespace sesame::app {
namespace {

enum Button : unsigned { Left = 1, Middle = 2, Right = 4, Up = 8, Down = 16, ToLeft = 32, ToRight = 64 };
constexpr int kWheelStep = 120;
constexpr int kMostSteps = 20;

unsigned buttonMask(Qt::MouseButtons buttons) {
    unsigned mask = 0;
    if (buttons & Qt::LeftButton)
        mask |= Left;
    if (buttons & Qt::MiddleButton)
        mask |= Middle;
    if (buttons & Qt::RightButton)
        mask |= Right;
    return mask;
}

quint32 keyNumber(const QKeyEvent& event) {
    return event.nativeScanCode() != 0 ? event.nativeScanCode() : quint32(event.key());
}

}  // namespace

void RemoteHands::setViewer(std::shared_ptr<remote::Viewer> viewer) {
    releaseAll();
    endTurn();
    viewer_ = std::move(viewer);
}

void RemoteHands::setLevel(trigger::RemoteLevel level) {
    if (level < level_)
        releaseAll();
    level_ = level;
}

void RemoteHands::press(const QKeyEvent& event) {
    const auto symbol = keySymbol(event);
    if (!symbol || !types())
        return;
    held_[keyNumber(event)] = *symbol;
    gathered().key(*symbol, true);
}

void RemoteHands::release(const QKeyEvent& event) {
    const auto held = held_.find(keyNumber(event));
    if (held == held_.end())
        return;
    gathered().key(*held, false);
    held_.erase(held);
}

void RemoteHands::type(const QString& text) {
    if (!types())
        return;
    for (const auto symbol : textSymbols(text)) {
        gathered().key(symbol, true);
        gathered().key(symbol, false);
    }
}

void RemoteHands::stroke(const QList<desktop::KeySymbol>& chord) {
    if (!types())
        return;
    for (const auto symbol : chord)
        gathered().key(symbol, true);
    for (auto it = chord.crbegin(); it != chord.crend(); ++it)
        gathered().key(*it, false);
}

void RemoteHands::point(QPoint at, Qt::MouseButtons buttons) {
    if (!points())
        return;
    at_ = at;
    buttons_ = buttonMask(buttons);
    gathered().pointer({at.x(), at.y()}, buttons_);
}

void RemoteHands::wheel(QPoint at, QPoint angleDelta) {
    if (!types())
        return;
    at_ = at;
    turned_ += angleDelta;
    const QPoint steps(turned_.x() / kWheelStep, turned_.y() / kWheelStep);
    turned_ -= steps * kWheelStep;
    click(steps.y() > 0 ? Up : Down, std::abs(steps.y()));
    click(steps.x() > 0 ? ToLeft : ToRight, std::abs(steps.x()));
}

void RemoteHands::click(unsigned wheelButton, int times) {
    for (int step = 0; step < std::min(times, kMostSteps); ++step) {
        gathered().pointer({at_.x(), at_.y()}, buttons_ | wheelButton);
        gathered().pointer({at_.x(), at_.y()}, buttons_);
    }
}

remote::Viewer& RemoteHands::gathered() {
    if (!std::exchange(gathering_, true)) {
        viewer_->gather(true);
        QMetaObject::invokeMethod(this, &RemoteHands::endTurn, Qt::QueuedConnection);
    }
    return *viewer_;
}

void RemoteHands::endTurn() {
    if (std::exchange(gathering_, false))
        viewer_->gather(false);
}

void RemoteHands::releaseAll() {
    if (!viewer_)
        return;
    for (const auto symbol : std::exchange(held_, {}))
        gathered().key(symbol, false);
    if (std::exchange(buttons_, 0U) != 0)
        gathered().pointer({at_.x(), at_.y()}, 0);
    turned_ = {};
}

}  // namespace sesame::app
