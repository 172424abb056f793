// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/help_sessions.h"

#include <QString>

/// What a help session is, in the words of people who do not care how it works. Names are cut to one line
/// here; what comes back is safe to show.
namespace sesame::app {

/// For the helper, in a rule: "I see their screen"
QString levelChoice(trigger::RemoteLevel level);
/// For the receiver: "Anna sees your screen"
QString levelForReceiver(trigger::RemoteLevel level, const QString& helper);
/// For the helper: "You see the screen"
QString levelForHelper(trigger::RemoteLevel level);

/// "30 minutes", "1 hour"
QString duration(int minutes);
/// "25 minutes left", "less than a minute left"
QString timeLeft(const QDateTime& now, const QDateTime& ends);
inline constexpr int kTimeLeftMs = 5000;  ///< look again so often: the words count whole minutes

/// For the receiver: why the helper sees a picture that stands still. Empty when it does not.
QString pauseForReceiver(client::Pause pause, const QString& helper);
/// For the helper.
QString pauseForHelper(client::Pause pause, const QString& receiver);
/// For the helper: how it ended.
QString endForHelper(client::SessionEnd end, const QString& receiver);

}  // namespace sesame::app
