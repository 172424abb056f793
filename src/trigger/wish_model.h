// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/weight_table.h"
#include "trigger/wish_features.h"
#include "trigger/wish_spelling.h"

#include "sesame/trigger/intent.h"

#include <array>
#include <optional>
#include <span>
#include <string>

namespace sesame::trigger {

/// What the classifier answers: an intent, or that a wish is refused, which is none as well.
inline constexpr std::size_t kAnswers = kIntents + 1;
inline constexpr std::size_t kRefused = kIntents;

/// What the tagger says of a token. In this order along a message.
enum class Part : std::uint8_t { Before, First, Inside, After };
inline constexpr std::size_t kParts = 4;

/// The settings that im_settings may name, with their values; the first is none of them.
std::span<const std::string_view> wishedSettings();

/// What training leaves behind. Refers to the bytes it was read from; immutable, any thread.
class WishModel {
  public:
    explicit WishModel(std::span<const std::byte> bytes);

    /// The units of a text, their spelling corrected.
    std::vector<WishUnit> units(const WishText& text) const;
    std::array<double, kAnswers> probabilities(const WishFeatures& features) const;
    /// How much a feature of so many speaks for an answer.
    double weight(const WishFeature& feature, std::size_t answer, std::size_t features) const;
    /// How likely each of wishedSettings() is meant.
    std::vector<double> settings(const WishFeatures& features) const;
    struct Span {
        std::size_t first = 0, last = 0;  ///< units, last included
    };
    /// Where the thing that is to be opened or shared is named.
    std::optional<Span> slot(std::span<const WishUnit> units, Intent intent) const;

  private:
    WeightTable intents_, settings_, places_;
    WishSpelling spelling_;
};

/// By how much each of so many features counts: a long message is no louder than a short one.
double shareOf(std::size_t features);

}  // namespace sesame::trigger
