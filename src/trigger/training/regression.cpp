// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/training/regression.h"

#include "trigger/training/dice.h"
#include "trigger/wish_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace sesame::trigger::training {
namespace {

// Hashes of the features that occur in enough lines.
std::vector<std::uint32_t> known(const std::vector<Example>& examples, std::size_t least) {
    struct Seen {
        std::size_t lines = 0, last = 0;
    };
    std::unordered_map<std::uint32_t, Seen> all;
    for (const Example& example : examples)
        for (const std::uint32_t feature : example.features)
            if (Seen& seen = all[feature]; seen.lines == 0 || seen.last != example.line)
                seen = {seen.lines + 1, example.line};
    std::vector<std::uint32_t> out;
    for (const auto& [feature, seen] : all)
        if (seen.lines >= least)
            out.push_back(feature);
    std::ranges::sort(out);
    return out;
}

struct Prepared {
    std::vector<std::uint32_t> rows;  // into the table
    std::size_t answer;
    float weight, share;
};

class Regression {
  public:
    Regression(const std::vector<Example>& examples, const RegressionPlan& plan);
    TrainedTable run();

  private:
    void learn(const Prepared& example);

    const RegressionPlan& plan_;
    Dice dice_;
    TrainedTable table_;
    std::vector<Prepared> examples_;
    std::vector<float> squares_;
    std::vector<std::uint32_t> kept_;
    std::vector<float> scores_;
};

Regression::Regression(const std::vector<Example>& examples, const RegressionPlan& plan)
    : plan_(plan), dice_(plan.seed), scores_(plan.answers) {
    table_.answers = plan.answers;
    table_.hashes = known(examples, plan.least);
    table_.weights.resize(table_.hashes.size() * plan.answers);
    squares_.resize(table_.weights.size(), 1e-2F);
    std::unordered_map<std::uint32_t, std::uint32_t> rowOf;
    for (std::uint32_t i = 0; i < table_.hashes.size(); ++i)
        rowOf[table_.hashes[i]] = i;
    for (const Example& example : examples) {
        Prepared prepared{{},
                          example.answer,
                          static_cast<float>(example.weight),
                          static_cast<float>(shareOf(example.features.size()))};
        for (const std::uint32_t feature : example.features)
            if (const auto row = rowOf.find(feature); row != rowOf.end())
                prepared.rows.push_back(row->second);
        examples_.push_back(std::move(prepared));
    }
}

void Regression::learn(const Prepared& example) {
    const std::size_t answers = plan_.answers;
    kept_.clear();
    for (const std::uint32_t row : example.rows)
        if (!dice_.once(plan_.forget))
            kept_.push_back(row);
    std::ranges::fill(scores_, 0.F);
    for (const std::uint32_t row : kept_)
        for (std::size_t answer = 0; answer < answers; ++answer)
            scores_[answer] += table_.weights[row * answers + answer];
    const float share = example.share / static_cast<float>(1 - plan_.forget);
    const float highest = *std::ranges::max_element(scores_);
    float sum = 0;
    for (float& score : scores_)
        sum += score = std::exp((score - highest) * share);
    for (std::size_t answer = 0; answer < answers; ++answer) {
        const float target = answer == example.answer ? 1.F : 0.F;
        scores_[answer] = (scores_[answer] / sum - target) * example.weight * share;
    }
    const auto step = static_cast<float>(plan_.step);
    const auto decay = static_cast<float>(plan_.decay);
    for (const std::uint32_t row : kept_)
        for (std::size_t answer = 0; answer < answers; ++answer) {
            float& weight = table_.weights[row * answers + answer];
            float& square = squares_[row * answers + answer];
            const float slope = scores_[answer] + decay * weight;
            square += slope * slope;
            weight -= step * slope / std::sqrt(square);
        }
}

TrainedTable Regression::run() {
    std::vector<std::size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), 0);
    std::vector<double> sum(table_.weights.size());
    std::size_t summed = 0;
    for (std::size_t round = 0; round < plan_.rounds; ++round) {
        dice_.shuffle(order);
        for (const std::size_t at : order)
            learn(examples_[at]);
        if (round < plan_.rounds / 2)
            continue;
        ++summed;
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += table_.weights[i];
    }
    for (std::size_t i = 0; i < sum.size(); ++i)
        table_.weights[i] = static_cast<float>(sum[i] / static_cast<double>(summed));
    return std::move(table_);
}

}  // namespace

TrainedTable regress(const std::vector<Example>& examples, const RegressionPlan& plan) {
    return Regression(examples, plan).run();
}

}  // namespace sesame::trigger::training
