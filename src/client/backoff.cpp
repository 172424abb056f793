// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/backoff.h"

#include <algorithm>

namespace sesame::client {
namespace {

constexpr int kFirstMs = 1000;
constexpr int kMostMs = 60'000;
constexpr int kMostDoublings = 6;

}  // namespace

std::chrono::milliseconds Backoff::next() {
    const int base = std::min(kFirstMs << std::min(tries_, kMostDoublings), kMostMs);
    ++tries_;
    const int share = std::to_integer<int>(random_.bytes<1>()[0]);  // 0 … 255
    return std::chrono::milliseconds(base * 3 / 4 + base / 2 * share / 255);
}

}  // namespace sesame::client
