// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "film_writer.h"

#include "media/reader/ff.h"

#include <cmath>

namespace sesame::media {
namespace {

constexpr int kRate = 44'100;
constexpr double kHertz = 440;

struct FreeOutput {
    void operator()(AVFormatContext* it) const {
        avio_closep(&it->pb);
        avformat_free_context(it);
    }
};
using Output = std::unique_ptr<AVFormatContext, FreeOutput>;

Codec openTrack(AVFormatContext& output, AVCodecID id, const std::function<void(AVCodecContext&)>& choose) {
    const AVCodec* const codec = avcodec_find_encoder(id);
    Codec encoder(avcodec_alloc_context3(codec));
    choose(*encoder);
    if ((output.oformat->flags & AVFMT_GLOBALHEADER) != 0)
        encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    AVStream* const stream = avformat_new_stream(&output, nullptr);
    if (avcodec_open2(encoder.get(), codec, nullptr) < 0 ||
        avcodec_parameters_from_context(stream->codecpar, encoder.get()) < 0)
        return {};
    stream->time_base = encoder->time_base;
    return encoder;
}

bool give(AVFormatContext& output, int stream, AVCodecContext& encoder, const AVFrame* frame) {
    const Packet packet(av_packet_alloc());
    if (avcodec_send_frame(&encoder, frame) < 0)
        return false;
    while (avcodec_receive_packet(&encoder, packet.get()) == 0) {
        av_packet_rescale_ts(packet.get(), encoder.time_base, output.streams[stream]->time_base);
        packet->stream_index = stream;
        if (av_interleaved_write_frame(&output, packet.get()) < 0)
            return false;
    }
    return true;
}

Frame pictureOf(const QImage& image, int number) {
    Frame frame(av_frame_alloc());
    frame->format = AV_PIX_FMT_YUV420P;
    frame->width = image.width();
    frame->height = image.height();
    frame->pts = number;
    av_frame_get_buffer(frame.get(), 0);
    const QImage rgb = image.convertToFormat(QImage::Format_RGBA8888);
    const Scaler scaler(sws_getContext(rgb.width(), rgb.height(), AV_PIX_FMT_RGBA, rgb.width(), rgb.height(),
                                       AV_PIX_FMT_YUV420P, SWS_BILINEAR, nullptr, nullptr, nullptr));
    const std::uint8_t* const planes[] = {rgb.constBits()};
    const int strides[] = {static_cast<int>(rgb.bytesPerLine())};
    sws_scale(scaler.get(), planes, strides, 0, rgb.height(), frame->data, frame->linesize);
    return frame;
}

Frame toneOf(const AVCodecContext& encoder, std::int64_t at) {
    Frame frame(av_frame_alloc());
    frame->format = encoder.sample_fmt;
    frame->sample_rate = kRate;
    frame->nb_samples = encoder.frame_size;
    frame->pts = at;
    av_channel_layout_default(&frame->ch_layout, 1);
    av_frame_get_buffer(frame.get(), 0);
    auto* const samples = reinterpret_cast<float*>(frame->data[0]);
    for (int i = 0; i < frame->nb_samples; ++i)
        samples[i] =
            static_cast<float>(0.3 * std::sin(2 * M_PI * kHertz * static_cast<double>(at + i) / kRate));
    return frame;
}

}  // namespace

bool writeFilm(const std::filesystem::path& path, QSize size, int seconds, int framesPerSecond,
               const std::function<QImage(int frame)>& paint) {
    AVFormatContext* raw = nullptr;
    if (avformat_alloc_output_context2(&raw, nullptr, nullptr, path.c_str()) < 0)
        return false;
    const Output output(raw);
    const Codec pictures = openTrack(*raw, AV_CODEC_ID_MPEG4, [&](AVCodecContext& encoder) {
        encoder.width = size.width();
        encoder.height = size.height();
        encoder.pix_fmt = AV_PIX_FMT_YUV420P;
        encoder.time_base = {1, framesPerSecond};
        encoder.bit_rate = 2'000'000;
    });
    const Codec sounds = openTrack(*raw, AV_CODEC_ID_AAC, [](AVCodecContext& encoder) {
        encoder.sample_rate = kRate;
        encoder.sample_fmt = AV_SAMPLE_FMT_FLTP;
        encoder.time_base = {1, kRate};
        av_channel_layout_default(&encoder.ch_layout, 1);
    });
    if (!pictures || !sounds || avio_open(&raw->pb, path.c_str(), AVIO_FLAG_WRITE) < 0 ||
        avformat_write_header(raw, nullptr) < 0)
        return false;
    std::int64_t heard = 0;
    for (int number = 0; number < seconds * framesPerSecond; ++number) {
        if (!give(*raw, 0, *pictures, pictureOf(paint(number), number).get()))
            return false;
        for (; heard * framesPerSecond < std::int64_t{kRate} * (number + 1); heard += sounds->frame_size)
            if (!give(*raw, 1, *sounds, toneOf(*sounds, heard).get()))
                return false;
    }
    return give(*raw, 0, *pictures, nullptr) && give(*raw, 1, *sounds, nullptr) && av_write_trailer(raw) == 0;
}

}  // namespace sesame::media
