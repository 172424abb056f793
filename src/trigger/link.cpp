// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/letters.h"
#include "trigger/phrase_content.h"

#include <algorithm>
#include <array>

namespace sesame::trigger {
namespace {

using Texts = std::string_view;

bool isName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool isNumber(Texts text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool hasSign(Texts phrase) {
    static constexpr std::array<Texts, 24> kSigns = {
        "://",   "www.",   "mailto:", "sesame:", "tel:", "javascript:", "data:",    "magnet:",
        "file:", "ssh:",   "sftp:",   "ftp:",    "smb:", "vnc:",        "rdp:",     "intent:",
        "http:", "https:", "[.]",     "(.)",     "[at]", "(at)",        " dot com", "点com"};
    return std::ranges::any_of(kSigns, [&](Texts sign) { return phrase.find(sign) != phrase.npos; });
}

bool isDomainEnd(Texts ending) {
    static constexpr std::array<Texts, 44> kDomains = {
        "com", "org", "net", "cn", "io",   "me",   "edu",   "gov",    "info", "top",  "xyz",
        "app", "dev", "cc",  "co", "uk",   "de",   "tv",    "ru",     "site", "shop", "link",
        "us",  "jp",  "fr",  "eu", "ai",   "gg",   "ly",    "ca",     "au",   "biz",  "club",
        "vip", "hk",  "tw",  "kr", "tech", "wang", "store", "online", "icu",  "mobi", "asia"};
    return std::ranges::find(kDomains, ending) != kDomains.end();
}

// A name, a dot, and what only an address has after it.
bool hasDomain(Texts phrase) {
    for (const Texts ending : {".中国", ".公司", ".网络", ".在线", ".网址", ".我爱你"})
        if (phrase.find(ending) != phrase.npos && !phrase.starts_with(ending))
            return true;
    for (std::size_t i = 1; i + 1 < phrase.size(); ++i) {
        if (phrase[i] == '@' && isName(phrase[i - 1]) && isName(phrase[i + 1]))
            return true;
        if (phrase[i] != '.' || (!isName(phrase[i - 1]) && static_cast<unsigned char>(phrase[i - 1]) < 0x80))
            continue;
        std::size_t end = i + 1;
        while (end < phrase.size() && phrase[end] >= 'a' && phrase[end] <= 'z')
            ++end;
        const bool path = end > i + 2 && end < phrase.size() && phrase[end] == '/';
        const bool over = end == phrase.size() || !isName(phrase[end]);
        if (path || (over && isDomainEnd(phrase.substr(i + 1, end - i - 1))))
            return true;
    }
    return false;
}

// 2019, or 20190214.
bool isDate(Texts number) {
    const bool year = number.starts_with("19") || number.starts_with("20");
    return year && (number.size() == 4 || (number.size() == 8 && number.substr(4, 2) <= "12"));
}

// Seven digits or more in a row, parted as those of a telephone are; or four numbers with dots.
bool hasNumber(Texts phrase) {
    std::size_t digits = 0;
    std::size_t dots = 0;
    for (std::size_t i = 0; i < phrase.size();) {
        std::size_t end = i;
        while (end < phrase.size() && isNumber(phrase.substr(end, 1)))
            ++end;
        if (end > i) {
            digits += isDate(phrase.substr(i, end - i)) ? 0 : end - i;
            if (digits >= 7)
                return true;
            i = end;
            continue;
        }
        dots = phrase[i] == '.' && digits > 0 ? dots + 1 : 0;
        if (dots >= 3 && i + 1 < phrase.size() && isNumber(phrase.substr(i + 1, 1)))
            return true;
        digits = Texts("-. ()+").find(phrase[i]) == Texts::npos ? 0 : digits;
        ++i;
    }
    return false;
}

}  // namespace

bool hasLink(std::string_view text) {
    return text.find("://") != text.npos || text.find("www.") != text.npos ||
           text.find("mailto:") != text.npos || hasDomain(text);
}

bool isLinkOrAddress(std::string_view phrase) {
    return hasSign(phrase) || hasDomain(phrase) || hasNumber(phrase);
}

}  // namespace sesame::trigger
