// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/lexicon.h"

#include "trigger/lexicon_text.h"
#include "trigger/utf8.h"

#include "sesame/trigger/phrase.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

std::vector<std::string_view> lines(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (const auto line = text.substr(0, end); !line.empty() && line.front() != '#')
            out.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::vector<Tokens> members(std::string_view line, char parting) {
    std::vector<Tokens> out;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(parting), line.size());
        const auto points = decodeUtf8(normalise(line.substr(0, end)));
        if (points && !points->empty())
            out.push_back(tokenise(*points));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return out;
}

}  // namespace

std::u32string joined(std::span<const Token> tokens) {
    std::u32string out;
    for (const Token& token : tokens) {
        if (!out.empty() && token.kind != Token::Kind::Cjk)
            out += U' ';
        out += token.text;
    }
    return out;
}

WordList::WordList(const char* text) {
    for (const auto line : lines(text))
        for (const Tokens& word : members(line, ',')) {
            words_.insert(joined(word));
            longest_ = std::max(longest_, word.size());
        }
}

std::size_t WordList::longestAt(std::span<const Token> tokens) const {
    std::size_t best = 0;
    std::u32string word;
    for (std::size_t count = 1; count <= std::min(longest_, tokens.size()); ++count) {
        const Token& token = tokens[count - 1];
        if (token.kind == Token::Kind::Mark)
            break;
        if (!word.empty() && token.kind != Token::Kind::Cjk)
            word += U' ';
        word += token.text;
        if (words_.contains(word))
            best = count;
    }
    return best;
}

WordGroups::WordGroups(const char* text) {
    for (const auto line : lines(text)) {
        std::vector<std::u32string> group;
        for (const Tokens& word : members(line, '/')) {
            group.push_back(joined(word));
            of_[group.back()].push_back(groups_.size());
        }
        groups_.push_back(std::move(group));
    }
}

bool WordGroups::inOneGroup(std::u32string_view a, std::u32string_view b) const {
    const auto first = of_.find(std::u32string(a));
    const auto second = of_.find(std::u32string(b));
    if (a == b || first == of_.end() || second == of_.end())
        return false;
    return std::ranges::find_first_of(first->second, second->second) != first->second.end();
}

const Lexicon& lexicon() {
    static const Lexicon all{
        WordList(words::willing),        WordList(words::filler),       WordList(words::refusing),
        WordList(words::asking),         WordList(words::telling),      WordList(words::waiting),
        WordGroups(words::opposites),    WordList(words::english),      WordList(words::everyday),
        WordList(words::talk),           WordList(words::deeds),        WordList(words::things),
        WordList(words::money),          WordList(words::familiar),     WordList(words::openings),
        WordList(words::stops),          WordList(words::interpreters), WordList(words::halting),
        WordList(words::halting_beside), WordList(words::agreeing),     WordList(words::declining),
    };
    return all;
}

}  // namespace sesame::trigger
