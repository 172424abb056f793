// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/training/learn.h"

#include "trigger/training/augment.h"
#include "trigger/training/regression.h"
#include "trigger/training/tagging.h"
#include "trigger/training/vocabulary.h"
#include "trigger/wish_model.h"
#include "trigger/wish_quotes.h"

#include <algorithm>

namespace sesame::trigger::training {
namespace {

std::vector<std::uint32_t> hashesOf(const std::string& message, const WishSpelling& spelling) {
    std::vector<std::uint32_t> out;
    const auto text = readWish(message);
    if (!text)
        return out;
    std::vector<WishUnit> units = withQuotesJoined(*text, unitsOf(*text));
    spelling.correct(units);
    for (const WishFeature& feature : wishFeatures(units, Naming::Off))
        out.push_back(feature.hash);
    return out;
}

TrainedTable learnIntents(const std::vector<Sentence>& sentences, const WishSpelling& spelling) {
    std::vector<Example> examples;
    for (const Sentence& sentence : sentences)
        examples.push_back(
            {hashesOf(sentence.text, spelling), sentence.answer, sentence.weight, sentence.line});
    RegressionPlan plan;
    plan.answers = kAnswers;
    return regress(examples, plan);
}

TrainedTable learnSettings(const std::vector<Sentence>& sentences, const WishSpelling& spelling) {
    std::vector<Example> examples;
    for (const Sentence& sentence : sentences) {
        if (sentence.answer != static_cast<std::size_t>(Intent::ImSettings))
            continue;
        const auto setting = std::ranges::find(wishedSettings(), sentence.setting);
        examples.push_back({hashesOf(sentence.text, spelling),
                            static_cast<std::size_t>(setting - wishedSettings().begin()), sentence.weight,
                            sentence.line});
    }
    RegressionPlan plan;
    plan.answers = wishedSettings().size();
    return regress(examples, plan);
}

}  // namespace

std::vector<std::byte> learn(const std::vector<Sentence>& sentences) {
    const std::string words = vocabulary(sentences);
    const WishSpelling spelling(words);
    const std::vector<Sentence> more = augmented(sentences);
    std::vector<std::byte> out;
    append(learnIntents(more, spelling), out);
    append(learnSettings(more, spelling), out);
    append(learnPlaces(more, spelling), out);
    const auto bytes = std::as_bytes(std::span(words));
    out.insert(out.end(), bytes.begin(), bytes.end());
    return out;
}

}  // namespace sesame::trigger::training
