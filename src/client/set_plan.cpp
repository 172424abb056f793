// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/set_plan.h"

#include "sesame/trigger/phrase.h"

#include <algorithm>

namespace sesame::client {
namespace {

// The table as it would be, row after row.
class Plan {
  public:
    Plan(const std::vector<RuleBook::Known>& onFile, const PlanTerms& terms, crypto::Random& random)
        : inUse_(RuleBook::inUse(onFile)), count_(onFile.size()), terms_(terms), random_(random) {
        for (const auto& rule : inUse_)
            phrases_.push_back(trigger::normalise(rule.phrase));
    }

    PlannedRule put(const SetRow& row, bool picked) {
        PlannedRule out;
        const std::string phrase = trigger::normalise(row.phrase);
        const auto at = std::find(phrases_.begin(), phrases_.end(), phrase);
        const auto former =
            at == phrases_.end() ? nullptr : &inUse_[static_cast<std::size_t>(at - phrases_.begin())];
        if (former != nullptr && isThis(*former, row)) {
            out.fit.fate = RowFate::Same;
            return out;
        }
        out.rule = ruleOf(row, former);
        // Twice in one set: the second is too like the first.
        if (former != nullptr && isPlanned(former->id))
            out.rule.id = random_.ruleId();
        if (auto problem = trigger::checkRule(out.rule, inUse_)) {
            out.fit = {RowFate::Refused, std::move(problem)};
            return out;
        }
        if (former != nullptr)
            out.fit = {RowFate::Replaces, std::nullopt, former->phrase};
        else if (count_ >= RuleBook::kMostRules)
            out.fit = {RowFate::NoRoom};
        if (picked && out.goes())
            take(out.rule, at == phrases_.end() ? std::nullopt : std::optional(at - phrases_.begin()),
                 phrase);
        return out;
    }

  private:
    bool isThis(const trigger::Rule& rule, const SetRow& row) const {
        // One with an end would begin anew.
        return row.terms.days == 0 && rule.receiver == terms_.receiver && rowOf(rule) == row;
    }

    bool isPlanned(const RuleId& id) const {
        return std::find(planned_.begin(), planned_.end(), id) != planned_.end();
    }

    trigger::Rule ruleOf(const SetRow& row, const trigger::Rule* former) {
        trigger::Rule out;
        out.id = former != nullptr ? former->id : random_.ruleId();
        out.version = former != nullptr ? former->version + 1 : 1;
        out.phrase = row.phrase;
        out.command = row.command;
        out.helper = terms_.helper;
        out.receiver = terms_.receiver;
        out.createdMs = terms_.nowMs;
        out.expiresMs = endOf(terms_.nowMs, row.terms.days);
        out.judgedAt = row.terms.judgedAt;
        out.ways = row.terms.ways;
        return out;
    }

    void take(const trigger::Rule& rule, std::optional<std::ptrdiff_t> former, const std::string& phrase) {
        planned_.push_back(rule.id);
        if (former) {
            inUse_[static_cast<std::size_t>(*former)] = rule;
            return;
        }
        inUse_.push_back(rule);
        phrases_.push_back(phrase);
        ++count_;
    }

    std::vector<trigger::Rule> inUse_;
    std::vector<std::string> phrases_;  // of those, as they are compared
    std::vector<RuleId> planned_;
    std::size_t count_;
    PlanTerms terms_;
    crypto::Random& random_;
};

}  // namespace

std::vector<PlannedRule> planSet(const RuleSet& set, const QList<bool>& picked,
                                 const std::vector<RuleBook::Known>& onFile, const PlanTerms& terms,
                                 crypto::Random& random) {
    std::vector<PlannedRule> out;
    Plan plan(onFile, terms, random);
    for (std::size_t i = 0; i < set.rows.size(); ++i)
        out.push_back(plan.put(set.rows[i], picked.value(static_cast<qsizetype>(i), true)));
    return out;
}

SetRow rowOf(const trigger::Rule& rule) {
    return {rule.phrase, rule.command, {rule.ways, rule.judgedAt, daysOf(rule)}};
}

}  // namespace sesame::client
