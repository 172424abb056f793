// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/content.h"

#include "sesame/store/records.h"

/// The wish that an invitation may begin with. Pure; any thread.
namespace sesame::client {

/// Names the words, the command and the message of a wish.
WishHash wishHashOf(const store::InvitationRecord& wish);
/// What was asked for; nullopt for an invitation that the helper made.
std::optional<WishContent> wishOf(const store::InvitationRecord& record);

}  // namespace sesame::client
