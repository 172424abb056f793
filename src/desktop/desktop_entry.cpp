// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/desktop_entry.h"

#include <QByteArrayView>
#include <QStringDecoder>

namespace sesame::desktop {
namespace {

constexpr std::size_t kMaxEntryBytes = 1 << 20;

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool isUtf8(std::string_view text) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError() && !decoded.isNull();
}

/// The escapes that values of type string know: \s \n \t \r \\. Others stay as they are; Exec has its own.
Result<std::string> unescaped(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\') {
            out += value[i];
            continue;
        }
        if (++i == value.size())
            return Error{ErrorCode::Malformed, "a value ends in a lone backslash"};
        switch (value[i]) {
            case 's':
                out += ' ';
                break;
            case 'n':
                out += '\n';
                break;
            case 't':
                out += '\t';
                break;
            case 'r':
                out += '\r';
                break;
            case '\\':
                out += '\\';
                break;
            default:
                out += '\\';
                out += value[i];
        }
    }
    return out;
}

std::vector<std::string> listOf(std::string_view value) {
    std::vector<std::string> out;
    while (!value.empty()) {
        const std::size_t end = std::min(value.find(';'), value.size());
        if (end > 0)
            out.emplace_back(value.substr(0, end));
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    return out;
}

Result<bool> booleanOf(std::string_view value) {
    // "1" and "0" are from before version 1.0 of the specification and still about.
    if (value == "true" || value == "1")
        return true;
    if (value == "false" || value == "0")
        return false;
    return Error{ErrorCode::Malformed, "neither true nor false"};
}

struct KeyLine {
    std::string_view key;
    std::string_view locale;
    std::string_view value;
};

Result<KeyLine> keyLine(std::string_view line) {
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos)
        return Error{ErrorCode::Malformed, "neither a group, a key nor a comment"};
    KeyLine out{trimmed(line.substr(0, equals)), {}, trimmed(line.substr(equals + 1))};
    const std::size_t bracket = out.key.find('[');
    if (bracket != std::string_view::npos) {
        if (!out.key.ends_with(']'))
            return Error{ErrorCode::Malformed, "a locale without its end"};
        out.locale = out.key.substr(bracket + 1, out.key.size() - bracket - 2);
        out.key = out.key.substr(0, bracket);
    }
    if (out.key.empty())
        return Error{ErrorCode::Malformed, "an empty key"};
    return out;
}

Status setText(const KeyLine& line, DesktopEntry& entry) {
    const auto localised = [&](std::map<std::string, std::string>& names) -> Status {
        SESAME_TRY_ASSIGN(names[std::string(line.locale)], unescaped(line.value));
        return {};
    };
    if (line.key == "Name")
        return localised(entry.names);
    if (line.key == "GenericName")
        return localised(entry.genericNames);
    const std::map<std::string_view, std::string*> texts = {{"Type", &entry.type},
                                                            {"Exec", &entry.exec},
                                                            {"TryExec", &entry.tryExec},
                                                            {"StartupWMClass", &entry.windowClass}};
    const auto found = texts.find(line.key);
    // A locale on a key that has none, such as Exec[de] or Icon[$e], makes it a key nobody asked for.
    if (found == texts.end() || !line.locale.empty())
        return {};
    SESAME_TRY_ASSIGN(*found->second, unescaped(line.value));
    return {};
}

Status setOther(const KeyLine& line, DesktopEntry& entry) {
    if (!line.locale.empty())
        return {};
    const std::map<std::string_view, bool*> flags = {
        {"Hidden", &entry.hidden}, {"NoDisplay", &entry.noDisplay}, {"Terminal", &entry.terminal}};
    if (const auto found = flags.find(line.key); found != flags.end()) {
        SESAME_TRY_ASSIGN(*found->second, booleanOf(line.value));
    }
    const std::map<std::string_view, std::vector<std::string>*> lists = {
        {"OnlyShowIn", &entry.onlyShowIn}, {"NotShowIn", &entry.notShowIn}, {"MimeType", &entry.mimeTypes}};
    if (const auto found = lists.find(line.key); found != lists.end())
        *found->second = listOf(line.value);
    return {};
}

Status setKey(std::string_view line, std::vector<std::string_view>& seen, DesktopEntry& entry) {
    SESAME_TRY_ASSIGN(const KeyLine parsed, keyLine(line));
    const std::string_view fullKey = trimmed(line.substr(0, line.find('=')));
    // Two values for one key: another program might read the one we do not.
    if (std::find(seen.begin(), seen.end(), fullKey) != seen.end())
        return Error{ErrorCode::Malformed, "a key appears twice"};
    seen.push_back(fullKey);
    SESAME_TRY(setText(parsed, entry));
    return setOther(parsed, entry);
}

}  // namespace

Result<DesktopEntry> parseDesktopEntry(std::string_view text) {
    if (text.size() > kMaxEntryBytes)
        return Error{ErrorCode::Malformed, "too large"};
    if (text.find('\0') != std::string_view::npos || !isUtf8(text))
        return Error{ErrorCode::Malformed, "not text"};
    DesktopEntry entry;
    std::vector<std::string_view> seen;
    bool inGroup = false;
    bool hadGroup = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#')
            continue;
        if (line.front() == '[') {
            inGroup = line == "[Desktop Entry]";
            if (inGroup && hadGroup)
                return Error{ErrorCode::Malformed, "the group appears twice"};
            if (!inGroup && !hadGroup)
                return Error{ErrorCode::Malformed, "another group comes first"};
            hadGroup = true;
        } else if (!hadGroup) {
            return Error{ErrorCode::Malformed, "a key before any group"};
        } else if (inGroup) {
            SESAME_TRY(setKey(line, seen, entry));
        }
    }
    if (!hadGroup)
        return Error{ErrorCode::Malformed, "no desktop entry"};
    return entry;
}

}  // namespace sesame::desktop
