// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/desktop_entry.h"

namespace sesame::desktop {
namespace {

constexpr std::string_view kReserved = "\t\n\"'\\><~|&;$*?#()`\r";

struct Word {
    std::string text;
    bool quoted = false;
};

/// Reads one "…" argument; `rest` begins behind the opening quote and ends behind the closing one.
Result<Word> quotedWord(std::string_view& rest) {
    Word word{{}, true};
    for (std::size_t i = 0; i < rest.size(); ++i) {
        char c = rest[i];
        if (c == '"') {
            rest.remove_prefix(i + 1);
            if (!rest.empty() && rest.front() != ' ')
                return Error{ErrorCode::Malformed, "text sticks to a quoted argument"};
            return word;
        }
        if (c == '`' || c == '$')
            return Error{ErrorCode::Malformed, "a reserved character without a backslash"};
        if (c == '\\') {
            if (++i == rest.size() || std::string_view("\"`$\\").find(rest[i]) == std::string_view::npos)
                return Error{ErrorCode::Malformed, "an unknown escape"};
            c = rest[i];
        }
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            return Error{ErrorCode::Malformed, "a control character"};
        word.text += c;
    }
    return Error{ErrorCode::Malformed, "a quote without its end"};
}

Result<Word> plainWord(std::string_view& rest) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    Word word{std::string(rest.substr(0, end)), false};
    rest.remove_prefix(end);
    for (const char c : word.text)
        if (kReserved.find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            return Error{ErrorCode::Malformed, "a reserved character outside quotes"};
    return word;
}

Result<std::vector<Word>> wordsOf(std::string_view rest) {
    std::vector<Word> words;
    while (true) {
        const std::size_t start = rest.find_first_not_of(' ');
        if (start == std::string_view::npos)
            return words;
        rest.remove_prefix(start);
        const bool quoted = rest.front() == '"';
        if (quoted)
            rest.remove_prefix(1);
        SESAME_TRY_ASSIGN(Word word, quoted ? quotedWord(rest) : plainWord(rest));
        words.push_back(std::move(word));
    }
}

struct Expansion {
    std::string text;    ///< %% undone
    char fileCode = 0;   ///< f, F, u or U
    bool codes = false;  ///< some field code stood here
};

Result<Expansion> expand(std::string_view text) {
    Expansion out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out.text += text[i];
            continue;
        }
        const char code = ++i < text.size() ? text[i] : '\0';
        if (code == '%') {
            out.text += '%';
        } else if (code != 0 && std::string_view("fFuU").find(code) != std::string_view::npos) {
            if (out.fileCode != 0)
                return Error{ErrorCode::Malformed, "two file codes"};
            out.fileCode = code;
            out.codes = true;
        } else if (code != 0 && std::string_view("ickdDnNvm").find(code) != std::string_view::npos) {
            out.codes = true;
        } else {
            return Error{ErrorCode::Malformed, "an unknown field code"};
        }
    }
    return out;
}

}  // namespace

Result<ExecLine> parseExec(std::string_view exec) {
    SESAME_TRY_ASSIGN(const std::vector<Word> words, wordsOf(exec));
    ExecLine line;
    bool hadFile = false;
    for (const Word& word : words) {
        SESAME_TRY_ASSIGN(Expansion expanded, expand(word.text));
        if (expanded.codes && word.quoted)
            return Error{ErrorCode::Malformed, "a field code inside quotes"};
        if (expanded.fileCode != 0) {
            if (hadFile)
                return Error{ErrorCode::Malformed, "two file codes"};
            hadFile = true;
            // Only a code that stands alone can be replaced by exactly one argument.
            if (word.text.size() == 2)
                line.fileAt = line.argv.size();
        }
        // An argument that held a code goes as a whole: half of one could mean something else.
        if (!expanded.codes)
            line.argv.push_back(std::move(expanded.text));
    }
    if (line.argv.empty() || line.argv.front().empty() || line.fileAt == std::size_t{0})
        return Error{ErrorCode::Malformed, "no program"};
    if (line.argv.front().find('=') != std::string::npos || line.argv.front().front() == '-')
        return Error{ErrorCode::Malformed, "not a program's name"};
    return line;
}

}  // namespace sesame::desktop
