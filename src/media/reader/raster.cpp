// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/reader/raster.h"

#include <algorithm>
#include <array>

namespace sesame::media {
namespace {

constexpr AVPixelFormat kFormat = AV_PIX_FMT_RGBA;
constexpr std::size_t kBytesOfPixel = 4;
constexpr int kAlignment = 64;  // what the scaler's vector code likes, and writes beyond

// A JPEG's own names of its formats only say that its range is full.
AVPixelFormat withoutRange(AVPixelFormat format) {
    switch (format) {
        case AV_PIX_FMT_YUVJ420P:
            return AV_PIX_FMT_YUV420P;
        case AV_PIX_FMT_YUVJ422P:
            return AV_PIX_FMT_YUV422P;
        case AV_PIX_FMT_YUVJ444P:
            return AV_PIX_FMT_YUV444P;
        case AV_PIX_FMT_YUVJ440P:
            return AV_PIX_FMT_YUV440P;
        default:
            return format;
    }
}

Scaler scalerFor(const AVFrame& frame, Size size) {
    const auto own = static_cast<AVPixelFormat>(frame.format);
    const AVPixelFormat from = withoutRange(own);
    Scaler scaler(sws_getContext(frame.width, frame.height, from, size.width, size.height, kFormat, SWS_AREA,
                                 nullptr, nullptr, nullptr));
    if (scaler) {
        const int* const table = sws_getCoefficients(SWS_CS_DEFAULT);
        const bool full = own != from || frame.color_range == AVCOL_RANGE_JPEG;
        sws_setColorspaceDetails(scaler.get(), table, full ? 1 : 0, table, 1, 0, 1 << 16, 1 << 16);
    }
    return scaler;
}

}  // namespace

Size fitted(Size size, Size most) {
    const double factor = std::min(
        {1.0, static_cast<double>(most.width) / size.width, static_cast<double>(most.height) / size.height});
    return {std::max(1, static_cast<int>(size.width * factor)),
            std::max(1, static_cast<int>(size.height * factor))};
}

Raster scaled(const AVFrame& frame, Size size) {
    const Scaler scaler = scalerFor(frame, size);
    if (!scaler)
        return {};
    std::array<std::uint8_t*, 4> planes{};
    std::array<int, 4> strides{};
    const int bytes =
        av_image_alloc(planes.data(), strides.data(), size.width, size.height, kFormat, kAlignment);
    if (bytes < 0)
        return {};
    sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, planes.data(), strides.data());
    Raster out{size.width, size.height, {}};
    const int rowBytes = av_image_get_linesize(kFormat, size.width, 0);
    for (int y = 0; y < size.height; ++y)
        out.pixels.append(
            reinterpret_cast<const char*>(planes[0]) + static_cast<std::ptrdiff_t>(y) * strides[0],
            static_cast<std::size_t>(rowBytes));
    av_freep(planes.data());
    return out;
}

std::string greyOf(const Raster& raster) {
    constexpr int kWhite = 255;
    std::string out;
    out.reserve(raster.pixels.size() / kBytesOfPixel);
    for (std::size_t at = 0; at + kBytesOfPixel <= raster.pixels.size(); at += kBytesOfPixel) {
        const auto part = [&](std::size_t i) {
            return static_cast<int>(static_cast<unsigned char>(raster.pixels[at + i]));
        };
        // BT.601, in thousandths.
        const int grey = (299 * part(0) + 587 * part(1) + 114 * part(2) + 500) / 1000;
        out.push_back(static_cast<char>((grey * part(3) + kWhite * (kWhite - part(3))) / kWhite));
    }
    return out;
}

Raster turned(const Raster& raster, int quarterTurns) {
    if (quarterTurns == 0 || raster.pixels.empty())
        return raster;
    const bool lies = quarterTurns % 2 != 0;
    Raster out{lies ? raster.height : raster.width, lies ? raster.width : raster.height, {}};
    out.pixels.reserve(raster.pixels.size());
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            const int fromX = quarterTurns == 1   ? y
                              : quarterTurns == 2 ? raster.width - 1 - x
                                                  : raster.width - 1 - y;
            const int fromY = quarterTurns == 1   ? raster.height - 1 - x
                              : quarterTurns == 2 ? raster.height - 1 - y
                                                  : x;
            const std::size_t at = (static_cast<std::size_t>(fromY) * static_cast<std::size_t>(raster.width) +
                                    static_cast<std::size_t>(fromX)) *
                                   kBytesOfPixel;
            out.pixels.append(raster.pixels, at, kBytesOfPixel);
        }
    }
    return out;
}

}  // namespace sesame::media
