// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/judge_command.h"

#include "cli/json_lines.h"
#include "cli/wish_json.h"

#include "sesame/trigger/judge.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <fstream>
#include <iostream>
#include <sstream>

namespace sesame::cli {
namespace {

/// The rows of a rules file, and the table made of them; a candidate's hash holds the number of its row.
struct RulesFile {
    std::vector<QJsonObject> rows;
    std::optional<trigger::RuleTable> table;
};

RuleHash numbered(std::size_t row) {
    RuleHash hash;
    for (std::size_t i = 0; i < sizeof row; ++i)
        hash.value[i] = static_cast<std::byte>(row >> (8 * i));
    return hash;
}

std::size_t rowOf(const trigger::Candidate& candidate) {
    std::size_t row = 0;
    for (std::size_t i = 0; i < sizeof row; ++i)
        row |= std::to_integer<std::size_t>(candidate.hash.value[i]) << (8 * i);
    return row;
}

// Either one array, or an object a line.
bool readRows(const std::string& content, std::vector<QJsonObject>& rows) {
    const auto whole = QJsonDocument::fromJson(QByteArray::fromStdString(content));
    if (whole.isArray()) {
        for (const auto& row : whole.array())
            rows.push_back(row.toObject());
        return true;
    }
    std::istringstream lines(content);
    for (std::string line; std::getline(lines, line);) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        const auto row = QJsonDocument::fromJson(QByteArray::fromStdString(line));
        if (!row.isObject())
            return false;
        rows.push_back(row.object());
    }
    return true;
}

std::optional<RulesFile> readRules(const std::string& path) {
    std::ifstream file(path);
    std::stringstream content;
    content << file.rdbuf();
    RulesFile rules;
    if (!file || !readRows(content.str(), rules.rows))
        return std::nullopt;
    std::vector<trigger::Candidate> candidates;
    for (std::size_t row = 0; row < rules.rows.size(); ++row) {
        trigger::Candidate candidate;
        candidate.hash = numbered(row);
        candidate.rule.phrase = textOf(rules.rows[row], "phrase").value_or("");
        candidates.push_back(std::move(candidate));
    }
    rules.table.emplace(std::move(candidates));
    return rules;
}

void judgeAgainst(const RulesFile& rules, const std::string& typed, QJsonObject& object) {
    trigger::OwnMessage message;
    message.text = typed;
    message.composed = true;
    const trigger::Verdict verdict = trigger::judge(message, *rules.table);
    object["verdict"] = trigger::name(verdict.kind);
    if (!verdict.candidate)
        return;
    const QJsonObject& row = rules.rows[rowOf(*verdict.candidate)];
    for (const char* member : {"phrase", "id", "command"})
        if (row.contains(QLatin1String(member)))
            object[QLatin1String(member)] = row.value(QLatin1String(member));
}

}  // namespace

std::optional<JudgeOptions> judgeOptions(std::span<const std::string> arguments) {
    JudgeOptions options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--explain")
            options.explain = true;
        else if (arguments[i] == "--rules" && i + 1 < arguments.size())
            options.rulesFile = arguments[++i];
        else
            return std::nullopt;
    }
    return options;
}

int judgeCommand(std::istream& in, std::ostream& out, std::ostream& errors, const JudgeOptions& options) {
    std::optional<RulesFile> rules;
    if (!options.rulesFile.empty() && !(rules = readRules(options.rulesFile))) {
        errors << "sesame-cli: cannot read the rules in " << options.rulesFile << '\n';
        return 1;
    }
    answerLines(in, out, [&](QJsonObject& object) {
        const auto phrase = textOf(object, "phrase");
        const auto typed = textOf(object, "typed");
        const auto said = textOf(object, "text");
        if (phrase && typed) {
            object["verdict"] = trigger::name(trigger::compare(*phrase, *typed));
        } else if (said || (rules && typed)) {
            if (rules)
                judgeAgainst(*rules, said ? *said : *typed, object);
            addWish(said ? *said : *typed, options.explain, object);
        } else {
            object["error"] = rules ? "needs text" : "needs text, or phrase and typed";
        }
    });
    return 0;
}

}  // namespace sesame::cli
