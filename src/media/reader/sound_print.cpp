// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/reader/sound_print.h"

namespace sesame::media {
namespace {

constexpr int kRate = 11'025;  // what chromaprint listens to
constexpr std::size_t kMostSamples = std::size_t{60} * kRate;

}  // namespace

SoundPrinter::SoundPrinter() : context_(chromaprint_new(CHROMAPRINT_ALGORITHM_DEFAULT)), resample_(kRate, 1) {
    chromaprint_start(context_.get(), kRate, 1);
}

bool SoundPrinter::add(const AVFrame& frame) {
    if (heard_ >= kMostSamples)
        return false;
    const std::vector<std::int16_t>& samples = resample_.add(frame);
    heard_ += samples.size();
    chromaprint_feed(context_.get(), samples.data(), static_cast<int>(samples.size()));
    return true;
}

std::vector<std::uint32_t> SoundPrinter::finish() {
    std::uint32_t* raw = nullptr;
    int size = 0;
    chromaprint_finish(context_.get());
    if (heard_ == 0 || chromaprint_get_raw_fingerprint(context_.get(), &raw, &size) == 0)
        return {};
    std::vector<std::uint32_t> out(raw, raw + size);
    chromaprint_dealloc(raw);
    return out;
}

}  // namespace sesame::media
