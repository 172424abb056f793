// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/reader/look.h"

#include "media/reader/sound_print.h"

#include <algorithm>
#include <cstdlib>

namespace sesame::media {
namespace {

constexpr int kMostLowres = 3;           // an eighth
constexpr std::int64_t kShownMs = 1000;  // films often begin with black

static_assert(static_cast<int>(Kind::Picture) == wire::pb::MediaAnswer::PICTURE);
static_assert(static_cast<int>(Kind::Sound) == wire::pb::MediaAnswer::SOUND);
static_assert(static_cast<int>(Kind::Clip) == wire::pb::MediaAnswer::CLIP);

struct Seen {
    Size original;
    Raster raster;
};

Frame firstFrame(Source& source, int lowres) {
    Frame out(av_frame_alloc());
    const Codec decoder = source.pictureDecoder(lowres);
    if (decoder)
        source.decode({{decoder.get(), false, [&](AVFrame& frame) {
                            av_frame_ref(out.get(), &frame);
                            return false;
                        }}});
    return out->width > 0 && out->height > 0 ? std::move(out) : Frame();
}

int usefulLowres(Size size, int least) {
    int lowres = 0;
    while (lowres < kMostLowres && std::min(size.width, size.height) >> (lowres + 1) >= least)
        ++lowres;
    return lowres;
}

// Older versions of FFmpeg hand over EXIF's number (2.3, tag 0x0112), newer ones a matrix.
int turnsOf(const AVFrame& frame) {
    if (const AVFrameSideData* const matrix = av_frame_get_side_data(&frame, AV_FRAME_DATA_DISPLAYMATRIX))
        return quarterTurnsOf(reinterpret_cast<const std::int32_t*>(matrix->data));
    const AVDictionaryEntry* const exif = av_dict_get(frame.metadata, "Orientation", nullptr, 0);
    switch (exif ? std::atoi(exif->value) : 0) {
        case 3:
            return 2;
        case 6:
            return 1;
        case 8:
            return 3;
        default:
            return 0;
    }
}

Size uprightSize(Size size, int quarterTurns) {
    return quarterTurns % 2 == 0 ? size : Size{size.height, size.width};
}

// A large photo is decoded small first: its whole need not fit into memory. `shape` says which size is wanted
// of the frame as it lies, before its turns.
template <typename Shape>
std::optional<Seen> seePicture(Source& source, int least, const Shape& shape) {
    Frame frame = firstFrame(source, kMostLowres);
    if (!frame)
        return std::nullopt;
    const Codec decoder = source.pictureDecoder(kMostLowres);
    const int lowres = decoder ? decoder->lowres : 0;
    Size original{frame->width << lowres, frame->height << lowres};
    if (const int useful = usefulLowres(original, least); useful < lowres) {
        source.rewind(0);
        frame = firstFrame(source, useful);
        if (!frame)
            return std::nullopt;
        original = {frame->width << useful, frame->height << useful};
    }
    const int turns = turnsOf(*frame);
    return Seen{uprightSize(original, turns),
                turned(scaled(*frame, shape({frame->width, frame->height}, turns)), turns)};
}

std::optional<Seen> seeClip(Source& source, Size most) {
    const Codec decoder = source.pictureDecoder(0);
    if (!decoder)
        return std::nullopt;
    const Frame last(av_frame_alloc());
    source.decode({{decoder.get(), false, [&](AVFrame& frame) {
                        av_frame_unref(last.get());
                        av_frame_ref(last.get(), &frame);
                        return source.timeMs(false, frame) < kShownMs;
                    }}});
    if (last->width <= 0 || last->height <= 0)
        return std::nullopt;
    const Size size{last->width, last->height};
    const int turns = source.quarterTurns();
    return Seen{uprightSize(size, turns),
                turned(scaled(*last, fitted(size, uprightSize(most, turns))), turns)};
}

wire::pb::MediaAnswer answerOf(const Source& source) {
    wire::pb::MediaAnswer out;
    out.set_kind(static_cast<wire::pb::MediaAnswer::Kind>(source.kind()));
    out.set_duration_ms(source.durationMs());
    return out;
}

void setSize(wire::pb::MediaAnswer& out, Size size) {
    out.set_width(static_cast<std::uint32_t>(size.width));
    out.set_height(static_cast<std::uint32_t>(size.height));
}

void printPicture(Source& source, const PrintShape& shape, wire::pb::MediaAnswer& out) {
    const auto square = [&](Size /*size*/, int /*turns*/) {
        return Size{shape.pictureSide, shape.pictureSide};
    };
    if (const auto seen = seePicture(source, shape.pictureSide * 2, square)) {
        setSize(out, seen->original);
        out.add_frames(greyOf(seen->raster));
    }
}

void printClip(Source& source, const PrintShape& shape, wire::pb::MediaAnswer& out) {
    const Codec pictures = source.pictureDecoder(0);
    const Codec sounds = source.soundDecoder();
    SoundPrinter printer;
    const auto takePicture = [&](AVFrame& frame) {
        if (source.timeMs(false, frame) < std::int64_t{shape.stepMs} * out.frames_size())
            return true;
        if (out.frames_size() == shape.frames)
            return false;
        setSize(out, uprightSize({frame.width, frame.height}, source.quarterTurns()));
        out.add_frames(
            greyOf(turned(scaled(frame, {shape.frameSide, shape.frameSide}), source.quarterTurns())));
        return true;
    };
    const auto takeSound = [&](AVFrame& frame) { return printer.add(frame); };
    if (pictures && sounds)
        source.decode({{pictures.get(), false, takePicture}, {sounds.get(), true, takeSound}});
    else if (pictures)
        source.decode({{pictures.get(), false, takePicture}});
    else if (sounds)
        source.decode({{sounds.get(), true, takeSound}});
    for (const std::uint32_t item : printer.finish())
        out.add_sound(item);
}

}  // namespace

wire::pb::MediaAnswer look(Source& source, Size most) {
    wire::pb::MediaAnswer out = answerOf(source);
    std::optional<Seen> seen;
    if (source.kind() == Kind::Picture)
        seen = seePicture(source, std::max(most.width, most.height),
                          [&](Size size, int turns) { return fitted(size, uprightSize(most, turns)); });
    else if (source.kind() == Kind::Clip)
        seen = seeClip(source, most);
    if (!seen || seen->raster.pixels.empty())
        return out;
    setSize(out, seen->original);
    out.mutable_preview()->set_width(static_cast<std::uint32_t>(seen->raster.width));
    out.mutable_preview()->set_height(static_cast<std::uint32_t>(seen->raster.height));
    out.mutable_preview()->set_rgba(std::move(seen->raster.pixels));
    return out;
}

wire::pb::MediaAnswer print(Source& source, const PrintShape& shape) {
    wire::pb::MediaAnswer out = answerOf(source);
    if (source.kind() == Kind::Picture)
        printPicture(source, shape, out);
    else
        printClip(source, shape, out);
    return out;
}

}  // namespace sesame::media
