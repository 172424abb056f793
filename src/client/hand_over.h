// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <QObject>
#include <functional>

namespace sesame::client {

/// Runs the call in the thread of `to` and waits for it, but not for ever: Unavailable when that thread does
/// not come to it within two seconds; then it does not run later either. Any thread, also that very one.
Status handOver(QObject& to, const std::function<Status()>& call);

}  // namespace sesame::client
