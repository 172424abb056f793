// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sesame::app {

/// The order of people and of groups in the list on the left: whoever asks for something first, then by the
/// time of the last message. `asking`: the state of those who ask.
template <class View, class State>
bool listedBefore(const View& a, const View& b, State asking) {
    const bool aAsks = a.state == asking;
    const bool bAsks = b.state == asking;
    if (aAsks != bAsks)
        return aAsks;
    const auto& aTime = a.lastTime.isValid() ? a.lastTime : a.since;
    const auto& bTime = b.lastTime.isValid() ? b.lastTime : b.since;
    return aTime != bTime ? aTime > bTime : a.id < b.id;
}

}  // namespace sesame::app
