// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/wish_text.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sesame::trigger {

/// A hashed piece of a message. Its name is kept only where somebody wants to read it.
struct WishFeature {
    std::uint32_t hash;
    std::string name;
};
using WishFeatures = std::vector<WishFeature>;

enum class Naming : bool { Off, On };

/// What the classifier sees of a message: runs of one to four words and letters, runs with gaps, pieces of
/// words, sounds of Han letters, and runs and pairs of kinds of words. Each is there once.
WishFeatures wishFeatures(std::span<const WishUnit> units, Naming naming);

/// What the tagger sees at each unit: the words around it, and what they are.
std::vector<WishFeatures> placeFeatures(std::span<const WishUnit> units, std::string_view intent);

}  // namespace sesame::trigger
