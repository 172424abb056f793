// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/wish_clauses.h"

#include <algorithm>

namespace sesame::trigger {

WishClauses::WishClauses(std::span<const WishUnit> units)
    : units_(units), pieces_(piecesOf(units)), count_(units.empty() ? 0 : units.back().clause + 1) {
}

std::span<const WishPiece> WishClauses::pieces(unsigned clause) const {
    const auto first = std::ranges::lower_bound(pieces_, clause, {}, &WishPiece::clause);
    const auto end = std::ranges::upper_bound(pieces_, clause, {}, &WishPiece::clause);
    return {first, end};
}

std::string WishClauses::text(const WishPiece& piece) const {
    std::string out;
    for (std::size_t i = piece.first; i <= piece.last; ++i) {
        if (i > piece.first && units_[i].kind != WishUnit::Kind::Han)
            out += ' ';
        out += units_[i].text;
    }
    return out;
}

bool WishClauses::hasAny(std::initializer_list<std::string_view> words) const {
    return std::ranges::any_of(units_, [&](const WishUnit& unit) { return isOneOf(unit.text, words); });
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

bool isAbout(std::string_view kind, Intent intent) {
    switch (intent) {
        case Intent::RemoteControl:
            return isOneOf(kind, {"control", "remote", "connect", "show", "open", "computer", "screen",
                                  "mouse", "help", "share"});
        case Intent::OpenFile:
        case Intent::LaunchProgram:
            // Not the things themselves: "the letter makes me sad, don't open it".
            return isOneOf(kind, {"open", "show", "play", "launch", "change", "connect", "control"});
        case Intent::ImSettings:
            return isOneOf(kind, {"bigger", "smaller", "normal", "lettering", "look", "tongue", "sound",
                                  "settings", "change", "open", "control", "launch", "halt"});
        case Intent::ShareFolder:
            return isOneOf(kind, {"share", "remote", "folder", "open", "show"});
        case Intent::VoiceCall:
            return isOneOf(kind, {"call", "voice", "connect"});
        case Intent::VideoCall:
            return isOneOf(kind, {"video", "call", "voice", "connect", "open", "show", "launch"});
        case Intent::Stop:
            return kind == "halt";
        case Intent::None:
            break;
    }
    return false;
}

}  // namespace sesame::trigger
