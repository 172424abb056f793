// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/share/saved_name.h"

#include "sesame/places/honest_text.h"

#include <algorithm>

namespace sesame::share {
namespace {

constexpr std::size_t kMaxSavedBytes = 240;
constexpr std::size_t kMaxExtensionBytes = 16;
constexpr std::string_view kMark = "\uFFFD";

std::size_t extensionAt(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    const bool has = dot != std::string_view::npos && dot > 0 && name.size() - dot <= kMaxExtensionBytes;
    return has ? dot : name.size();
}

/// Shortens the front, so that the ending stays, and cuts no character in two.
std::string shortened(const std::string& name) {
    if (name.size() <= kMaxSavedBytes)
        return name;
    const std::size_t dot = extensionAt(name);
    std::size_t kept = kMaxSavedBytes - (name.size() - dot);
    while (kept > 0 && (static_cast<unsigned char>(name[kept]) & 0xC0) == 0x80)
        --kept;
    return name.substr(0, kept) + name.substr(dot);
}

}  // namespace

std::string savedName(std::string_view raw) {
    std::string name = places::shownText(raw);
    for (std::size_t at = name.find(kMark); at != std::string::npos; at = name.find(kMark, at))
        name.replace(at, kMark.size(), "_");
    std::replace(name.begin(), name.end(), '/', '_');
    name = shortened(name);
    if (name.empty())
        return "_";
    for (char* end : {&name.front(), &name.back()})
        if (*end == '.' || *end == ' ')
            *end = '_';
    if (name.front() == '-')
        name.front() = '_';
    return name;
}

std::string savedPath(std::string_view raw) {
    std::string out;
    while (true) {
        const std::size_t end = std::min(raw.find('/'), raw.size());
        out += savedName(raw.substr(0, end));
        if (end == raw.size())
            return out;
        out += '/';
        raw.remove_prefix(end + 1);
    }
}

std::string numbered(const std::string& name, unsigned number) {
    if (number == 1)
        return name;
    const std::size_t dot = extensionAt(name);
    return name.substr(0, dot) + " (" + std::to_string(number) + ')' + name.substr(dot);
}

}  // namespace sesame::share
