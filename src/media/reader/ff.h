// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

#include <memory>

/// Owners of what FFmpeg's libraries hand out.
namespace sesame::media {

struct FreeFormat {
    void operator()(AVFormatContext* it) const { avformat_close_input(&it); }
};
struct FreeCodec {
    void operator()(AVCodecContext* it) const { avcodec_free_context(&it); }
};
struct FreeFrame {
    void operator()(AVFrame* it) const { av_frame_free(&it); }
};
struct FreePacket {
    void operator()(AVPacket* it) const { av_packet_free(&it); }
};
struct FreeScaler {
    void operator()(SwsContext* it) const { sws_freeContext(it); }
};
struct FreeResampler {
    void operator()(SwrContext* it) const { swr_free(&it); }
};

using Format = std::unique_ptr<AVFormatContext, FreeFormat>;
using Codec = std::unique_ptr<AVCodecContext, FreeCodec>;
using Frame = std::unique_ptr<AVFrame, FreeFrame>;
using Packet = std::unique_ptr<AVPacket, FreePacket>;
using Scaler = std::unique_ptr<SwsContext, FreeScaler>;
using Resampler = std::unique_ptr<SwrContext, FreeResampler>;

}  // namespace sesame::media
