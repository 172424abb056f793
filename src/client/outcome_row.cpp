// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/outcome_row.h"

#include "client/qt_text.h"
#include "client/wording.h"

#include "sesame/client/plain_text.h"

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
// The same of a share: the rest is "level;seen;seconds;taken;bytes;put;name".
constexpr std::string_view kShared = "shared-";

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

std::optional<SessionEnd> endNamed(const std::string& end) {
    for (int why = 0; why <= static_cast<int>(SessionEnd::Failed); ++why)
        if (end == name(static_cast<SessionEnd>(why)))
            return static_cast<SessionEnd>(why);
    return std::nullopt;
}

// Nothing for a row that no version of this program has written.
std::optional<SessionSummary> summaryIn(const store::MessageRecord& row) {
    const auto why = endNamed(without(kSession, row.text));
    const QStringList parts = toQt(row.extra).split(u';');
    if (!why || parts.size() != 3)
        return std::nullopt;
    SessionSummary out;
    out.why = *why;
    out.highest = static_cast<trigger::RemoteLevel>(std::clamp(parts[0].toInt(), 1, 3));
    out.seen = parts[1] == QLatin1String("1");
    out.seconds = std::max<qint64>(0, parts[2].toLongLong());
    return out;
}

std::optional<ShareSummary> shareIn(const store::MessageRecord& row) {
    constexpr int kNumbers = 6;
    const auto why = endNamed(without(kShared, row.text));
    const QString extra = toQt(row.extra);
    const QStringList parts = extra.split(u';');
    if (!why || parts.size() <= kNumbers)
        return std::nullopt;
    ShareSummary out;
    out.why = *why;
    out.files.level = static_cast<trigger::ShareLevel>(std::clamp(parts[0].toInt(), 1, 3));
    out.seen = parts[1] == QLatin1String("1");
    out.seconds = std::max<qint64>(0, parts[2].toLongLong());
    out.files.taken = parts[3].toULongLong();
    out.files.takenBytes = parts[4].toULongLong();
    out.files.put = parts[5].toULongLong();
    out.files.name = toStd(extra.section(u';', kNumbers));
    return out;
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

store::MessageRecord shareRow(const MessageId& id, const ShareSummary& summary) {
    const SharedFiles& files = summary.files;
    store::MessageRecord row;
    row.id = id;
    row.kind = store::MessageKind::Outcome;
    row.text = std::string(kShared) + name(summary.why);
    row.extra = std::to_string(static_cast<int>(files.level)) + (summary.seen ? ";1;" : ";0;");
    for (const std::uint64_t number :
         {static_cast<std::uint64_t>(summary.seconds), files.taken, files.takenBytes, files.put})
        row.extra += std::to_string(number) + ';';
    row.extra += shortTarget(files.name);
    return row;
}

QString outcomeText(const store::MessageRecord& row, const QString& name) {
    if (const auto summary = summaryIn(row))
        return row.direction == store::Direction::Outgoing ? wording::wasHelped(*summary, name)
                                                           : wording::helped(*summary, name);
    if (const auto summary = shareIn(row))
        return row.direction == store::Direction::Outgoing ? wording::hasShared(*summary, name)
                                                           : wording::wasShared(*summary, name);
    const QString owner = row.direction == store::Direction::Outgoing ? QString() : name;
    if (const auto code = without(kPage, row.text); !code.empty())
        return wording::pageOutcome(code, row.extra, owner);
    if (const auto code = without(kSetting, row.text); !code.empty()) {
        const auto end = row.extra.find('=');
        return wording::settingOutcome(code, row.extra.substr(0, end), row.extra.substr(end + 1), owner);
    }
    if (const auto code = without(kScreen, row.text); !code.empty())
        return wording::screenOutcome(code);
    if (const auto code = without(kShare, row.text); !code.empty())
        return wording::shareOutcome(code, toQt(row.extra), owner);
    return wording::outcome(row.text, toQt(row.extra), owner);
}

}  // namespace sesame::client
