// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/wish_guard.h"

#include "trigger/phrase_content.h"
#include "trigger/wish_negation.h"

#include "sesame/trigger/phrase.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace sesame::trigger {
namespace {

using Words = std::string_view;

Words trimmed(Words text) {
    constexpr Words kSpace = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kSpace);
    return first == Words::npos ? Words() : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool hasAny(Words text, std::initializer_list<Words> signs) {
    return std::ranges::any_of(signs, [&](Words sign) { return text.find(sign) != Words::npos; });
}

bool looksLikeCode(Words text) {
    return hasAny(text, {"();", ");",     "==",      "!=",    "=>",  "->",    "&&",  "||",  "::",
                         "/*",  "*/",     "</",      "/>",    "{",   "}",     "$(",  "${",  "\\n",
                         ":\\", "/usr/",  "/home/",  "/etc/", "~/",  "sudo ", "#!",  "=\"", "(\"",
                         "('",  "[info]", "[error]", "[warn", "<a ", "<div",  "<b>", " --"});
}

// "sisters" is read for "sister's".
bool isSomebody(const WishUnit& unit) {
    const std::array<WishUnit, 1> one = {unit};
    const auto kindOf = [](std::span<const WishUnit> units) {
        return wishWords().name(wishWords().at(units).kind);
    };
    if (isOneOf(kindOf(one), {"kin", "third"}))
        return true;
    std::array<WishUnit, 1> singular = one;
    if (unit.kind != WishUnit::Kind::Word || !unit.text.ends_with('s'))
        return false;
    singular[0].text.pop_back();
    return isOneOf(kindOf(singular), {"kin", "third"});
}

// Somebody's computer is spoken of, and nowhere one's own.
bool isOtherComputer(const WishClauses& clauses) {
    const std::span<const WishUnit> units = clauses.units();
    bool others = false;
    for (const WishPiece& piece : clauses.pieces()) {
        if (!isOneOf(clauses.kind(piece), {"computer", "screen", "mouse"}) || piece.first == 0)
            continue;
        std::size_t owner = piece.first - 1;
        if (units[owner].text == "的" && owner > 0)
            --owner;
        const Words word = units[owner].text;
        if (isOneOf(word, {"my", "mine", "our", "我", "俺", "咱", "this", "这", "台"}))
            return false;
        others =
            others || isSomebody(units[owner]) || isOneOf(word, {"your", "ur", "你", "您"}) ||
            (units[owner].kind == WishUnit::Kind::Han && owner > 0 &&
             isOneOf(std::string(units[owner - 1].text) + std::string(word),
                     {"你家", "他家", "她家", "妈妈", "爸爸", "你那", "邻居", "朋友", "同事", "儿子", "女儿",
                      "他们", "人家", "别人", "老公", "老婆", "老伴", "你们", "我妈", "我爸", "孙子"}));
    }
    return others;
}

// "明天的" names which one, not when.
bool tellsWhich(const WishClauses& clauses, const WishPiece& piece) {
    return piece.last + 1 < clauses.units().size() && clauses.units()[piece.last + 1].text == "的";
}

// Whatever clause speaks of the matter names another time for it.
bool isPutOff(const WishClauses& clauses, Intent intent) {
    bool spoken = false;
    for (unsigned clause = 0; clause < clauses.count(); ++clause) {
        const std::span<const WishPiece> pieces = clauses.pieces(clause);
        if (std::ranges::none_of(
                pieces, [&](const WishPiece& piece) { return isAbout(clauses.kind(piece), intent); }))
            continue;
        if (std::ranges::none_of(pieces, [&](const WishPiece& piece) {
                return clauses.kind(piece) == "appointed" && !tellsWhich(clauses, piece);
            }))
            return false;
        spoken = true;
    }
    return spoken;
}

}  // namespace

std::string_view guardForm(std::string_view message) {
    const Words text = trimmed(message);
    if (hasAny(text, {"\n", "\r", "\u2028", "\u2029"}))
        return "several-lines";
    const std::string plain = normalise(text);
    for (const Words sign : {">", "fw:", "fwd:", "re:", "转发:", "转:"})
        if (plain.starts_with(sign))
            return "quoted";
    if (hasLink(plain))
        return "link";
    if (looksLikeCode(plain))
        return "code";
    return {};
}

std::string_view guardSense(std::span<const WishUnit> units, Intent intent) {
    const WishClauses clauses(units);
    if (isNegated(clauses, intent))
        return "negated";
    if (isPutOff(clauses, intent))
        return "later";
    const bool onComputer = intent == Intent::RemoteControl || intent == Intent::OpenFile ||
                            intent == Intent::LaunchProgram || intent == Intent::ShareFolder;
    return onComputer && isOtherComputer(clauses) ? "other-computer" : "";
}

}  // namespace sesame::trigger
