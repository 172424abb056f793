// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <string>

namespace sesame::cli {

/// Adds "intent" and "slot": what the text wishes, in its own words. With `explained` also "explain": how
/// that came about.
void addWish(const std::string& text, bool explained, QJsonObject& object);

}  // namespace sesame::cli
