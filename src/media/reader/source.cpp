// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/reader/source.h"

#include "media/reader/sandbox.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

namespace sesame::media {
namespace {

// Of still pictures: names as of FFmpeg's demuxers.
constexpr const char* kStillFormats =
    "png_pipe,apng,jpeg_pipe,webp_pipe,gif,bmp_pipe,tiff_pipe,ppm_pipe,pgm_pipe,qoi_pipe";
constexpr const char* kFormats =
    "png_pipe,apng,jpeg_pipe,webp_pipe,gif,bmp_pipe,tiff_pipe,ppm_pipe,pgm_pipe,qoi_pipe,"
    "mov,matroska,avi,ogg,mp3,wav,flac,aac,amr,mpegts,mpeg";
constexpr const char* kCodecs =
    "png,apng,mjpeg,webp,gif,bmp,tiff,ppm,pgm,qoi,"
    "h264,hevc,vp8,vp9,libdav1d,mpeg4,mpeg1video,mpeg2video,theora,h263,"
    "aac,mp3float,mp3,mp2float,opus,libopus,vorbis,flac,alac,amrnb,amrwb,pcm_s16le,pcm_s16be,pcm_s24le,pcm_"
    "s32le,pcm_u8,"
    "pcm_f32le,pcm_mulaw,pcm_alaw,adpcm_ms,adpcm_ima_wav,ac3";
// A photo of a telephone has up to 108 million; more is a bomb.
constexpr std::int64_t kMostPixels = 128'000'000;
constexpr int kInputBytes = 64 * 1024;
constexpr unsigned kMostStreams = 16;

int readInput(void* /*unused*/, std::uint8_t* into, int size) {
    const ssize_t got = ::read(STDIN_FILENO, into, static_cast<std::size_t>(size));
    return got > 0 ? static_cast<int>(got) : got == 0 ? AVERROR_EOF : AVERROR(errno);
}

std::int64_t seekInput(void* /*unused*/, std::int64_t offset, int whence) {
    if ((whence & AVSEEK_SIZE) == 0)
        return lseek(STDIN_FILENO, offset, whence & ~AVSEEK_FORCE);
    const off_t here = lseek(STDIN_FILENO, 0, SEEK_CUR);
    const off_t size = lseek(STDIN_FILENO, 0, SEEK_END);
    lseek(STDIN_FILENO, here, SEEK_SET);
    return size;
}

int refuseOther(AVFormatContext* /*format*/, AVIOContext** /*out*/, const char* /*url*/, int /*flags*/,
                AVDictionary** /*options*/) {
    return AVERROR(EACCES);
}

// It lives as long as the process, which opens one file.
AVIOContext* input() {
    auto* const buffer = static_cast<unsigned char*>(av_malloc(kInputBytes));
    return avio_alloc_context(buffer, kInputBytes, 0, nullptr, readInput, nullptr, seekInput);
}

void setLimits(AVDictionary** options) {
    av_dict_set_int(options, "max_pixels", kMostPixels, 0);
    av_dict_set(options, "threads", "1", 0);
    av_dict_set(options, "codec_whitelist", kCodecs, 0);
}

bool isStill(const AVFormatContext& format) {
    return (',' + std::string(kStillFormats) + ',').find(',' + std::string(format.iformat->name) + ',') !=
           std::string::npos;
}

bool readStreams(AVFormatContext& format) {
    std::vector<AVDictionary*> options(format.nb_streams, nullptr);
    for (AVDictionary*& of : options)
        setLimits(&of);
    const int found = avformat_find_stream_info(&format, options.empty() ? nullptr : options.data());
    for (AVDictionary*& of : options)
        av_dict_free(&of);
    return found >= 0;
}

Format openFormat() {
    AVFormatContext* raw = avformat_alloc_context();
    if (raw == nullptr)
        return {};
    raw->pb = input();
    raw->io_open = refuseOther;
    raw->max_streams = static_cast<int>(kMostStreams);
    AVDictionary* options = nullptr;
    av_dict_set(&options, "format_whitelist", kFormats, 0);
    av_dict_set(&options, "codec_whitelist", kCodecs, 0);
    const int opened = avformat_open_input(&raw, "", nullptr, &options);  // frees `raw` when it fails
    av_dict_free(&options);
    return opened == 0 ? Format(raw) : Format();
}

bool isCover(const AVStream& stream) {
    return (stream.disposition & AV_DISPOSITION_ATTACHED_PIC) != 0;
}

int firstOf(const AVFormatContext& format, AVMediaType type) {
    for (unsigned i = 0; i < format.nb_streams; ++i)
        if (format.streams[i]->codecpar->codec_type == type && !isCover(*format.streams[i]))
            return static_cast<int>(i);
    return -1;
}

const std::int32_t* matrixOf(const AVStream& stream) {
#if LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(60, 30, 100)
    const AVPacketSideData* const data = av_packet_side_data_get(
        stream.codecpar->coded_side_data, stream.codecpar->nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    return data ? reinterpret_cast<const std::int32_t*>(data->data) : nullptr;
#else
    return reinterpret_cast<const std::int32_t*>(
        av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, nullptr));
#endif
}

}  // namespace

int quarterTurnsOf(const std::int32_t* matrix) {
    const double degrees = matrix ? -av_display_rotation_get(matrix) : 0;
    if (!std::isfinite(degrees))
        return 0;
    return (static_cast<int>(std::lround(degrees / 90)) % 4 + 4) % 4;
}

std::optional<Source> Source::open() {
    Format format = openFormat();
    if (!format)
        return std::nullopt;
    if (isStill(*format))
        return Source(std::move(format));
    allowMostBytes();
    if (!readStreams(*format))
        return std::nullopt;
    return Source(std::move(format));
}

Source::Source(Format format) : format_(std::move(format)) {
    picture_ = firstOf(*format_, AVMEDIA_TYPE_VIDEO);
    if (isStill(*format_)) {
        kind_ = picture_ >= 0 ? Kind::Picture : Kind::Other;
        return;
    }
    sound_ = firstOf(*format_, AVMEDIA_TYPE_AUDIO);
    kind_ = picture_ >= 0 ? Kind::Clip : sound_ >= 0 ? Kind::Sound : Kind::Other;
    if (picture_ >= 0)
        quarterTurns_ = quarterTurnsOf(matrixOf(*format_->streams[picture_]));
}

std::int64_t Source::durationMs() const {
    return kind_ == Kind::Picture || format_->duration <= 0 ? 0 : format_->duration / (AV_TIME_BASE / 1000);
}

Codec Source::pictureDecoder(int lowres) const {
    return decoderOf(picture_, lowres);
}

Codec Source::soundDecoder() const {
    return decoderOf(sound_, 0);
}

Codec Source::decoderOf(int stream, int lowres) const {
    if (stream < 0)
        return {};
    const AVCodecParameters& parameters = *format_->streams[stream]->codecpar;
    const AVCodec* const codec = avcodec_find_decoder(parameters.codec_id);
    Codec decoder(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!decoder || avcodec_parameters_to_context(decoder.get(), &parameters) < 0)
        return {};
    decoder->pkt_timebase = format_->streams[stream]->time_base;
    decoder->lowres = std::min(lowres, static_cast<int>(codec->max_lowres));
    AVDictionary* options = nullptr;
    setLimits(&options);
    const int opened = avcodec_open2(decoder.get(), codec, &options);
    av_dict_free(&options);
    return opened == 0 ? std::move(decoder) : Codec();
}

void Source::decode(std::initializer_list<const Track> tracks) {
    const Packet packet(av_packet_alloc());
    const Frame frame(av_frame_alloc());
    if (!packet || !frame)
        return;
    const auto drain = [&](const Track& track) {
        while (avcodec_receive_frame(track.decoder, frame.get()) == 0) {
            if (!track.take(*frame))
                return false;
            av_frame_unref(frame.get());
        }
        return true;
    };
    while (av_read_frame(format_.get(), packet.get()) == 0) {
        for (const Track& track : tracks)
            if (packet->stream_index == (track.isSound ? sound_ : picture_)) {
                avcodec_send_packet(track.decoder, packet.get());
                if (!drain(track))
                    return;
            }
        av_packet_unref(packet.get());
    }
    for (const Track& track : tracks) {
        avcodec_send_packet(track.decoder, nullptr);
        if (!drain(track))
            return;
    }
}

void Source::rewind(std::int64_t ms) {
    av_seek_frame(format_.get(), -1, ms * (AV_TIME_BASE / 1000), AVSEEK_FLAG_BACKWARD);
}

std::int64_t Source::timeMs(bool ofSound, const AVFrame& frame) const {
    const AVStream& stream = *format_->streams[ofSound ? sound_ : picture_];
    const std::int64_t start = stream.start_time == AV_NOPTS_VALUE ? 0 : stream.start_time;
    if (frame.best_effort_timestamp == AV_NOPTS_VALUE)
        return 0;
    return av_rescale_q(frame.best_effort_timestamp - start, stream.time_base, {1, 1000});
}

}  // namespace sesame::media
