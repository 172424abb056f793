// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "consent/audit_text.h"

#include <array>
#include <ctime>

namespace sesame::consent {
namespace {

constexpr std::array<std::string_view, 14> kReordering = {
    "\xD8\x9C",     "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xA8", "\xE2\x80\xA9",
    "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE",
    "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9"};

std::size_t harmfulLength(std::string_view rest) {
    const auto first = static_cast<unsigned char>(rest.front());
    if (first < 0x20 || first == 0x7F || first == '\\')
        return 1;
    for (const std::string_view mark : kReordering)
        if (rest.starts_with(mark))
            return mark.size();
    return 0;
}

std::string escaped(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t harmful = harmfulLength(text.substr(0, 3));
        for (const std::byte b : asBytes(text.substr(0, harmful)))
            out += "\\x" + toHex(ByteView(&b, 1));
        if (harmful == 0)
            out += text.front();
        text.remove_prefix(harmful == 0 ? 1 : harmful);
    }
    return out;
}

std::string utc(std::int64_t wallMs) {
    const std::time_t seconds = wallMs / 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), length};
}

}  // namespace

std::string auditLine(const AuditEntry& entry) {
    return std::to_string(entry.index) + '\t' + utc(entry.wallMs) + '\t' + escaped(entry.event) + '\t' +
           escaped(entry.peer) + '\t' + escaped(entry.detail) + '\t' + toHex(entry.chain);
}

}  // namespace sesame::consent
