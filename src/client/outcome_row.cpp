// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/outcome_row.h"

#include "client/plain_text.h"
#include "client/qt_text.h"
#include "client/wording.h"

namespace sesame::client {
namespace {

constexpr int kMaxTargetBytes = 300;
// Before the code of an outcome: the rest of the row names a page, "key=value", or the size of a screen.
constexpr std::string_view kPage = "page-";
constexpr std::string_view kSetting = "setting-";
constexpr std::string_view kScreen = "screen-";

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
};

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
    }
    return row;
}

QString outcomeText(const store::MessageRecord& row) {
    if (const auto code = without(kPage, row.text); !code.empty())
        return wording::outcome(code, trigger::ImSettings{row.extra, {}, {}});
    if (const auto code = without(kSetting, row.text); !code.empty()) {
        const auto end = row.extra.find('=');
        return wording::outcome(code,
                                trigger::ImSettings{{}, row.extra.substr(0, end), row.extra.substr(end + 1)});
    }
    if (const auto code = without(kScreen, row.text); !code.empty())
        return wording::screenOutcome(code);
    return wording::outcome(row.text, toQt(row.extra));
}

}  // namespace sesame::client
