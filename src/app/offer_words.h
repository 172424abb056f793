// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

namespace sesame::app {

/// How an offer stands: "Waiting for the answer, until …", "They took 4 of 5", …
QString offerState(const client::OfferView& offer);

}  // namespace sesame::app
