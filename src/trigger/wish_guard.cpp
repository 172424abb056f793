// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/wish_guard.h"

#include "trigger/phrase_content.h"
#include "trigger/wish_words.h"

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

// Where a kind of word first stands in each clause.
class Clauses {
  public:
    explicit Clauses(std::span<const WishUnit> units)
        : units_(units), pieces_(piecesOf(units)), count_(units.empty() ? 0 : units.back().clause + 1) {}

    unsigned count() const { return count_; }
    std::span<const WishPiece> pieces() const { return pieces_; }
    Words kind(const WishPiece& piece) const { return wishWords().name(piece.kind); }
    std::string text(const WishPiece& piece) const {
        std::string out;
        for (std::size_t i = piece.first; i <= piece.last; ++i) {
            if (i > piece.first && units_[i].kind != WishUnit::Kind::Han)
                out += ' ';
            out += units_[i].text;
        }
        return out;
    }

  private:
    std::span<const WishUnit> units_;
    std::vector<WishPiece> pieces_;
    unsigned count_;
};

// Kinds of words that speak of what the intent is about.
bool isAbout(Words kind, Intent intent) {
    const auto isOneOf = [&](std::initializer_list<Words> kinds) {
        return std::ranges::find(kinds, kind) != kinds.end();
    };
    switch (intent) {
        case Intent::RemoteControl:
            return isOneOf({"control", "remote", "connect", "show", "open", "computer", "screen", "mouse",
                            "help", "share"});
        case Intent::OpenFile:
        case Intent::LaunchProgram:
            return isOneOf({"open", "show", "play", "launch", "file", "picture", "clip", "paper", "program",
                            "app", "change", "connect", "control"});
        case Intent::ImSettings:
            return isOneOf({"bigger", "smaller", "normal", "lettering", "look", "tongue", "sound", "settings",
                            "change", "open", "control", "launch", "halt"});
        case Intent::ShareFolder:
            return isOneOf({"share", "remote", "folder", "open", "show"});
        case Intent::VoiceCall:
            return isOneOf({"call", "voice", "connect"});
        case Intent::VideoCall:
            return isOneOf({"video", "call", "voice", "connect", "open", "show", "launch"});
        case Intent::Stop:
        case Intent::None:
            break;
    }
    return false;
}

// What follows is not what the negation was about: "no video, just call me".
bool endsNegation(Words text) {
    static constexpr std::array<Words, 22> kTurns = {
        "just", "but", "only", "instead", "rather", "then", "so", "because", "cause", "and",  "simply",
        "就",   "但",  "只",   "只要",    "而是",   "直接", "改", "所以",    "因为",  "还是", "可是"};
    return std::ranges::find(kTurns, text) != kTurns.end();
}

// "don't stop", "别挂", "carry on": and nothing that calls for an end.
bool isToGoOn(const Clauses& clauses) {
    constexpr std::size_t kReach = 3;  // pieces
    bool goOn = false;
    const std::span<const WishPiece> all = clauses.pieces();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (clauses.kind(all[i]) == "continue")
            goOn = true;
        if (clauses.kind(all[i]) != "halt")
            continue;
        bool negated = false;
        for (std::size_t back = 1; back <= std::min(i, kReach); ++back)
            negated =
                negated || (all[i - back].clause == all[i].clause && clauses.kind(all[i - back]) == "neg");
        if (!negated)
            return false;
        goOn = true;
    }
    return goOn;
}

// No clause speaks of the matter but after a negation, or with one that rules it out.
bool isNegated(const Clauses& clauses, Intent intent) {
    bool negatedOnce = false;
    for (unsigned clause = 0; clause < clauses.count(); ++clause) {
        bool negated = false;
        bool meant = false;  // the matter, outside of a negation
        bool ruledOut = false;
        for (const WishPiece& piece : clauses.pieces()) {
            if (piece.clause != clause)
                continue;
            const Words kind = clauses.kind(piece);
            if (kind == "outright")
                ruledOut = true;
            if (kind == "neg" || kind == "notyet" || kind == "outright")
                negated = true;
            else if (negated && endsNegation(clauses.text(piece)))
                negated = false;
            else if (isAbout(kind, intent)) {
                meant = meant || !negated;
                negatedOnce = negatedOnce || negated;
            }
        }
        if (meant && !ruledOut)
            return false;
        negatedOnce = negatedOnce || meant;
    }
    return negatedOnce;
}

bool isOneOf(Words word, std::initializer_list<Words> words) {
    return std::ranges::find(words, word) != words.end();
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
bool isOtherComputer(const Clauses& clauses, std::span<const WishUnit> units) {
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

}  // namespace

std::string_view guardForm(std::string_view message) {
    const Words text = trimmed(message);
    if (text.find('\n') != Words::npos)
        return "several-lines";
    if (text.starts_with(">") || text.starts_with("＞"))
        return "quoted";
    const std::string plain = normalise(text);
    if (hasLink(plain))
        return "link";
    if (looksLikeCode(plain))
        return "code";
    return {};
}

std::string_view guardSense(std::span<const WishUnit> units, Intent intent) {
    const Clauses clauses(units);
    if (intent == Intent::Stop ? isToGoOn(clauses) : isNegated(clauses, intent))
        return "negated";
    const bool onComputer = intent == Intent::RemoteControl || intent == Intent::OpenFile ||
                            intent == Intent::LaunchProgram || intent == Intent::ShareFolder;
    if (onComputer && isOtherComputer(clauses, units))
        return "other-computer";
    return {};
}

}  // namespace sesame::trigger
