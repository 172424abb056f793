// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/reader/ff.h"

#include <cstdint>
#include <vector>

namespace sesame::media {

/// Whatever a decoder gives → 16-bit samples of one rate, channels interleaved.
class Resample {
  public:
    Resample(int rate, int channels) : rate_(rate), channels_(channels) {}

    /// Good until the next call. Empty for a frame of an impossible kind.
    const std::vector<std::int16_t>& add(const AVFrame& frame);

  private:
    bool prepareFor(const AVFrame& frame);

    int rate_;
    int channels_;
    int fromRate_ = 0;
    int fromFormat_ = -1;
    int fromChannels_ = 0;
    Resampler resampler_;
    std::vector<std::int16_t> samples_;
};

}  // namespace sesame::media
