// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/wish_model.h"

#include "trigger/slot_path.h"
#include "trigger/wish_quotes.h"

#include <algorithm>
#include <cmath>

namespace sesame::trigger {
namespace {

constexpr std::array<std::string_view, 21> kSettings = {"",
                                                        "text-size larger",
                                                        "text-size smaller",
                                                        "text-size small",
                                                        "text-size normal",
                                                        "text-size large",
                                                        "text-size huge",
                                                        "theme dark",
                                                        "theme light",
                                                        "theme system",
                                                        "language en",
                                                        "language zh_CN",
                                                        "notification-sound on",
                                                        "notification-sound off",
                                                        "page general",
                                                        "page appearance",
                                                        "page language",
                                                        "page notifications",
                                                        "page privacy",
                                                        "page rules",
                                                        "page history"};

// Words that name nothing by themselves, and neither begin nor end a name.
bool isLittle(std::string_view word) {
    static constexpr std::array<std::string_view, 30> kLittle = {
        "teh", "hte", "the", "a",  "an",   "my", "our", "this", "that", "some", "on", "of", "in", "to", "at",
        "up",  "it",  "me",  "so", "with", "is", ",",   "共",   "呗",   "吧",   "呢", "请", "我", "你", "?"};
    return std::ranges::find(kLittle, word) != kLittle.end();
}

std::vector<double> scores(const WeightTable& table, const WishFeatures& features) {
    std::vector<double> out(table.answers(), 0);
    for (const WishFeature& feature : features) {
        const auto row = table.row(feature.hash);
        for (std::size_t answer = 0; answer < row.size(); ++answer)
            out[answer] += row[answer];
    }
    for (double& score : out)
        score *= table.scale();
    return out;
}

std::vector<double> likelihoods(const WeightTable& table, const WishFeatures& features) {
    std::vector<double> out = scores(table, features);
    if (out.empty())
        return out;
    const double share = shareOf(features.size());
    const double highest = *std::ranges::max_element(out);
    double sum = 0;
    for (double& score : out)
        sum += score = std::exp((score - highest) * share);
    for (double& likelihood : out)
        likelihood /= sum;
    return out;
}

}  // namespace

std::span<const std::string_view> wishedSettings() {
    return kSettings;
}

double shareOf(std::size_t features) {
    return 1 / std::sqrt(static_cast<double>(std::max<std::size_t>(features, 1)));
}

WishModel::WishModel(std::span<const std::byte> bytes)
    : intents_(WeightTable::take(bytes)),
      settings_(WeightTable::take(bytes)),
      places_(WeightTable::take(bytes)),
      spelling_(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size())) {
}

std::vector<WishUnit> WishModel::units(const WishText& text) const {
    std::vector<WishUnit> out = withQuotesJoined(text, unitsOf(text));
    spelling_.correct(out);
    return out;
}

std::array<double, kAnswers> WishModel::probabilities(const WishFeatures& features) const {
    std::array<double, kAnswers> out{};
    const std::vector<double> all = likelihoods(intents_, features);
    if (all.size() == kAnswers)
        std::ranges::copy(all, out.begin());
    else
        out[0] = 1;
    return out;
}

double WishModel::weight(const WishFeature& feature, std::size_t answer, std::size_t features) const {
    const auto row = intents_.row(feature.hash);
    return row.empty() ? 0 : row[answer] * static_cast<double>(intents_.scale()) * shareOf(features);
}

std::vector<double> WishModel::settings(const WishFeatures& features) const {
    return likelihoods(settings_, features);
}

std::optional<WishModel::Span> WishModel::slot(std::span<const WishUnit> units, Intent intent) const {
    std::vector<PartScores> seen;
    for (const WishFeatures& features : placeFeatures(units, name(intent))) {
        const std::vector<double> all = scores(places_, features);
        PartScores part{};
        if (all.size() == kParts)
            std::ranges::copy(all, part.begin());
        seen.push_back(part);
    }
    const std::vector<Part> path = bestPath(seen);
    const auto begin = std::ranges::find(path, Part::First);
    const auto end = std::ranges::find(path, Part::After);
    auto first = static_cast<std::size_t>(begin - path.begin());
    auto count =
        static_cast<std::size_t>(end - path.begin()) - std::min<std::size_t>(first, end - path.begin());
    for (; count > 0 && isLittle(units[first].text); --count)
        ++first;
    while (count > 0 && isLittle(units[first + count - 1].text))
        --count;
    return count == 0 ? std::nullopt : std::optional(Span{first, first + count - 1});
}

}  // namespace sesame::trigger
