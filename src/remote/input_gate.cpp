// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/input_gate.h"

#include <utility>

namespace sesame::remote {

InputGate::InputGate(std::unique_ptr<desktop::InputSink> sink, const Clock& clock)
    : sink_(std::move(sink)), clock_(clock) {
}

InputGate::~InputGate() {
    close();
    settle();
}

void InputGate::allow(GrantedControl control) {
    const std::lock_guard lock(mutex_);
    control_ = std::move(control);
}

void InputGate::takeBack() {
    const std::lock_guard lock(mutex_);
    if (control_)
        control_->revoke();
    control_.reset();
}

void InputGate::setShield(bool up) {
    const std::lock_guard lock(mutex_);
    shield_ = up;
}

void InputGate::setPaused(bool paused) {
    const std::lock_guard lock(mutex_);
    paused_ = paused;
}

void InputGate::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
}

bool InputGate::open() const {
    return !closed_ && !shield_ && !paused_ && control_ && control_->live() &&
           clock_.bootMs() >= ownHandsUntilMs_;
}

bool InputGate::key(desktop::KeySymbol symbol, bool down) {
    const std::lock_guard lock(mutex_);
    if (!down) {
        dropped_.erase(symbol);
        if (!open() || held_.erase(symbol) == 0)
            return false;
        return done(sink_->key(symbol, false));
    }
    if (!open() || sink_->ownWindowHasKeyboard())
        return dropKey(symbol);
    // A key that repeats because it has been down since the gate was shut; or more keys than hands can hold.
    if (dropped_.contains(symbol) || held_.size() >= kMostKeys)
        return false;
    held_.insert(symbol);
    lookedMs_ = clock_.bootMs();
    return done(sink_->key(symbol, true));
}

bool InputGate::pointer(desktop::Point at, unsigned buttons) {
    const std::lock_guard lock(mutex_);
    if (!open())
        return dropPointer(buttons);
    // A button that goes up where it went down is told to the window that had it, whatever is in front by
    // now.
    const bool onlyLetsGo = latest_ == at && (buttons & ~buttons_) == 0;
    if ((buttons != 0 || buttons_ != 0) && !onlyLetsGo && sink_->hitsOwnWindow(at))
        return dropPointer(buttons);
    staleButtons_ = staleButtons_ && buttons != 0;
    buttons_ = staleButtons_ ? 0 : buttons;
    latest_ = at;
    return done(sink_->pointer(at, buttons_));
}

bool InputGate::done(const Status& status) {
    used_ = true;
    // More than a hand can do at once is dropped; everything else is the desktop's end.
    broken_ = broken_ || (!status && status.error().code != ErrorCode::Full);
    return status.has_value();
}

void InputGate::ownHands() {
    const std::lock_guard lock(mutex_);
    ownHandsUntilMs_ = clock_.bootMs() + kOwnHandsMs;
    letGo();
}

void InputGate::lineOver() {
    const std::lock_guard lock(mutex_);
    letGo();
    dropped_.clear();
    staleButtons_ = false;
}

void InputGate::settle() {
    const std::lock_guard lock(mutex_);
    if (!open() || (!held_.empty() && ownWindowCameToFront()))
        letGo();
}

bool InputGate::ownWindowCameToFront() {
    const std::int64_t now = clock_.bootMs();
    if (now - lookedMs_ < kHeldLookMs)
        return false;
    lookedMs_ = now;
    return sink_->ownWindowHasKeyboard();
}

bool InputGate::dropKey(desktop::KeySymbol symbol) {
    if (dropped_.size() < kMostKeys)
        dropped_.insert(symbol);
    letGo();
    return false;
}

bool InputGate::dropPointer(unsigned buttons) {
    letGo();
    staleButtons_ = buttons != 0;
    return false;
}

void InputGate::letGo() {
    if (!std::exchange(used_, false))
        return;
    // The viewer still has them down, and may repeat them.
    dropped_.merge(held_);
    staleButtons_ = staleButtons_ || buttons_ != 0;
    held_.clear();
    buttons_ = 0;
    sink_->releaseAll();
}

}  // namespace sesame::remote
