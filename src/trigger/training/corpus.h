// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sesame::trigger::training {

/// A sentence that somebody might type, and what it wishes.
struct Sentence {
    std::size_t answer = 0;  ///< an Intent, or kRefused
    std::string text;
    std::size_t slotBegin = 0, slotEnd = 0;  ///< bytes of text; equal: no slot
    std::string setting;                     ///< of im_settings
    std::size_t line = 0;                    ///< where it was read; expansions of one line share it
    double weight = 1;

    bool hasSlot() const { return slotEnd > slotBegin; }
    std::string slot() const { return text.substr(slotBegin, slotEnd - slotBegin); }
    bool isHan() const;  ///< written in Han letters, at least in part
};

/// Adds the sentences of one file of resources/intents. On a line that is not as it should be: its number.
std::optional<std::size_t> readSentences(const std::string& path, std::vector<Sentence>& out);

}  // namespace sesame::trigger::training
