// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/picture_alignment.h"
#include "trigger/sound_match.h"

#include "sesame/trigger/media_print.h"

#include <algorithm>
#include <cmath>

namespace sesame::trigger {
namespace {

// How alike two different pictures lie upon each other by chance hangs on how many places of them say
// something of their own: few in a face, many in a page. By Fisher's z-transformation (Biometrika 10, 1915) a
// correlation r of n places is as surprising as atanh(r) * sqrt(n), and n goes with the detail.
struct Limit {
    float surprise;
    float least, most;  // of the likeness
};
constexpr Limit kMatchPictures{1.9F, 0.85F, 0.945F};
constexpr Limit kNearPictures{1.45F, 0.75F, 0.86F};
constexpr float kWeakestPart = 0.5F;
constexpr float kMatchFrames = 0.80F;
constexpr float kNearFrames = 0.65F;
constexpr std::size_t kLeastOverlapItems = 24;
constexpr std::size_t kLeastClipOverlapItems = 8;
constexpr std::size_t kLeastFrameOverlap = 4;
constexpr std::size_t kOffsetsLookedAt = 3;

bool reaches(const Likeness& likeness, const Limit& limit) {
    const float wanted = likeness.detail > 0 ? std::tanh(limit.surprise / std::sqrt(likeness.detail)) : 1;
    return likeness.weakest >= kWeakestPart && likeness.whole >= std::clamp(wanted, limit.least, limit.most);
}

MatchKind compareOfOneKind(const PicturePrint& rule, const PicturePrint& sent) {
    // A crop or a margin changes a shape a little; upright and lying are two pictures.
    const double shapes = static_cast<double>(rule.width) * sent.height / rule.height / sent.width;
    if (shapes < 0.6 || shapes > 1.0 / 0.6)
        return MatchKind::No;
    const Likeness likeness = likenessOf(fieldOf(rule.grey, kPictureSide), fieldOf(sent.grey, kPictureSide));
    return reaches(likeness, kMatchPictures)  ? MatchKind::Match
           : reaches(likeness, kNearPictures) ? MatchKind::Near
                                              : MatchKind::No;
}

MatchKind compareOfOneKind(const SoundPrint& rule, const SoundPrint& sent) {
    return matchSounds(rule, sent, kLeastOverlapItems);
}

/// How a clip lies beside another: frame i of the rule faces frame i + offset of the one sent.
class FacingFrames {
  public:
    FacingFrames(const ClipPrint& rule, const ClipPrint& sent) {
        for (const Bytes& frame : rule.frames) {
            rule_.push_back(fieldOf(frame, kFrameSide));
            ruleLooks_.push_back(coarseLooks(rule_.back(), Side::Rule));
        }
        for (const Bytes& frame : sent.frames) {
            sent_.push_back(fieldOf(frame, kFrameSide));
            sentLooks_.push_back(coarseLooks(sent_.back(), Side::Sent));
        }
    }

    /// The offsets at which enough frames face each other, the likeliest first.
    std::vector<std::ptrdiff_t> likelyOffsets() const {
        std::vector<std::pair<float, std::ptrdiff_t>> found;
        const auto most = static_cast<std::ptrdiff_t>(std::max(rule_.size(), sent_.size()) / 2);
        for (std::ptrdiff_t offset = -most; offset <= most; ++offset) {
            // Each frame for itself: what moves lies elsewhere in each, where a clip was cut between two of
            // the rule's.
            const float likeness = meanAt(offset, [&](std::size_t i, std::size_t other) {
                return coarseLikeness(ruleLooks_[i], sentLooks_[other]);
            });
            if (likeness >= kLeastCoarse)
                found.emplace_back(likeness, offset);
        }
        std::ranges::sort(found, std::ranges::greater{});
        std::vector<std::ptrdiff_t> out;
        for (std::size_t i = 0; i < std::min(kOffsetsLookedAt, found.size()); ++i)
            out.push_back(found[i].second);
        return out;
    }

    float likenessAt(std::ptrdiff_t offset) const {
        return meanAt(offset, [&](std::size_t i, std::size_t other) {
            return likenessOf(rule_[i], sent_[other]).whole;
        });
    }

  private:
    /// Over the frames that face each other; 0 where too few do.
    template <typename Likeness>
    float meanAt(std::ptrdiff_t offset, const Likeness& likeness) const {
        const std::size_t needed =
            std::max(kLeastFrameOverlap, (std::min(rule_.size(), sent_.size()) + 1) / 2);
        const auto first = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, -offset));
        const auto beside = static_cast<std::ptrdiff_t>(sent_.size()) - offset;
        const std::size_t end =
            std::min(rule_.size(), static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, beside)));
        if (end < first + needed)
            return 0;
        float sum = 0;
        for (std::size_t i = first; i < end; ++i)
            sum += likeness(i, static_cast<std::size_t>(static_cast<std::ptrdiff_t>(i) + offset));
        return sum / static_cast<float>(end - first);
    }

    std::vector<GreyField> rule_, sent_;
    std::vector<CoarseLooks> ruleLooks_, sentLooks_;
};

MatchKind compareFrames(const ClipPrint& rule, const ClipPrint& sent) {
    const FacingFrames frames(rule, sent);
    float best = 0;
    for (const std::ptrdiff_t offset : frames.likelyOffsets())
        best = std::max(best, frames.likenessAt(offset));
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
