// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/hand_motion.h"

#include <cmath>
#include <cstdlib>

namespace sesame::desktop {
namespace {

/// Stops closer in time than this are one: a fast mouse reports a thousand times a second.
constexpr std::int64_t kGrainMs = 20;

}  // namespace

bool HandMotion::moved(Point by, std::int64_t nowMs) {
    if (past_.empty() || nowMs - past_.back().ms >= kGrainMs) {
        now_.ms = nowMs;
        past_.push_back(now_);
    }
    now_.x += by.x;
    now_.y += by.y;
    now_.way += std::hypot(by.x, by.y);
    while (nowMs - past_.front().ms > kWindowMs && past_.size() > 1)
        past_.pop_front();
    for (const Stop& stop : past_) {
        const double away = std::hypot(now_.x - stop.x, now_.y - stop.y);
        if (away >= kVeryFar || (away >= kFar && 2 * away >= now_.way - stop.way)) {
            past_.clear();
            return true;
        }
    }
    return false;
}

bool MouseShake::Axis::moved(int by, std::int64_t nowMs) {
    at += by;
    const int away = at - turn;
    if (direction != 0 && away * direction >= 0) {
        turn = at;  // still the same stroke
        return false;
    }
    if (std::abs(away) < kStroke)
        return false;
    direction = away > 0 ? 1 : -1;
    turn = at;
    strokes.push_back(nowMs);
    while (nowMs - strokes.front() > kWindowMs)
        strokes.pop_front();
    if (strokes.size() < kStrokes)
        return false;
    strokes.clear();
    return true;
}

bool MouseShake::moved(Point by, std::int64_t nowMs) {
    const bool across = across_.moved(by.x, nowMs);
    const bool along = along_.moved(by.y, nowMs);
    return across || along;
}

}  // namespace sesame::desktop
