// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/columns.h"

#include "sesame/store/records.h"

/// The columns of a message in the order of readMessage().
#define SESAME_MESSAGE_COLUMNS "ord, id, contact, direction, kind, delivery, sent_ms, text, extra"

namespace sesame::store {

MessageRecord readMessage(const Statement& row);

/// Whether news about a message may change what is known of it.
bool movesOn(Delivery from, Delivery to);

}  // namespace sesame::store
