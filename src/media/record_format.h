// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sesame::media {

inline constexpr int kRecordRate = 48'000;  ///< samples a second of a voice message; one channel, 16-bit

}  // namespace sesame::media
