// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/reader/resample.h"

#include <chromaprint.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace sesame::media {

/// Chromaprint's fingerprint of a sound, of its first minute: about eight items a second.
class SoundPrinter {
  public:
    SoundPrinter();

    /// False: it has heard enough.
    bool add(const AVFrame& frame);
    /// Empty if there was no sound.
    std::vector<std::uint32_t> finish();

  private:
    struct Free {
        void operator()(ChromaprintContext* it) const { chromaprint_free(it); }
    };
    std::unique_ptr<ChromaprintContext, Free> context_;
    Resample resample_;
    std::size_t heard_ = 0;
};

}  // namespace sesame::media
