// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/json_lines.h"

#include <QJsonDocument>
#include <istream>
#include <ostream>

namespace sesame::cli {
namespace {

// Qt drops a byte order mark at the start of a string, and with it what a phrase must not contain.
QByteArray keepingMarks(const std::string& line) {
    return QByteArray::fromStdString(line).replace("\xEF\xBB\xBF", "\\uFEFF");
}

QJsonObject answered(const std::string& line, const std::function<void(QJsonObject&)>& answer) {
    QJsonParseError problem{};
    const auto document = QJsonDocument::fromJson(keepingMarks(line), &problem);
    if (problem.error != QJsonParseError::NoError)
        return {{"error", problem.errorString()}};
    if (!document.isObject())
        return {{"error", "not an object"}};
    QJsonObject object = document.object();
    answer(object);
    return object;
}

bool isBlank(const std::string& line) {
    return line.find_first_not_of(" \t\r") == std::string::npos;
}

}  // namespace

std::string text(const QJsonValue& value) {
    return value.toString().toStdString();
}

std::optional<std::string> textOf(const QJsonObject& object, const char* member) {
    const QJsonValue value = object.value(QLatin1String(member));
    return value.isString() ? std::optional(text(value)) : std::nullopt;
}

void answerLines(std::istream& in, std::ostream& out, const std::function<void(QJsonObject&)>& answer) {
    for (std::string line; std::getline(in, line);)
        if (!isBlank(line)) {
            const QByteArray json = QJsonDocument(answered(line, answer)).toJson(QJsonDocument::Compact);
            out << json.constData() << '\n' << std::flush;
        }
}

}  // namespace sesame::cli
