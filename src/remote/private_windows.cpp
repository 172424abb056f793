// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/remote/private_windows.h"

#include "remote/private_words.h"
#include "remote/window_words.h"

#include <algorithm>

namespace sesame::remote {
namespace {

// Nobody reads farther.
constexpr std::size_t kLongestTitle = 1024;
constexpr std::string_view kBank = "Bank";
constexpr std::string_view kYinhang = "银行";
constexpr std::size_t kHanBytes = 3;
constexpr std::size_t kLongestBank = 10 * kHanBytes;

struct Lists {
    WordList programs = wordList(kPrivateWords, "programs");
    WordList names = wordList(kPrivateWords, "names");
    WordList sites = wordList(kPrivateWords, "sites");
    WordList ambiguous = wordList(kPrivateWords, "ambiguous");
    WordList doors = wordList(kPrivateWords, "doors");
    WordList domains = wordList(kPrivateWords, "domains");
    WordList reading = wordList(kPrivateWords, "reading");
    WordList asking = wordList(kPrivateWords, "asking");
    WordList notBanks = wordList(kPrivateWords, "not banks");
};

const Lists& lists() {
    static const Lists all;
    return all;
}

bool endsWithWord(std::string_view part, std::string_view word) {
    return part.ends_with(word) && findWord(part.substr(part.size() - word.size()), word) == 0 &&
           (part.size() == word.size() || findWord(part, word) != std::string_view::npos);
}

/// An article, a film, a search, a question about such things.
bool speaksAbout(std::string_view part) {
    const auto& reading = lists().reading.words;
    const auto& asking = lists().asking.words;
    return std::any_of(reading.begin(), reading.end(),
                       [part](const std::string& word) { return endsWithWord(part, word); }) ||
           std::any_of(asking.begin(), asking.end(),
                       [part](const std::string& word) { return part.starts_with(word); });
}

/// "First Example Bank", each word with a capital letter; 示例银行.
bool isNameOfBank(std::string_view part) {
    if (part.ends_with(kYinhang))
        return part.size() > kYinhang.size() && part.size() <= kLongestBank &&
               part.find(' ') == std::string_view::npos;
    if (!part.ends_with(kBank) || part.size() < kBank.size() + 2 ||
        part[part.size() - kBank.size() - 1] != ' ')
        return false;
    const auto spaces = std::count(part.begin(), part.end(), ' ');
    bool capitals = spaces >= 1 && spaces <= 3;
    for (std::size_t at = 0; at != std::string_view::npos && capitals;) {
        const char first = part[at];
        capitals = (first >= 'A' && first <= 'Z') || first == '&';
        const auto space = part.find(' ', at);
        at = space == std::string_view::npos ? space : space + 1;
    }
    return capitals;
}

/// "Wise login" without "login".
std::string withoutDoors(std::string part) {
    for (const std::string& door : lists().doors.words) {
        const auto at = findWord(part, door);
        if (at != std::string::npos)
            part.erase(at, door.size());
    }
    const auto begin = part.find_first_not_of(' ');
    return begin == std::string::npos ? "" : part.substr(begin, part.find_last_not_of(' ') - begin + 1);
}

bool isDomainIn(std::string_view text) {
    const auto& domains = lists().domains.words;
    return std::any_of(domains.begin(), domains.end(), [text](const std::string& domain) {
        const auto at = findWord(text, domain);
        return at != std::string_view::npos && (at == 0 || text[at - 1] != '-');
    });
}

}  // namespace

bool isPrivateWindow(std::string_view title, std::string_view windowClass) {
    const Lists& all = lists();
    title = title.substr(0, kLongestTitle);
    if (all.programs.has(folded(windowClass)))
        return true;
    const std::string text = folded(title);
    if (isDomainIn(text))
        return true;
    const auto parts = titleParts(text);
    if (std::any_of(parts.begin(), parts.end(), speaksAbout))
        return false;
    if (all.names.isIn(text))
        return true;
    const bool door = all.doors.isIn(text);
    if (std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
            return all.sites.has(part) || (door && all.ambiguous.has(withoutDoors(std::string(part))));
        }))
        return true;
    const auto asWritten = titleParts(title);
    return std::any_of(asWritten.begin(), asWritten.end(), [&](std::string_view part) {
        return isNameOfBank(part) && !all.notBanks.has(folded(part));
    });
}

}  // namespace sesame::remote
