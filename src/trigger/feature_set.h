// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/wish_features.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace sesame::trigger {

/// Collects features; each is hashed from a family and the words it is made of.
class FeatureSet {
  public:
    explicit FeatureSet(Naming naming) : naming_(naming) {}
    void add(std::string_view family, std::span<const std::string> words);
    void add(std::string_view family, std::initializer_list<std::string_view> words);
    /// What was added, without repetition.
    WishFeatures take();

  private:
    void finish();

    Naming naming_;
    std::string key_;
    WishFeatures all_;
};

}  // namespace sesame::trigger
