// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sesame::client {

/// An address of this computer at which others in the same network reach it; empty when there is none.
QString reachableAddress();

}  // namespace sesame::client
