// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

/// The bytes of the trained WishModel, which the build writes (training/main.cpp).
namespace sesame::trigger::wish_weights {

extern const unsigned char bytes[];
extern const std::size_t size;

}  // namespace sesame::trigger::wish_weights
