// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What a message wishes, put in the writer's own words (DESIGN section 4). Pure, offline; any thread.
namespace sesame::trigger {

enum class Intent : std::uint8_t {
    None,
    RemoteControl,
    OpenFile,
    LaunchProgram,
    ImSettings,
    ShareFolder,
    VoiceCall,
    VideoCall,
    Stop
};
inline constexpr std::size_t kIntents = 9;

/// "none", "remote_control", "open_file", …
const char* name(Intent intent);

struct Wish {
    Intent intent = Intent::None;
    /// OpenFile, LaunchProgram, ShareFolder: what is to be opened, as it was written. ImSettings: a setting
    /// and its value, "text-size larger", "theme dark", "language en", "notification-sound off", or a page,
    /// "page privacy". Empty for the others, and where the message does not say.
    std::string slot;
    double confidence = 0;  ///< probability of `intent`, 0 to 1
};

/// Something is wished only if it is asked for now, of this helper, on this computer. Whatever is longer than
/// a person types in one go, or not UTF-8, wishes nothing.
Wish recogniseWish(std::string_view text);

/// Whether a message calls for what runs now to end: in a word (isStopWord), or as a wish.
bool asksToStop(std::string_view text);

/// One piece of a message, and how much it speaks for what was found.
struct WishEvidence {
    std::string piece;
    double weight = 0;
};

struct WishExplanation {
    struct Score {
        Intent intent = Intent::None;
        double probability = 0;
    };
    Wish wish;
    std::array<Score, kIntents> ranking;      ///< by the classifier alone, most probable first
    Intent weighed = Intent::None;            ///< what the evidence is for and against
    std::vector<WishEvidence> speaksFor;      ///< heaviest first
    std::vector<WishEvidence> speaksAgainst;  ///< heaviest first
    std::string guard;                        ///< the guard that decided, by its name; empty if none did
};

/// recogniseWish, and how it came about.
WishExplanation explainWish(std::string_view text);

}  // namespace sesame::trigger
