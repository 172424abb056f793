// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/reader/record.h"

#include "media/reader/ff.h"
#include "media/reader/output.h"
#include "media/record_format.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace sesame::media {
namespace {

constexpr std::int64_t kBitRate = 28'000;  // a second; speech of good quality
constexpr int kIoBytes = 4096;
constexpr int kFrameSamples = 960;  // 20 ms

int writeOutput(void* /*unused*/, std::uint8_t* bytes, int size) {
    return writeOut({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)}) ? size
                                                                                            : AVERROR(EPIPE);
}

Codec openEncoder() {
    const AVCodec* const codec = avcodec_find_encoder_by_name("libopus");
    Codec encoder(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!encoder)
        return {};
    encoder->sample_rate = kRecordRate;
    encoder->sample_fmt = AV_SAMPLE_FMT_S16;
    encoder->bit_rate = kBitRate;
    encoder->time_base = {1, kRecordRate};
    encoder->thread_count = 1;
    encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    av_channel_layout_default(&encoder->ch_layout, 1);
    return avcodec_open2(encoder.get(), codec, nullptr) == 0 ? std::move(encoder) : Codec();
}

struct FreeMuxer {
    void operator()(AVFormatContext* it) const {
        if (it->pb) {
            av_freep(&it->pb->buffer);
            avio_context_free(&it->pb);
        }
        avformat_free_context(it);
    }
};
using Muxer = std::unique_ptr<AVFormatContext, FreeMuxer>;

Muxer openMuxer(const AVCodecContext& encoder) {
    AVFormatContext* raw = nullptr;
    if (avformat_alloc_output_context2(&raw, nullptr, "ogg", nullptr) < 0)
        return {};
    Muxer muxer(raw);
    AVStream* const stream = avformat_new_stream(raw, nullptr);
    auto* const buffer = static_cast<unsigned char*>(av_malloc(kIoBytes));
    raw->pb = avio_alloc_context(buffer, kIoBytes, 1, nullptr, nullptr, writeOutput, nullptr);
    if (stream == nullptr || raw->pb == nullptr ||
        avcodec_parameters_from_context(stream->codecpar, &encoder) < 0)
        return {};
    stream->time_base = encoder.time_base;
    return avformat_write_header(raw, nullptr) >= 0 ? std::move(muxer) : Muxer();
}

bool writePackets(AVCodecContext& encoder, AVFormatContext& muxer) {
    const Packet packet(av_packet_alloc());
    while (packet && avcodec_receive_packet(&encoder, packet.get()) == 0) {
        av_packet_rescale_ts(packet.get(), encoder.time_base, muxer.streams[0]->time_base);
        if (av_write_frame(&muxer, packet.get()) < 0)
            return false;
        av_packet_unref(packet.get());
    }
    return true;
}

// As many samples as one frame takes; fewer at the end.
int readSamples(std::array<std::int16_t, kFrameSamples>& into) {
    auto* const bytes = reinterpret_cast<char*>(into.data());
    std::size_t have = 0;
    while (have < sizeof into) {
        const ssize_t got = ::read(STDIN_FILENO, bytes + have, sizeof into - have);
        if (got <= 0)
            break;
        have += static_cast<std::size_t>(got);
    }
    return static_cast<int>(have / sizeof(std::int16_t));
}

}  // namespace

bool record() {
    const Codec encoder = openEncoder();
    const Muxer muxer = encoder ? openMuxer(*encoder) : Muxer();
    const Frame frame(av_frame_alloc());
    if (!muxer || !frame)
        return false;
    std::array<std::int16_t, kFrameSamples> samples{};
    std::int64_t at = 0;
    for (int count = readSamples(samples); count > 0; count = readSamples(samples)) {
        frame->nb_samples = count;
        frame->format = encoder->sample_fmt;
        frame->sample_rate = encoder->sample_rate;
        frame->pts = at;
        av_channel_layout_default(&frame->ch_layout, 1);
        if (av_frame_get_buffer(frame.get(), 0) < 0)
            return false;
        std::copy_n(samples.begin(), count, reinterpret_cast<std::int16_t*>(frame->data[0]));
        at += count;
        if (avcodec_send_frame(encoder.get(), frame.get()) < 0 || !writePackets(*encoder, *muxer))
            return false;
        av_frame_unref(frame.get());
    }
    avcodec_send_frame(encoder.get(), nullptr);
    return writePackets(*encoder, *muxer) && av_write_trailer(muxer.get()) >= 0;
}

}  // namespace sesame::media
