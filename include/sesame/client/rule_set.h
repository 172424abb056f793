// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <string>
#include <vector>

namespace sesame::client {

/// One rule without the two people it is between.
struct SetRow {
    std::string phrase;
    trigger::Command command;
    RuleTerms terms{};
    bool operator==(const SetRow&) const = default;
};

/// Rules under one name, for whoever they may be made.
struct RuleSet {
    std::string name;
    std::vector<SetRow> rows;
    bool operator==(const RuleSet&) const = default;
};

inline constexpr std::size_t kMostSetRows = 200;
inline constexpr std::size_t kMostSetBytes = 2UL * 1024 * 1024;
inline constexpr std::uint32_t kMostDays = 3650;  ///< that a rule of a set may be valid

/// Why a file is no rule set: in which line, and one translated sentence.
struct SetFault {
    int line = 0;  ///< 0: it is about the whole
    QString words;
};

/// As a file has it (docs/rule-sets.md). Pure; any thread.
QByteArray encodeRuleSet(const RuleSet& set);

/// Malformed for anything but a set as encodeRuleSet() could have written it, in any order and with any white
/// space: unknown or repeated fields, wrong types, too many rows, a name that is not plain. Does not judge
/// phrases and commands.
Result<RuleSet> decodeRuleSet(const QByteArray& bytes, SetFault* fault = nullptr);

/// Into this place, whole or not at all. `problem`: one translated sentence.
Status saveRuleSet(const QString& path, const RuleSet& set, QString* problem);
Result<RuleSet> loadRuleSet(const QString& path, QString* problem);

}  // namespace sesame::client
