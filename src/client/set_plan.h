// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/rule_book.h"

namespace sesame::client {

/// One row as the rule it would be for this receiver.
struct PlannedRule {
    RuleBook::Fit fit;
    trigger::Rule rule;  ///< of New and Replaces: to be signed
    bool goes() const { return fit.fate == RowFate::New || fit.fate == RowFate::Replaces; }
};

/// Everything that a rule of a set still lacks.
struct PlanTerms {
    PublicIdentity helper;
    PublicIdentity receiver;
    std::int64_t nowMs = 0;
};

/// What becomes of the rows of a set next to the rules on file, one row after the other. The later ones know
/// nothing of rows that are not `picked`; an empty list: all are.
std::vector<PlannedRule> planSet(const RuleSet& set, const QList<bool>& picked,
                                 const std::vector<RuleBook::Known>& onFile, const PlanTerms& terms,
                                 crypto::Random& random);

/// The row that a rule would be in a set.
SetRow rowOf(const trigger::Rule& rule);

}  // namespace sesame::client
