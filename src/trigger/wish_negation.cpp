// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/wish_negation.h"

#include <algorithm>
#include <array>

namespace sesame::trigger {
namespace {

// What follows is not what the negation was about: "no video, just call me".
bool endsNegation(std::string_view text) {
    static constexpr std::array<std::string_view, 23> kTurns = {
        "just",  "but",  "only",   "instead", "rather", "then", "so", "because",
        "cause", "and",  "simply", "jiu",     "就",     "但",   "只", "只要",
        "而是",  "直接", "所以",   "因为",    "还是",   "可是", "zhi"};
    return std::ranges::find(kTurns, text) != kTurns.end();
}

// A sound itself, not that it be switched or be silent.
bool isBare(std::string_view sound, bool changes) {
    return !changes && !isOneOf(sound, {"mute", "unmute", "silent", "silence", "quiet", "静音"});
}

enum class Said { Nothing, Wanted, Unwanted };

// What one clause says of the matter.
Said saidIn(const WishClauses& clauses, unsigned clause, Intent intent) {
    bool negated = false;
    bool wanted = false;
    bool unwanted = false;
    bool ruledOut = false;
    bool changes = false;  // something is to be done, within a negation
    for (const WishPiece& piece : clauses.pieces(clause)) {
        const std::string_view kind = clauses.kind(piece);
        ruledOut = ruledOut || kind == "outright";
        if (isOneOf(kind, {"neg", "notyet", "outright"})) {
            negated = true;
        } else if (negated && endsNegation(clauses.text(piece))) {
            negated = false;
        } else if (isAbout(kind, intent)) {
            // "别响": that there be no sound is what is wished.
            const bool silence = kind == "sound" && isBare(clauses.text(piece), changes);
            (negated && !silence ? unwanted : wanted) = true;
        }
        changes = negated && (changes || isOneOf(kind, {"change", "halt", "launch", "open"}));
    }
    if (!wanted && !unwanted)
        return Said::Nothing;
    return wanted && !ruledOut ? Said::Wanted : Said::Unwanted;
}

bool isNegation(std::string_view kind) {
    return isOneOf(kind, {"neg", "outright"});
}

// A few words before the piece stands a negation.
bool isNegatedHere(const WishClauses& clauses, const WishPiece& piece) {
    constexpr std::ptrdiff_t kReach = 3;  // pieces
    const std::span<const WishPiece> clause = clauses.pieces(piece.clause);
    const std::ptrdiff_t at = &piece - clause.data();
    const auto before = clause.subspan(static_cast<std::size_t>(std::max<std::ptrdiff_t>(at - kReach, 0)),
                                       static_cast<std::size_t>(std::min(at, kReach)));
    return std::ranges::any_of(before, [&](const WishPiece& one) { return isNegation(clauses.kind(one)); });
}

// "don't stop", "carry on", and nothing that calls for an end; or "don't touch it", which is no end of what
// runs, as "don't touch it any more" is.
bool isToGoOn(const WishClauses& clauses) {
    bool goOn = false;
    bool keepsOff = false;
    for (const WishPiece& piece : clauses.pieces()) {
        const std::string_view kind = clauses.kind(piece);
        keepsOff = keepsOff || isNegation(kind);
        if (kind != "halt" && kind != "continue")
            continue;
        if (isNegatedHere(clauses, piece) == (kind == "continue"))
            return false;
        goOn = true;
    }
    return goOn || (keepsOff && !clauses.hasAny({"了", "再", "more", "any", "anymore", "longer", "le"}));
}

}  // namespace

bool isNegated(const WishClauses& clauses, Intent intent) {
    if (intent == Intent::Stop)
        return isToGoOn(clauses);
    Said last = Said::Nothing;
    for (unsigned clause = 0; clause < clauses.count(); ++clause)
        if (const Said said = saidIn(clauses, clause, intent); said != Said::Nothing)
            last = said;
    return last == Said::Unwanted;
}

}  // namespace sesame::trigger
