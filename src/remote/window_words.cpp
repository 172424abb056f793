// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/window_words.h"

#include <algorithm>

namespace sesame::remote {
namespace {

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool isAscii(char c) {
    return (static_cast<unsigned char>(c) & 0x80U) == 0;
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// How long the separator is that begins here; 0: none does.
std::size_t separatorAt(std::string_view text, std::size_t at) {
    for (const std::string_view sign : {"|", "—", "–", "·", "•", "»", "›", "｜"}) {
        if (text.substr(at).starts_with(sign))
            return sign.size();
    }
    const char c = text[at];
    const bool before = at > 0 && isLetter(text[at - 1]);
    const bool after = at + 1 < text.size() && isLetter(text[at + 1]);
    if (c == '-' || c == '_')
        return before && after ? 0 : 1;
    return c == ':' && !after ? 1 : 0;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byteAt = [&](std::size_t at) {
            return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
        };
        // U+FF01 to U+FF5E are wide forms of ASCII, U+3000 is a wide space.
        const unsigned second = byteAt(i + 1);
        const unsigned third = byteAt(i + 2);
        char c = text[i];
        if (byteAt(i) == 0xEF && (second == 0xBC || second == 0xBD) && third >= 0x80 && third <= 0xBF) {
            c = static_cast<char>(third - 0x80 + (second == 0xBC ? 0x20 : 0x60));
            i += 2;
        } else if (byteAt(i) == 0xE3 && second == 0x80 && third == 0x80) {
            c = ' ';
            i += 2;
        }
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

std::vector<std::string_view> titleParts(std::string_view title) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < title.size();) {
        const std::size_t length = separatorAt(title, at);
        if (length > 0) {
            parts.push_back(trimmed(title.substr(begin, at - begin)));
            begin = at + length;
        }
        at += std::max<std::size_t>(length, 1);
    }
    parts.push_back(trimmed(title.substr(begin)));
    std::erase_if(parts, [](std::string_view part) { return part.empty(); });
    return parts;
}

std::size_t findWord(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || !isLetter(word.front()) || !isLetter(text[at - 1]);
        const std::size_t end = at + word.size();
        const bool ends = end == text.size() || !isLetter(word.back()) || !isLetter(text[end]);
        // Half a letter is no place to begin at.
        if (begins && ends &&
            (isAscii(word.front()) || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U))
            return at;
    }
    return std::string_view::npos;
}

bool WordList::isIn(std::string_view text) const {
    return std::any_of(words.begin(), words.end(), [text](const std::string& word) {
        return findWord(text, word) != std::string_view::npos;
    });
}

WordList wordList(std::string_view resource, std::string_view name) {
    WordList out;
    bool wanted = false;
    while (!resource.empty()) {
        const auto end = resource.find('\n');
        std::string_view line = trimmed(resource.substr(0, end));
        resource = end == std::string_view::npos ? std::string_view() : resource.substr(end + 1);
        if (line.starts_with('['))
            wanted = line.substr(1, line.size() - 2) == name;
        if (!wanted || line.empty() || line.starts_with('[') || line.starts_with('#'))
            continue;
        while (!line.empty()) {
            const auto comma = line.find(',');
            const std::string word = folded(trimmed(line.substr(0, comma)));
            line = comma == std::string_view::npos ? std::string_view() : line.substr(comma + 1);
            if (!word.empty() && out.set.insert(word).second)
                out.words.push_back(word);
        }
    }
    return out;
}

}  // namespace sesame::remote
