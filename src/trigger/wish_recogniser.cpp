// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/wish_recogniser.h"

#include "trigger/wish_guard.h"
#include "trigger/wish_setting.h"

#include "sesame/trigger/stop_word.h"

#include <algorithm>
#include <map>

namespace sesame::trigger {
namespace {

// How sure the classifier must be, by intent: found by cross-validation (docs/matching.md).
constexpr std::array<double, kIntents> kSure = {1, 0.78, 0.74, 0.78, 0.8, 0.72, 0.7, 0.66, 0.74};
constexpr double kSureOfStopWord = 0.3;  // if the whole message is a word that ends the help that runs
constexpr double kMostRefused = 0.05;    // how likely a refusal may be

/// One message on its way through the recogniser.
struct Reading {
    std::vector<WishUnit> units;
    WishFeatures features;
    std::array<double, kAnswers> probabilities{};
    Intent likeliest = Intent::None;  // of the wishes
    double confidence = 0;
};

Reading read(const WishModel& model, const WishText& text, Naming naming) {
    Reading out;
    out.units = model.units(text);
    out.features = wishFeatures(out.units, naming);
    out.probabilities = model.probabilities(out.features);
    const auto wishes = std::span(out.probabilities).subspan(1, kIntents - 1);
    const auto best = std::ranges::max_element(wishes);
    out.likeliest = static_cast<Intent>(best - wishes.begin() + 1);
    out.confidence = *best;
    return out;
}

// The guard that keeps the likeliest wish from being one; "" if none does.
std::string_view guard(const Reading& reading, std::string_view message) {
    if (const auto form = guardForm(message); !form.empty())
        return form;
    if (const auto sense = guardSense(reading.units, reading.likeliest); !sense.empty())
        return sense;
    const bool stops = reading.likeliest == Intent::Stop;
    if (!stops && reading.probabilities[kRefused] > kMostRefused)
        return "refused";
    const double sure =
        stops && isStopWord(message) ? kSureOfStopWord : kSure[static_cast<std::size_t>(reading.likeliest)];
    return reading.confidence < sure ? "unsure" : "";
}

constexpr double kSureOfValue = 0.4;

// The setting by the classifier, its value by the words if they name one.
std::string settingOf(const WishModel& model, const Reading& reading) {
    const std::vector<double> likely = model.settings(reading.features);
    const std::span<const std::string_view> all = wishedSettings();
    std::map<std::string_view, double> bySetting;
    for (std::size_t i = 0; i < std::min(likely.size(), all.size()); ++i)
        bySetting[all[i].substr(0, all[i].find(' '))] += likely[i];
    const auto setting = std::ranges::max_element(bySetting, {}, [](const auto& one) { return one.second; });
    if (setting == bySetting.end() || setting->first.empty())
        return {};
    if (const std::string value = valueSaid(reading.units, setting->first); !value.empty())
        return std::string(setting->first) + " " + value;
    std::size_t best = 0;
    for (std::size_t i = 1; i < all.size(); ++i)
        if (all[i].starts_with(setting->first) && (best == 0 || likely[i] > likely[best]))
            best = i;
    return likely[best] < kSureOfValue ? "" : std::string(all[best]);
}

std::string slotOf(const WishModel& model, const Reading& reading, const WishText& text,
                   std::string_view message) {
    const Intent intent = reading.likeliest;
    if (intent == Intent::ImSettings)
        return settingOf(model, reading);
    if (intent != Intent::OpenFile && intent != Intent::LaunchProgram && intent != Intent::ShareFolder)
        return {};
    const auto found = model.slot(reading.units, intent);
    if (!found)
        return {};
    const std::size_t begin = text.places[reading.units[found->first].token].begin;
    const std::size_t end = text.places[reading.units[found->last].lastToken].end;
    return std::string(message.substr(begin, end - begin));
}

Wish wishOf(const WishModel& model, const Reading& reading, const WishText& text, std::string_view message,
            bool guarded) {
    if (guarded)
        return {Intent::None, {}, 1 - reading.confidence};
    return {reading.likeliest, slotOf(model, reading, text, message), reading.confidence};
}

constexpr std::size_t kEvidence = 12;  // pieces that are shown

// The heaviest pieces on one side.
std::vector<WishEvidence> heaviest(std::vector<WishEvidence> all, double sign) {
    std::erase_if(all, [&](const WishEvidence& one) { return one.weight * sign <= 0; });
    std::ranges::stable_sort(
        all, [&](const WishEvidence& a, const WishEvidence& b) { return a.weight * sign > b.weight * sign; });
    all.resize(std::min(all.size(), kEvidence));
    return all;
}

// What speaks for the likeliest wish rather than for none.
void weigh(const WishModel& model, const Reading& reading, WishExplanation& out) {
    std::vector<WishEvidence> all;
    for (const WishFeature& feature : reading.features) {
        const auto weight = [&](std::size_t answer) {
            return model.weight(feature, answer, reading.features.size());
        };
        all.push_back({feature.name, weight(static_cast<std::size_t>(reading.likeliest)) - weight(0)});
    }
    out.weighed = reading.likeliest;
    out.speaksFor = heaviest(all, 1);
    out.speaksAgainst = heaviest(std::move(all), -1);
}

}  // namespace

Wish recogniseWith(const WishModel& model, std::string_view message) {
    const auto text = readWish(message);
    if (!text)
        return {Intent::None, {}, 1};
    const Reading reading = read(model, *text, Naming::Off);
    return wishOf(model, reading, *text, message, !guard(reading, message).empty());
}

WishExplanation explainWith(const WishModel& model, std::string_view message) {
    WishExplanation out;
    for (std::size_t i = 0; i < kIntents; ++i)
        out.ranking[i] = {static_cast<Intent>(i), i == 0 ? 1.0 : 0.0};
    const auto text = readWish(message);
    if (!text) {
        out.wish.confidence = 1;
        out.guard = "unreadable";
        return out;
    }
    const Reading reading = read(model, *text, Naming::On);
    for (std::size_t i = 0; i < kIntents; ++i)
        out.ranking[i].probability =
            reading.probabilities[i] + (i == 0 ? reading.probabilities[kRefused] : 0);
    std::ranges::stable_sort(out.ranking, std::ranges::greater(), &WishExplanation::Score::probability);
    weigh(model, reading, out);
    out.guard = guard(reading, message);
    out.wish = wishOf(model, reading, *text, message, !out.guard.empty());
    return out;
}

}  // namespace sesame::trigger
