// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/training/augment.h"

#include "trigger/letters.h"
#include "trigger/training/dice.h"
#include "trigger/utf8.h"
#include "trigger/wish_model.h"
#include "trigger/wish_words.h"

#include <algorithm>
#include <array>
#include <map>

namespace sesame::trigger::training {
namespace {

constexpr double kHalf = 0.5;  // what a made sentence counts against a written one

// Puts `text` in the place of the bytes [begin, end), and moves the slot along.
void replace(Sentence& sentence, std::size_t begin, std::size_t end, std::string_view text) {
    const auto moved = [&](std::size_t at) { return at >= end ? at - (end - begin) + text.size() : at; };
    sentence.slotBegin = moved(sentence.slotBegin);
    sentence.slotEnd = moved(sentence.slotEnd);
    sentence.text.replace(begin, end - begin, text);
}

bool isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

Sentence withoutMarks(Sentence sentence) {
    static constexpr std::array<std::string_view, 12> kMarks = {",",  ".",  "!",  "?", "，", "。",
                                                                "！", "？", "、", "…", "；", "~"};
    for (const std::string_view mark : kMarks)
        for (std::size_t at = 0; (at = sentence.text.find(mark, at)) != std::string::npos;) {
            const bool inSlot = at >= sentence.slotBegin && at < sentence.slotEnd;
            if (inSlot)
                at += mark.size();
            else
                replace(sentence, at, at + mark.size(), "");
        }
    sentence.weight *= kHalf;
    return sentence;
}

Sentence withSlot(Sentence sentence, std::string_view slot) {
    const std::size_t begin = sentence.slotBegin;
    sentence.text.replace(begin, sentence.slotEnd - begin, slot);
    sentence.slotEnd = begin + slot.size();
    sentence.weight *= kHalf;
    return sentence;
}

Sentence withCourtesy(Sentence sentence, Dice& dice) {
    static constexpr std::array<std::string_view, 16> kHeads = {
        "hello, ",        "hi dear, ", "hey ",          "ok ",     "thanks for yesterday. ",
        "good morning, ", "um, ",      "so, ",          "oh, ",    "please ",
        "sorry, ",        "darling, ", "hi, it's me. ", "right, ", "listen, ",
        "hiya "};
    static constexpr std::array<std::string_view, 8> kTails = {
        " thanks", " please", ", love", " thank you", " x", ", thank you so much", " ok?", " dear"};
    static constexpr std::array<std::string_view, 16> kHanHeads = {
        "你好，",           "那个，", "在吗，", "请",     "小明，", "不好意思，", "哎呀，", "喂，",
        "谢谢你昨天帮忙，", "麻烦",   "闺女，", "儿子，", "好的，", "早上好，",   "哎，",   "师傅，"};
    static constexpr std::array<std::string_view, 8> kHanTails = {
        "，谢谢", "，麻烦了", "，辛苦了", "哈", "，谢谢你", "啊", "吧", "，拜托了"};
    const bool han = sentence.isHan();
    if (dice.once(0.6)) {
        const std::string_view head =
            han ? kHanHeads[dice.below(kHanHeads.size())] : kHeads[dice.below(kHeads.size())];
        replace(sentence, 0, 0, head);
    } else {
        sentence.text += han ? kHanTails[dice.below(kHanTails.size())] : kTails[dice.below(kTails.size())];
    }
    sentence.weight *= kHalf;
    return sentence;
}

// One letter of a word lost, doubled, or exchanged with the next.
Sentence withSlip(Sentence sentence, Dice& dice) {
    std::vector<std::size_t> places;
    const std::string& text = sentence.text;
    for (std::size_t i = 1; i + 2 < text.size(); ++i)
        if (isAsciiLetter(text[i - 1]) && isAsciiLetter(text[i]) && isAsciiLetter(text[i + 1]) &&
            isAsciiLetter(text[i + 2]) && (i + 2 < sentence.slotBegin || i > sentence.slotEnd))
            places.push_back(i);
    if (places.empty())
        return sentence;
    const std::size_t at = places[dice.below(places.size())];
    const std::string two = text.substr(at, 2);
    switch (dice.below(3)) {
        case 0:
            replace(sentence, at, at + 2, std::string{two[1], two[0]});
            break;
        case 1:
            replace(sentence, at, at + 1, "");
            break;
        default:
            replace(sentence, at, at + 1, std::string(2, two[0]));
    }
    sentence.weight *= kHalf;
    return sentence;
}

// Han letters become syllables, each a word.
Sentence inPinyin(const Sentence& sentence) {
    Sentence out = sentence;
    out.text.clear();
    std::string_view rest = sentence.text;
    while (!rest.empty()) {
        const std::size_t at = sentence.text.size() - rest.size();
        if (at == sentence.slotBegin)
            out.slotBegin = out.text.size();
        if (at == sentence.slotEnd)
            out.slotEnd = out.text.size();
        const auto point = takeCodePoint(rest);
        if (!point)
            break;
        const std::string sound = isHan(*point) ? pinyinOf(*point) : "";
        if (!sound.empty())
            (out.text += sound) += ' ';
        else
            appendUtf8(out.text, *point);
    }
    if (sentence.slotEnd == sentence.text.size())
        out.slotEnd = out.text.size();
    while (out.slotEnd > out.slotBegin && out.text[out.slotEnd - 1] == ' ')
        --out.slotEnd;
    out.weight *= kHalf / 2;
    return out;
}

// Talk that wishes, asks, reports and puts off nothing: it may stand before anything.
bool isSmallTalk(const Sentence& sentence) {
    static constexpr std::array<std::string_view, 16> kHarmless = {
        "",    "me",  "you",       "kin",  "dear", "please", "past",    "outside",
        "bit", "yes", "polite_hi", "eyes", "own",  "lesson", "session", "normal"};
    if (sentence.answer != 0)
        return false;
    const auto text = readWish(sentence.text);
    if (!text)
        return false;
    const std::vector<WishUnit> units = unitsOf(*text);
    return units.size() >= 3 && units.back().text != "?" &&
           std::ranges::all_of(piecesOf(units), [](const WishPiece& piece) {
               return std::ranges::find(kHarmless, wishWords().name(piece.kind)) != kHarmless.end();
           });
}

Sentence withStory(Sentence sentence, std::string_view story, Dice& dice) {
    static constexpr std::array<std::string_view, 4> kJoints = {". ", ", ", " ", ". "};
    static constexpr std::array<std::string_view, 4> kHanJoints = {"，", "。", " ", "，"};
    replace(sentence, 0, 0,
            std::string(story) + std::string((sentence.isHan() ? kHanJoints : kJoints)[dice.below(4)]));
    sentence.weight *= kHalf;
    return sentence;
}

using SlotsByKind = std::map<std::pair<std::size_t, bool>, std::vector<std::string>>;

}  // namespace

std::vector<Sentence> augmented(const std::vector<Sentence>& sentences) {
    SlotsByKind slots;
    for (const Sentence& sentence : sentences)
        if (sentence.hasSlot())
            slots[{sentence.answer, sentence.isHan()}].push_back(sentence.slot());
    std::map<bool, std::vector<std::string>> stories;
    for (const Sentence& sentence : sentences)
        if (isSmallTalk(sentence))
            stories[sentence.isHan()].push_back(sentence.text);
    Dice dice(11);
    std::vector<Sentence> out;
    for (const Sentence& sentence : sentences) {
        out.push_back(sentence);
        if (Sentence plain = withoutMarks(sentence); plain.text != sentence.text)
            out.push_back(std::move(plain));
        const bool han = sentence.isHan();
        if (sentence.hasSlot()) {
            const auto& others = slots[{sentence.answer, han}];
            for (int i = 0; i < 2; ++i)
                out.push_back(withSlot(sentence, others[dice.below(others.size())]));
        }
        if (dice.once(0.3))
            out.push_back(withCourtesy(sentence, dice));
        if (const auto& told = stories[han]; !told.empty() && dice.once(0.25))
            out.push_back(withStory(sentence, told[dice.below(told.size())], dice));
        if (!han && dice.once(0.4))
            out.push_back(withSlip(sentence, dice));
        if (han && dice.once(0.5))
            out.push_back(inPinyin(sentence));
    }
    return out;
}

}  // namespace sesame::trigger::training
