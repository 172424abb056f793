// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/command_json.h"

#include "cli/json_lines.h"

#include <algorithm>

namespace sesame::cli {
namespace {

constexpr trigger::RemoteLevel kLevels[] = {trigger::RemoteLevel::Look, trigger::RemoteLevel::Point,
                                            trigger::RemoteLevel::Control};
constexpr trigger::ShareLevel kShareLevels[] = {trigger::ShareLevel::Look, trigger::ShareLevel::Take,
                                                trigger::ShareLevel::Put};

struct CommandToJson {
    QJsonObject operator()(const trigger::LaunchProgram& command) const {
        return {{"type", "launch-program"}, {"program", QString::fromStdString(command.program)}};
    }
    QJsonObject operator()(const trigger::OpenFile& command) const {
        QJsonObject out{{"type", "open-file"}};
        if (!command.path.empty())
            out["path"] = QString::fromStdString(command.path);
        else
            out["name"] = QString::fromStdString(command.name);
        return out;
    }
    QJsonObject operator()(const trigger::ImSettings& command) const {
        if (!command.page.empty())
            return {{"type", "im-settings"}, {"page", QString::fromStdString(command.page)}};
        return {{"type", "im-settings"},
                {"key", QString::fromStdString(command.key)},
                {"value", QString::fromStdString(command.value)}};
    }
    QJsonObject operator()(const trigger::RemoteControl& command) const {
        return {{"type", "remote-control"},
                {"level", QString::fromLatin1(trigger::name(command.level))},
                {"minutes", qint64(command.minutes)}};
    }
    QJsonObject operator()(const trigger::ShareFolder& command) const {
        QJsonObject out{{"type", "share-folder"},
                        {"level", QString::fromLatin1(trigger::name(command.level))},
                        {"minutes", qint64(command.minutes)}};
        if (!command.path.empty())
            out["path"] = QString::fromStdString(command.path);
        else
            out["name"] = QString::fromStdString(command.name);
        return out;
    }
};

template <typename Level, std::size_t N>
std::optional<Level> named(const Level (&levels)[N], const QString& name) {
    for (const Level level : levels)
        if (name == QLatin1String(trigger::name(level)))
            return level;
    return std::nullopt;
}

// A level and a time that no rule may have stand for what is none.
template <typename Level, std::size_t N>
Level levelIn(const QJsonObject& json, const Level (&levels)[N]) {
    return named(levels, json.value(QLatin1String("level")).toString()).value_or(Level{});
}
std::uint32_t minutesIn(const QJsonObject& json) {
    constexpr int kNoTime = 0;
    return static_cast<std::uint32_t>(std::max(json.value(QLatin1String("minutes")).toInt(kNoTime), kNoTime));
}

}  // namespace

std::optional<trigger::RemoteLevel> levelFromName(const QString& name) {
    return named(kLevels, name);
}

QJsonObject toJson(const trigger::Command& command) {
    return std::visit(CommandToJson{}, command);
}

std::optional<trigger::Command> commandFromJson(const QJsonObject& json) {
    const auto member = [&](const char* name) { return textOf(json, name).value_or(""); };
    const std::string type = member("type");
    if (type == "launch-program")
        return trigger::LaunchProgram{member("program")};
    if (type == "open-file")
        return trigger::OpenFile{member("path"), member("name")};
    if (type == "im-settings")
        return trigger::ImSettings{member("page"), member("key"), member("value")};
    if (type == "remote-control")
        return trigger::RemoteControl{levelIn(json, kLevels), minutesIn(json)};
    if (type == "share-folder")
        return trigger::ShareFolder{member("path"), member("name"), levelIn(json, kShareLevels),
                                    minutesIn(json)};
    return std::nullopt;
}

}  // namespace sesame::cli
