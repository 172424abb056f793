// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Titles of windows, taken apart. Pure.
namespace sesame::remote {

/// Small letters, and the narrow forms of wide ones.
std::string folded(std::string_view text);

/// The parts of a title as programs put them together: "Log in - Chase - Mozilla Firefox", "支付宝_百度百科".
std::vector<std::string_view> titleParts(std::string_view title);

/// Where `word` stands in `text` and is not the middle of another word; npos otherwise. Han has no gaps
/// between words.
std::size_t findWord(std::string_view text, std::string_view word);

/// One list of words out of the resource.
struct WordList {
    std::vector<std::string> words;  ///< in their order
    std::set<std::string, std::less<>> set;
    bool has(std::string_view word) const { return set.find(word) != set.end(); }
    /// One of them stands in the text.
    bool isIn(std::string_view text) const;
};

/// The list under "[name]": parted by commas and lines, folded; "#" begins a remark.
WordList wordList(std::string_view resource, std::string_view name);

}  // namespace sesame::remote
