// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/trigger/rule.h"

namespace sesame::client {

/// A rule as it is kept in the database. Pure; any thread.
trigger::SignedRule signedRuleOf(const Bytes& rule, const Bytes& signature);

}  // namespace sesame::client
