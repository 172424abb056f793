// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Words of other people that are shown beside our own (S11, S49). Pure; any thread.
namespace sesame::client {

/// A name without line breaks, controls, hidden or direction-changing characters, within the size limit, and
/// not empty.
bool isPlainName(const QString& text);

/// The same text with everything of that kind taken out, cut to `maxBytes` of UTF-8 at a character.
QString plainLine(const QString& text, int maxBytes);

}  // namespace sesame::client
