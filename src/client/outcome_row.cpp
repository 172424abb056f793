// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/outcome_row.h"

#include "client/plain_text.h"
#include "client/qt_text.h"
#include "client/wording.h"

#include <algorithm>
#include <optional>

namespace sesame::client {
namespace {

constexpr int kMaxTargetBytes = 300;
// Before the code of an outcome: the rest of the row names a page, "key=value", the size of a screen, or a
// folder.
constexpr std::string_view kPage = "page-";
constexpr std::string_view kSetting = "setting-";
constexpr std::string_view kScreen = "screen-";
constexpr std::string_view kShare = "share-";
// Before the name of a SessionEnd: the rest is "level;seen;seconds".
constexpr std::string_view kSession = "session-";

std::string without(std::string_view prefix, const std::string& code) {
    return code.starts_with(prefix) ? code.substr(prefix.size()) : std::string();
}

struct SaidTarget {
    std::string operator()(const trigger::LaunchProgram& c) const { return c.program; }
    std::string operator()(const trigger::OpenFile& c) const { return c.path.empty() ? c.name : c.path; }
    std::string operator()(const trigger::ImSettings& c) const { return c.page.empty() ? c.key : c.page; }
    std::string operator()(const trigger::RemoteControl&) const {
        return std::string(consent::kScreenTarget);
    }
    std::string operator()(const trigger::ShareFolder& c) const { return c.path.empty() ? c.name : c.path; }
};

// Nothing for a row that no version of this program has written.
std::optional<SessionSummary> summaryIn(const store::MessageRecord& row) {
    const std::string end = without(kSession, row.text);
    const QStringList parts = toQt(row.extra).split(u';');
    if (end.empty() || parts.size() != 3)
        return std::nullopt;
    SessionSummary out;
    out.highest = static_cast<trigger::RemoteLevel>(std::clamp(parts[0].toInt(), 1, 3));
    out.seen = parts[1] == QLatin1String("1");
    out.seconds = std::max<qint64>(0, parts[2].toLongLong());
    for (int why = 0; why <= static_cast<int>(SessionEnd::Failed); ++why)
        if (end == name(static_cast<SessionEnd>(why))) {
            out.why = static_cast<SessionEnd>(why);
            return out;
        }
    return std::nullopt;
}

}  // namespace

std::string saidTarget(const trigger::Command& command) {
    return std::visit(SaidTarget{}, command);
}

std::string shortTarget(const std::string& target) {
    return toStd(plainLine(toQt(target), kMaxTargetBytes));
}

store::MessageRecord outcomeRow(const MessageId& id, execute::OutcomeKind kind,
                                const trigger::Command& command, const std::string& target) {
    store::MessageRecord row;
    row.id = id;
    row.kind = store::MessageKind::Outcome;
    row.text = execute::name(kind);
    row.extra = shortTarget(target);
    if (const auto* settings = std::get_if<trigger::ImSettings>(&command)) {
        const bool isPage = !settings->page.empty();
        row.text.insert(0, isPage ? kPage : kSetting);
        row.extra = isPage ? settings->page : settings->key + '=' + settings->value;
    } else if (std::holds_alternative<trigger::RemoteControl>(command)) {
        row.text.insert(0, kScreen);
    } else if (std::holds_alternative<trigger::ShareFolder>(command)) {
        row.text.insert(0, kShare);
    }
    return row;
}

store::MessageRecord sessionRow(const MessageId& id, const SessionSummary& summary) {
    store::MessageRecord row;
    row.id = id;
    row.kind = store::MessageKind::Outcome;
    row.text = std::string(kSession) + name(summary.why);
    row.extra = std::to_string(static_cast<int>(summary.highest)) + (summary.seen ? ";1;" : ";0;") +
                std::to_string(summary.seconds);
    return row;
}

QString outcomeText(const store::MessageRecord& row, const QString& name) {
    if (const auto summary = summaryIn(row))
        return row.direction == store::Direction::Outgoing ? wording::wasHelped(*summary, name)
                                                           : wording::helped(*summary, name);
    if (const auto code = without(kPage, row.text); !code.empty())
        return wording::outcome(code, trigger::ImSettings{row.extra, {}, {}});
    if (const auto code = without(kSetting, row.text); !code.empty()) {
        const auto end = row.extra.find('=');
        return wording::outcome(code,
                                trigger::ImSettings{{}, row.extra.substr(0, end), row.extra.substr(end + 1)});
    }
    if (const auto code = without(kScreen, row.text); !code.empty())
        return wording::screenOutcome(code);
    if (const auto code = without(kShare, row.text); !code.empty())
        return wording::shareOutcome(code, toQt(row.extra));
    return wording::outcome(row.text, toQt(row.extra));
}

}  // namespace sesame::client
