// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/content.h"

#include "sesame/store/records.h"

namespace sesame::client {

/// The row of what one side said to the other, as it stands when it is new. Pure; any thread.
store::MessageRecord messageRow(const Content& content, store::ContactId contact, store::Direction direction,
                                store::MessageKind kind, const std::string& text);

}  // namespace sesame::client
