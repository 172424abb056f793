// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/training/tagging.h"

#include "trigger/slot_path.h"
#include "trigger/training/dice.h"
#include "trigger/wish_quotes.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace sesame::trigger::training {
namespace {

constexpr std::size_t kRounds = 12;
constexpr double kForget = 0.3;
constexpr double kMargin = 5;

struct Tagged {
    std::vector<std::vector<std::uint32_t>> rows;  // for each unit
    std::vector<Part> parts;
};

std::vector<Part> partsOf(const Sentence& sentence, const WishText& text, std::span<const WishUnit> units) {
    std::vector<Part> out;
    bool begun = false;
    for (const WishUnit& unit : units) {
        const WishText::Place place = text.places[unit.token];
        const bool inside = place.begin >= sentence.slotBegin && place.end <= sentence.slotEnd;
        if (inside)
            out.push_back(begun ? Part::Inside : Part::First);
        else
            out.push_back(begun ? Part::After : Part::Before);
        begun = begun || inside;
    }
    return out;
}

class Perceptron {
  public:
    void add(const Sentence& sentence, const WishSpelling& spelling);
    TrainedTable run();

  private:
    std::uint32_t rowOf(std::uint32_t feature, std::size_t line);
    Tagged withoutSome(const Tagged& tagged);
    std::vector<Part> challenge(const Tagged& tagged) const;
    void reward(const Tagged& tagged, const std::vector<Part>& parts, float by);

    Dice dice_{7};
    std::vector<Tagged> all_;
    std::unordered_map<std::uint32_t, std::uint32_t> rows_;
    std::vector<std::uint32_t> hashes_;
    std::vector<std::size_t> firstLine_;
    std::vector<bool> inTwoLines_;  // what occurs in one line only says nothing of others
    std::vector<float> weights_;
    std::vector<double> late_;  // sum of (time x change), to tell the average at the end
    double time_ = 1;
};

std::uint32_t Perceptron::rowOf(std::uint32_t feature, std::size_t line) {
    const auto [at, isNew] = rows_.emplace(feature, static_cast<std::uint32_t>(hashes_.size()));
    if (isNew) {
        hashes_.push_back(feature);
        firstLine_.push_back(line);
        inTwoLines_.push_back(false);
    }
    inTwoLines_[at->second] = inTwoLines_[at->second] || firstLine_[at->second] != line;
    return at->second;
}

void Perceptron::add(const Sentence& sentence, const WishSpelling& spelling) {
    const auto text = readWish(sentence.text);
    if (!text)
        return;
    std::vector<WishUnit> units = withQuotesJoined(*text, unitsOf(*text));
    spelling.correct(units);
    Tagged tagged{{}, partsOf(sentence, *text, units)};
    for (const WishFeatures& features : placeFeatures(units, name(static_cast<Intent>(sentence.answer)))) {
        tagged.rows.emplace_back();
        for (const WishFeature& feature : features)
            tagged.rows.back().push_back(rowOf(feature.hash, sentence.line));
    }
    all_.push_back(std::move(tagged));
}

// Does without a share of the features, another each time, so that none is relied on alone.
Tagged Perceptron::withoutSome(const Tagged& tagged) {
    Tagged out = tagged;
    for (auto& rows : out.rows)
        std::erase_if(rows, [&](std::uint32_t) { return dice_.once(kForget); });
    return out;
}

// The parts that come closest to being chosen instead of the right ones: every wrong one has a head start.
std::vector<Part> Perceptron::challenge(const Tagged& tagged) const {
    std::vector<PartScores> scores(tagged.rows.size());
    for (std::size_t i = 0; i < scores.size(); ++i)
        for (std::size_t part = 0; part < kParts; ++part) {
            scores[i][part] = static_cast<Part>(part) == tagged.parts[i] ? 0 : kMargin;
            for (const std::uint32_t row : tagged.rows[i])
                scores[i][part] += weights_[row * kParts + part];
        }
    return bestPath(scores);
}

void Perceptron::reward(const Tagged& tagged, const std::vector<Part>& parts, float by) {
    for (std::size_t i = 0; i < parts.size(); ++i)
        for (const std::uint32_t row : tagged.rows[i]) {
            const std::size_t at = row * kParts + static_cast<std::size_t>(parts[i]);
            weights_[at] += by;
            late_[at] += by * time_;
        }
}

TrainedTable Perceptron::run() {
    for (Tagged& tagged : all_)
        for (auto& rows : tagged.rows)
            std::erase_if(rows, [&](std::uint32_t row) { return !inTwoLines_[row]; });
    weights_.resize(hashes_.size() * kParts);
    late_.resize(weights_.size());
    std::vector<std::size_t> order(all_.size());
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t round = 0; round < kRounds; ++round) {
        dice_.shuffle(order);
        for (const std::size_t at : order) {
            const Tagged seen = withoutSome(all_[at]);
            const std::vector<Part> guess = challenge(seen);
            if (guess != seen.parts) {
                reward(seen, seen.parts, 1);
                reward(seen, guess, -1);
            }
            ++time_;
        }
    }
    std::vector<std::size_t> ascending(hashes_.size());
    std::iota(ascending.begin(), ascending.end(), 0);
    std::ranges::sort(ascending, {}, [&](std::size_t row) { return hashes_[row]; });
    TrainedTable out{kParts, {}, {}};
    for (const std::size_t row : ascending) {
        out.hashes.push_back(hashes_[row]);
        for (std::size_t at = row * kParts; at < (row + 1) * kParts; ++at)
            out.weights.push_back(static_cast<float>(weights_[at] - late_[at] / time_));
    }
    return out;
}

}  // namespace

TrainedTable learnPlaces(const std::vector<Sentence>& sentences, const WishSpelling& spelling) {
    Perceptron perceptron;
    for (const Sentence& sentence : sentences)
        if (sentence.hasSlot())
            perceptron.add(sentence, spelling);
    return perceptron.run();
}

}  // namespace sesame::trigger::training
