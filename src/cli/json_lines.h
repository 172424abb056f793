// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

namespace sesame::cli {

std::string text(const QJsonValue& value);
/// The member, if it is there and a string.
std::optional<std::string> textOf(const QJsonObject& object, const char* member);

/// Answers every line of `in` with one line on `out`, written at once: the object with what `answer` adds to
/// it, or {"error": …} where the line is not a JSON object. Empty lines are passed over.
void answerLines(std::istream& in, std::ostream& out, const std::function<void(QJsonObject&)>& answer);

}  // namespace sesame::cli
