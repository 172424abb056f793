// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/media_answer.h"

#include "sesame_schema/media.pb.h"

#include "sesame/wire/frame.h"

#include <algorithm>

namespace sesame::media {
namespace {

constexpr std::uint32_t kMostSide = 1U << 16;
constexpr std::int64_t kMostMs = std::int64_t{1000} * 3600 * 24 * 365;

Error malformed() {
    return {ErrorCode::Malformed, "an answer that cannot be"};
}

Result<FileKind> kindOf(const wire::pb::MediaAnswer& answer) {
    switch (answer.kind()) {
        case wire::pb::MediaAnswer::PICTURE:
            return FileKind::Picture;
        case wire::pb::MediaAnswer::SOUND:
            return FileKind::Sound;
        case wire::pb::MediaAnswer::CLIP:
            return FileKind::Clip;
        default:
            return malformed();
    }
}

bool isLegal(const wire::pb::MediaRaster& raster, int mostWidth, int mostHeight) {
    return raster.width() > 0 && raster.height() > 0 &&
           raster.width() <= static_cast<std::uint32_t>(mostWidth) &&
           raster.height() <= static_cast<std::uint32_t>(mostHeight) &&
           raster.rgba().size() == std::size_t{4} * raster.width() * raster.height();
}

trigger::SoundPrint soundOf(const wire::pb::MediaAnswer& answer, std::size_t mostItems) {
    const std::size_t count = std::min(mostItems, static_cast<std::size_t>(answer.sound_size()));
    return {{answer.sound().begin(), answer.sound().begin() + static_cast<std::ptrdiff_t>(count)}};
}

trigger::ClipPrint clipOf(const wire::pb::MediaAnswer& answer) {
    trigger::ClipPrint out;
    for (const std::string& frame : answer.frames())
        out.frames.push_back(toBytes(asBytes(frame)));
    out.sound = soundOf(answer, trigger::kMostClipSoundItems);
    return out;
}

}  // namespace

Result<trigger::MediaPrint> printOf(ByteView bytes) {
    wire::pb::MediaAnswer answer;
    SESAME_TRY(wire::parse(bytes, answer, kMostAnswer));
    SESAME_TRY_ASSIGN(const FileKind kind, kindOf(answer));
    trigger::MediaPrint out;
    if (kind == FileKind::Sound) {
        out = soundOf(answer, trigger::kMostSoundItems);
    } else if (kind == FileKind::Clip) {
        out = clipOf(answer);
    } else {
        if (answer.frames_size() != 1 || answer.width() > kMostSide || answer.height() > kMostSide)
            return malformed();
        out = trigger::PicturePrint{toBytes(asBytes(answer.frames(0))), answer.width(), answer.height()};
    }
    return trigger::isLegal(out) ? Result<trigger::MediaPrint>(std::move(out)) : malformed();
}

Result<Preview> previewOf(ByteView bytes, int mostWidth, int mostHeight) {
    wire::pb::MediaAnswer answer;
    SESAME_TRY(wire::parse(bytes, answer, kMostAnswer));
    Preview out;
    SESAME_TRY_ASSIGN(out.kind, kindOf(answer));
    if (answer.width() > kMostSide || answer.height() > kMostSide || answer.duration_ms() < 0 ||
        answer.duration_ms() > kMostMs)
        return malformed();
    out.originalWidth = static_cast<int>(answer.width());
    out.originalHeight = static_cast<int>(answer.height());
    out.durationMs = answer.duration_ms();
    if (!answer.has_preview())
        return out;
    if (!isLegal(answer.preview(), mostWidth, mostHeight))
        return malformed();
    out.picture.width = static_cast<int>(answer.preview().width());
    out.picture.height = static_cast<int>(answer.preview().height());
    out.picture.rgba = toBytes(asBytes(answer.preview().rgba()));
    return out;
}

}  // namespace sesame::media
