// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QString>
#include <vector>

namespace sesame::app {

/// What the user can do with a file that was sent as a message.
enum class FileAct { Save, SaveElsewhere, Decline, Cancel, TryAgain, Open, ShowFolder, SendBack };

/// Those that mean something in this state, the most likely first.
std::vector<FileAct> actsFor(const client::MessageView& message);

/// As it stands on a button.
QString words(FileAct act);

}  // namespace sesame::app
