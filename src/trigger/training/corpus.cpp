// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/training/corpus.h"

#include "trigger/wish_model.h"

#include <algorithm>
#include <cmath>
#include <fstream>

namespace sesame::trigger::training {
namespace {

std::optional<std::size_t> answerOf(std::string_view word) {
    if (word == "refused")
        return kRefused;
    for (std::size_t i = 0; i < kIntents; ++i)
        if (word == name(static_cast<Intent>(i)))
            return i;
    return std::nullopt;
}

std::vector<std::string> cells(std::string_view line, char parting) {
    std::vector<std::string> out(1);
    for (const char c : line)
        if (c == parting)
            out.emplace_back();
        else
            out.back() += c;
    return out;
}

// "{a|b} c" is "a c" and "b c".
std::vector<std::string> expanded(const std::string& text) {
    const std::size_t open = text.find('{');
    const std::size_t close = text.find('}', open == std::string::npos ? 0 : open);
    if (open == std::string::npos || close == std::string::npos)
        return {text};
    std::vector<std::string> out;
    for (const std::string& choice : cells(text.substr(open + 1, close - open - 1), '|'))
        for (const std::string& rest : expanded(text.substr(close + 1)))
            out.push_back(text.substr(0, open) + choice + rest);
    return out;
}

// Takes the brackets of the slot away. False if they do not make one pair at most.
bool unmark(Sentence& sentence) {
    std::string& text = sentence.text;
    const std::size_t open = text.find('[');
    const std::size_t close = text.find(']');
    if (open == std::string::npos)
        return close == std::string::npos;
    if (close == std::string::npos || close < open)
        return false;
    text.erase(close, 1);
    text.erase(open, 1);
    sentence.slotBegin = open;
    sentence.slotEnd = close - 1;
    return text.find_first_of("[]{}|") == std::string::npos;
}

bool addLine(std::string_view line, std::size_t number, std::vector<Sentence>& out) {
    const std::vector<std::string> columns = cells(line, '\t');
    const auto answer = answerOf(columns[0]);
    if (!answer || columns.size() < 2 || columns.size() > 3)
        return false;
    Sentence sentence;
    sentence.answer = *answer;
    sentence.line = number;
    sentence.setting = columns.size() == 3 ? columns[2] : "";
    if (std::ranges::find(wishedSettings(), sentence.setting) == wishedSettings().end())
        return false;
    const std::vector<std::string> texts = expanded(columns[1]);
    for (const std::string& text : texts) {
        sentence.text = text;
        sentence.weight = 1 / std::sqrt(static_cast<double>(texts.size()));
        if (!unmark(sentence))
            return false;
        out.push_back(sentence);
    }
    return true;
}

}  // namespace

bool Sentence::isHan() const {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

std::optional<std::size_t> readSentences(const std::string& path, std::vector<Sentence>& out) {
    std::ifstream file(path);
    if (!file)
        return 0;
    const std::size_t before = out.empty() ? 0 : out.back().line + 1;
    std::size_t number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (line.empty() || line.front() == '#')
            continue;
        if (!addLine(line, before + number, out))
            return number;
    }
    return std::nullopt;
}

}  // namespace sesame::trigger::training
