// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/wish_setting.h"

#include "trigger/lexicon_text.h"
#include "trigger/wish_words.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <vector>

namespace sesame::trigger {
namespace {

const WishWords& settingWords() {
    static const WishWords all(words::wish_settings);
    return all;
}

/// A value that is named somewhere in a message.
struct Mention {
    std::string value;
    bool unwanted = false;  ///< complained of, or said not to be meant
};

std::string_view opposite(std::string_view value) {
    static constexpr std::string_view kPairs[][2] = {
        {"larger", "smaller"}, {"dark", "light"}, {"en", "zh_CN"}, {"on", "off"}};
    for (const auto& pair : kPairs) {
        if (value == pair[0])
            return pair[1];
        if (value == pair[1])
            return pair[0];
    }
    return {};
}

constexpr std::size_t kReach = 5;  // units

// "not Chinese", "I can't read English", "黑底看不惯".
bool isUnwanted(std::span<const WishPiece> pieces, std::size_t unit, unsigned clause) {
    return std::ranges::any_of(pieces, [&](const WishPiece& piece) {
        const std::string& kind = wishWords().name(piece.kind);
        return piece.clause == clause && piece.first < unit + kReach && unit < piece.last + kReach &&
               (kind == "neg" || kind == "cannot");
    });
}

// "turn dark mode off".
bool isSwitchedOff(std::span<const WishUnit> units, unsigned clause) {
    static constexpr std::array<std::string_view, 8> kOff = {"off", "disable", "exit",    "关",
                                                             "退",  "取",      "without", "stop"};
    return std::ranges::any_of(units, [&](const WishUnit& unit) {
        return unit.clause == clause && std::ranges::find(kOff, unit.text) != kOff.end();
    });
}

// "white letters" are the mark of a dark theme, not of a light one.
bool isOfLetters(std::span<const WishUnit> units, std::size_t next) {
    static constexpr std::array<std::string_view, 6> kLetters = {"letters", "writing", "text",
                                                                 "font",    "字",      "on"};
    return next < units.size() && std::ranges::find(kLetters, units[next].text) != kLetters.end();
}

std::vector<Mention> mentions(std::span<const WishUnit> units, std::string_view setting) {
    const std::vector<WishPiece> pieces = piecesOf(units);
    std::vector<Mention> out;
    for (std::size_t i = 0; i < units.size();) {
        const WishWords::Found found = settingWords().at(units.subspan(i));
        std::string_view name = settingWords().name(found.kind);
        const bool complaint = name.starts_with('!');
        name.remove_prefix(complaint ? 1 : 0);
        const std::size_t space = name.find(' ');
        const bool theme = setting == "theme";
        if (name.substr(0, space) == setting && !(theme && isOfLetters(units, i + found.units)))
            out.push_back(
                {std::string(name.substr(space + 1)), complaint || isUnwanted(pieces, i, units[i].clause) ||
                                                          (theme && isSwitchedOff(units, units[i].clause))});
        i += found.units;
    }
    return out;
}

// The last mention of one of the values, wanted or unwanted.
std::optional<std::string> lastOf(const std::vector<Mention>& all,
                                  std::initializer_list<std::string_view> values, bool unwanted = false) {
    const auto found = std::find_if(all.rbegin(), all.rend(), [&](const Mention& mention) {
        return mention.unwanted == unwanted && std::ranges::find(values, mention.value) != values.end();
    });
    return found == all.rend() ? std::nullopt : std::optional(found->value);
}

std::optional<std::string> undone(const std::vector<Mention>& all,
                                  std::initializer_list<std::string_view> values) {
    const auto value = lastOf(all, values, true);
    return value ? std::optional(std::string(opposite(*value))) : std::nullopt;
}

// The first of the ways to tell a value that gives one.
std::optional<std::string> firstOf(std::initializer_list<std::optional<std::string>> ways) {
    for (const auto& way : ways)
        if (way)
            return way;
    return std::nullopt;
}

std::optional<std::string> valueOf(const std::vector<Mention>& all, std::string_view setting) {
    if (setting == "text-size")
        return firstOf({lastOf(all, {"huge"}), lastOf(all, {"larger", "smaller"}), lastOf(all, {"normal"}),
                        undone(all, {"larger", "smaller"}), lastOf(all, {"large", "small"})});
    if (setting == "theme")
        return firstOf(
            {lastOf(all, {"system"}), lastOf(all, {"dark", "light"}), undone(all, {"dark", "light"})});
    if (setting == "language")
        return firstOf({lastOf(all, {"en", "zh_CN"}), undone(all, {"en", "zh_CN"})});
    if (setting == "notification-sound")
        return firstOf({lastOf(all, {"on", "off"}), undone(all, {"on", "off"})});
    return firstOf({lastOf(all, {"appearance", "language", "notifications", "privacy", "rules", "history"}),
                    lastOf(all, {"general"})});
}

}  // namespace

std::string valueSaid(std::span<const WishUnit> units, std::string_view setting) {
    return valueOf(mentions(units, setting), setting).value_or("");
}

}  // namespace sesame::trigger
