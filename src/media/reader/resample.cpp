// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/reader/resample.h"

#include <algorithm>

namespace sesame::media {

const std::vector<std::int16_t>& Resample::add(const AVFrame& frame) {
    samples_.clear();
    if (!prepareFor(frame))
        return samples_;
    const int most = swr_get_out_samples(resampler_.get(), frame.nb_samples);
    if (most <= 0)
        return samples_;
    samples_.resize(static_cast<std::size_t>(most) * static_cast<std::size_t>(channels_));
    auto* into = reinterpret_cast<std::uint8_t*>(samples_.data());
    const int got = swr_convert(resampler_.get(), &into, most,
                                const_cast<const std::uint8_t**>(frame.extended_data), frame.nb_samples);
    samples_.resize(static_cast<std::size_t>(std::max(got, 0)) * static_cast<std::size_t>(channels_));
    return samples_;
}

// A stream may change its kind in the middle.
bool Resample::prepareFor(const AVFrame& frame) {
    if (resampler_ && frame.sample_rate == fromRate_ && frame.format == fromFormat_ &&
        frame.ch_layout.nb_channels == fromChannels_)
        return true;
    resampler_.reset();
    if (frame.sample_rate <= 0 || frame.ch_layout.nb_channels <= 0)
        return false;
    fromRate_ = frame.sample_rate;
    fromFormat_ = frame.format;
    fromChannels_ = frame.ch_layout.nb_channels;
    AVChannelLayout from{};
    if (av_channel_layout_copy(&from, &frame.ch_layout) < 0)
        return false;
    if (from.order == AV_CHANNEL_ORDER_UNSPEC)
        av_channel_layout_default(&from, fromChannels_);
    AVChannelLayout to{};
    av_channel_layout_default(&to, channels_);
    SwrContext* raw = nullptr;
    const int made =
        swr_alloc_set_opts2(&raw, &to, AV_SAMPLE_FMT_S16, rate_, &from,
                            static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0, nullptr);
    resampler_.reset(raw);
    av_channel_layout_uninit(&from);
    if (made < 0 || swr_init(resampler_.get()) < 0)
        resampler_.reset();
    return resampler_ != nullptr;
}

}  // namespace sesame::media
