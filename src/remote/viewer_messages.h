// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"
#include "sesame/desktop/input_sink.h"

/// What a viewer says in RFB (docs/protocol-remote.md). Pure.
namespace sesame::remote::say {

/// Everything up to the first request for a picture. Needs no answer in between, so it is sent as one.
Bytes greeting();
/// Asks for this area, all of it if not `changes`; the host keeps sending what changes there.
Bytes request(const desktop::Rect& area, bool changes);
Bytes pointer(desktop::Point at, unsigned buttons);
Bytes key(desktop::KeySymbol symbol, bool down);

/// Both only move the pointer, so that the later one can stand for both.
bool sameButtons(ByteView earlier, ByteView later);

}  // namespace sesame::remote::say
