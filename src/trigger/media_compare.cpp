// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/picture_alignment.h"
#include "trigger/sound_match.h"

#include "sesame/trigger/media_print.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

constexpr Likeness kMatchPictures{0.80F, 0.50F};
constexpr float kNearPictures = 0.65F;
constexpr float kMatchFrames = 0.80F;
constexpr float kNearFrames = 0.65F;
constexpr std::size_t kLeastOverlapItems = 24;
constexpr std::size_t kLeastClipOverlapItems = 8;
constexpr std::size_t kLeastFrameOverlap = 4;

MatchKind compareOfOneKind(const PicturePrint& rule, const PicturePrint& sent) {
    // A crop or a margin changes a shape a little; upright and lying are two pictures.
    const double shapes = static_cast<double>(rule.width) * sent.height / rule.height / sent.width;
    if (shapes < 0.6 || shapes > 1.0 / 0.6)
        return MatchKind::No;
    const Likeness likeness = likenessOf(fieldOf(rule.grey, kPictureSide), fieldOf(sent.grey, kPictureSide));
    if (likeness.whole >= kMatchPictures.whole && likeness.weakest >= kMatchPictures.weakest)
        return MatchKind::Match;
    return likeness.whole >= kNearPictures ? MatchKind::Near : MatchKind::No;
}

MatchKind compareOfOneKind(const SoundPrint& rule, const SoundPrint& sent) {
    return matchSounds(rule, sent, kLeastOverlapItems);
}

/// The mean likeness of the frames that face each other; 0 where too few do.
float likenessAt(const ClipPrint& rule, const ClipPrint& sent, std::ptrdiff_t offset) {
    const std::size_t needed =
        std::max(kLeastFrameOverlap, (std::min(rule.frames.size(), sent.frames.size()) + 1) / 2);
    float sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < rule.frames.size(); ++i) {
        const std::ptrdiff_t other = static_cast<std::ptrdiff_t>(i) + offset;
        if (other < 0 || other >= static_cast<std::ptrdiff_t>(sent.frames.size()))
            continue;
        sum += likenessOf(fieldOf(rule.frames[i], kFrameSide),
                          fieldOf(sent.frames[static_cast<std::size_t>(other)], kFrameSide))
                   .whole;
        ++count;
    }
    return count < needed ? 0 : sum / static_cast<float>(count);
}

MatchKind compareFrames(const ClipPrint& rule, const ClipPrint& sent) {
    float best = 0;
    const auto most = static_cast<std::ptrdiff_t>(std::max(rule.frames.size(), sent.frames.size()) / 2);
    for (std::ptrdiff_t offset = -most; offset <= most; ++offset)
        best = std::max(best, likenessAt(rule, sent, offset));
    if (best >= kMatchFrames)
        return MatchKind::Match;
    return best >= kNearFrames ? MatchKind::Near : MatchKind::No;
}

MatchKind compareOfOneKind(const ClipPrint& rule, const ClipPrint& sent) {
    const MatchKind frames = compareFrames(rule, sent);
    const auto hasSound = [](const ClipPrint& clip) {
        return clip.sound.items.size() >= kLeastClipOverlapItems &&
               tellingItems(clip.sound) * 2 >= clip.sound.items.size();
    };
    if (frames == MatchKind::No || (!hasSound(rule) && !hasSound(sent)))
        return frames;
    if (hasSound(rule) != hasSound(sent))
        return MatchKind::Near;
    const MatchKind sounds = matchSounds(rule.sound, sent.sound, kLeastClipOverlapItems);
    return sounds == MatchKind::No ? MatchKind::Near : std::min(frames, sounds);
}

MatchKind compareOfOneKind(const auto&, const auto&) {
    return MatchKind::No;
}

}  // namespace

MatchKind compare(const MediaPrint& rule, const MediaPrint& sent) {
    if (rule.index() != sent.index() || checkMedia(rule) || checkMedia(sent))
        return MatchKind::No;
    return std::visit([](const auto& left, const auto& right) { return compareOfOneKind(left, right); }, rule,
                      sent);
}

}  // namespace sesame::trigger
