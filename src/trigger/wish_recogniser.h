// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/wish_model.h"

#include "sesame/trigger/intent.h"

namespace sesame::trigger {

/// What a message wishes, by this model and the guards above it.
Wish recogniseWith(const WishModel& model, std::string_view message);
WishExplanation explainWith(const WishModel& model, std::string_view message);

}  // namespace sesame::trigger
