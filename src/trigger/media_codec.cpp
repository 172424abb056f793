// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/media_codec.h"

#include "sesame_schema/rule.pb.h"

namespace sesame::trigger {
namespace {

void encodeKind(const PicturePrint& picture, wire::pb::MediaPrint& out) {
    out.mutable_picture()->set_grey(toString(picture.grey));
    out.mutable_picture()->set_width(picture.width);
    out.mutable_picture()->set_height(picture.height);
}

void encodeKind(const SoundPrint& sound, wire::pb::MediaPrint& out) {
    out.mutable_sound()->mutable_items()->Assign(sound.items.begin(), sound.items.end());
}

void encodeKind(const ClipPrint& clip, wire::pb::MediaPrint& out) {
    for (const Bytes& frame : clip.frames)
        out.mutable_clip()->add_frames(toString(frame));
    out.mutable_clip()->mutable_sound()->Assign(clip.sound.items.begin(), clip.sound.items.end());
}

ClipPrint clipFrom(const wire::pb::MediaPrint::Clip& in) {
    ClipPrint clip;
    for (const std::string& frame : in.frames())
        clip.frames.push_back(toBytes(asBytes(frame)));
    clip.sound.items.assign(in.sound().begin(), in.sound().end());
    return clip;
}

bool hasUnknownIn(const google::protobuf::Message& message) {
    return !message.GetReflection()->GetUnknownFields(message).empty();
}

}  // namespace

void encodeMedia(const MediaPrint& print, wire::pb::MediaPrint& out) {
    std::visit([&](const auto& value) { encodeKind(value, out); }, print);
}

Result<MediaPrint> decodeMedia(const wire::pb::MediaPrint& in) {
    MediaPrint out;
    switch (in.kind_case()) {
        case wire::pb::MediaPrint::kPicture:
            out = PicturePrint{toBytes(asBytes(in.picture().grey())), in.picture().width(),
                               in.picture().height()};
            break;
        case wire::pb::MediaPrint::kSound:
            out = SoundPrint{{in.sound().items().begin(), in.sound().items().end()}};
            break;
        case wire::pb::MediaPrint::kClip:
            out = clipFrom(in.clip());
            break;
        default:
            return Error{ErrorCode::Malformed, "a print of an unknown kind"};
    }
    if (hasUnknownIn(in) || hasUnknownIn(in.picture()) || hasUnknownIn(in.sound()) || hasUnknownIn(in.clip()))
        return Error{ErrorCode::Malformed, "a print with unknown fields"};
    if (!isLegal(out))
        return Error{ErrorCode::Malformed, "a print that cannot be"};
    return out;
}

}  // namespace sesame::trigger
