// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/rule_check_command.h"

#include "cli/command_json.h"
#include "cli/json_lines.h"

#include "sesame/trigger/rule_check.h"

#include <QJsonArray>

namespace sesame::cli {
namespace {

std::vector<trigger::Rule> othersOf(const QJsonObject& object) {
    std::vector<trigger::Rule> out;
    for (const QJsonValue value : object.value("others").toArray()) {
        trigger::Rule other;
        other.id.value[0] = std::byte{1};  // any id but that of the rule itself
        other.phrase = value.isObject() ? textOf(value.toObject(), "phrase").value_or("") : text(value);
        out.push_back(std::move(other));
    }
    return out;
}

const char* reasonAgainst(const QJsonObject& object, std::string& otherPhrase) {
    const auto phrase = textOf(object, "phrase");
    if (!phrase)
        return trigger::name(trigger::PhraseProblem::Empty);
    if (!object.value("phrase").toString().isValidUtf16())
        return trigger::name(trigger::PhraseProblem::NotUtf8);
    trigger::Rule rule;
    rule.phrase = *phrase;
    rule.command = trigger::ImSettings{"general", {}, {}};
    const QJsonValue given = object.value("command");
    if (!given.isUndefined()) {
        const auto command = commandFromJson(given.toObject());
        if (!command)
            return "unknown-command";
        rule.command = *command;
    }
    const auto problem = trigger::checkRule(rule, othersOf(object));
    if (!problem)
        return nullptr;
    otherPhrase = problem->otherPhrase;
    return problem->reason();
}

}  // namespace

int ruleCheckCommand(std::istream& in, std::ostream& out) {
    answerLines(in, out, [](QJsonObject& object) {
        std::string otherPhrase;
        const char* reason = reasonAgainst(object, otherPhrase);
        if (!object.value("phrase").isString())
            object["error"] = "phrase must be text";
        object["verdict"] = reason ? "reject" : "accept";
        if (reason)
            object["reason"] = reason;
        if (!otherPhrase.empty())
            object["other"] = QString::fromStdString(otherPhrase);
    });
    return 0;
}

}  // namespace sesame::cli
