// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frame_buffer.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>

namespace sesame::bench {
namespace {

// X11/XWDFile.h: fields of 32 bits, big-endian.
enum Field : std::size_t {
    kHeaderSize = 0,
    kWidth = 4,
    kHeight = 5,
    kBitsPerPixel = 11,
    kBytesPerLine = 12,
    kColours = 19
};
constexpr std::size_t kColourBytes = 12;

}  // namespace

FrameBuffer::FrameBuffer(const char* file) {
    const int fd = ::open(file, O_RDONLY | O_CLOEXEC);
    struct stat about {};
    if (fd < 0 || ::fstat(fd, &about) != 0) {
        std::fprintf(stderr, "cannot read %s\n", file);
        std::exit(1);
    }
    const auto size = static_cast<std::size_t>(about.st_size);
    void* const mapped = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, fd, 0);
    if (mapped == MAP_FAILED)
        std::exit(1);
    const auto* header = static_cast<const std::uint32_t*>(mapped);
    const auto field = [header](Field which) { return ntohl(header[which]); };
    width_ = static_cast<int>(field(kWidth));
    height_ = static_cast<int>(field(kHeight));
    perLine_ = static_cast<int>(field(kBytesPerLine) / 4);
    const std::size_t before = field(kHeaderSize) + field(kColours) * kColourBytes;
    if (field(kBitsPerPixel) != 32 || before + std::size_t(perLine_) * std::size_t(height_) * 4 > size) {
        std::fprintf(stderr, "%s is not a screen of 32 bits a pixel\n", file);
        std::exit(1);
    }
    pixels_ = reinterpret_cast<const volatile std::uint32_t*>(static_cast<const char*>(mapped) + before);
}

std::optional<std::uint8_t> FrameBuffer::markerAt(marker::Point at) const {
    if (at.x < 0 || at.y < 0 || at.x + marker::kWidth > width_ || at.y + marker::kCell > height_)
        return std::nullopt;
    return marker::read(
        [&](int dx, int dy) { return static_cast<int>(pixel(at.x + dx, at.y + dy) >> 8U & 0xFFU); });
}

bool FrameBuffer::shows(marker::Kind kind, marker::Point scene, unsigned frame) const {
    for (const marker::Point& place : marker::places(kind, frame)) {
        if (markerAt({scene.x + place.x, scene.y + place.y}) != static_cast<std::uint8_t>(frame))
            return false;
    }
    return true;
}

std::optional<unsigned> FrameBuffer::frameAfter(marker::Kind kind, marker::Point scene, unsigned last) const {
    constexpr unsigned kAhead = 200;  // less than a round of the numbers
    for (unsigned frame = last + 1; frame <= last + kAhead; ++frame) {
        if (shows(kind, scene, frame))
            return frame;
    }
    return std::nullopt;
}

std::optional<marker::Point> FrameBuffer::findScene() const {
    const marker::Point corner = marker::places(marker::Kind::Calibrate, marker::kCalibration)[0];
    for (int y = 0; y + marker::kSceneHeight <= height_; ++y) {
        for (int x = 0; x + marker::kSceneWidth <= width_; ++x) {
            // The cell must begin here: one pixel to the left and one line up there is none.
            const int left = x + corner.x;
            const int line = y + corner.y;
            const bool begins =
                ((pixel(left, line) & 0xFFU) > 192) == marker::isWhite(marker::kCalibration, 0) &&
                pixel(left - 1, line) != pixel(left, line) && pixel(left, line - 1) != pixel(left, line);
            if (begins && shows(marker::Kind::Calibrate, {x, y}, marker::kCalibration))
                return marker::Point{x, y};
        }
    }
    return std::nullopt;
}

}  // namespace sesame::bench
