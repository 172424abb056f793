// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace sesame::bench {

inline constexpr int kSoundRate = 22'050;

/// Melodies, noises and babble, in turn: one channel. The same number is the same sound.
std::vector<std::int16_t> makeSound(unsigned number, double seconds);
const char* soundKind(unsigned number);

}  // namespace sesame::bench
