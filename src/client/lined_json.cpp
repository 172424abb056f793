// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/lined_json.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>

namespace sesame::client {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";  // some editors put it in front
constexpr std::size_t kMostMembers = 64;            // of one object; looking for a name is linear

bool isUtf8(std::string_view text) {
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 point = 0;
        U8_NEXT(text.data(), at, length, point);
        if (point < 0)
            return false;
    }
    return true;
}

void append(std::string& out, char32_t point) {
    char bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(point));
    out.append(bytes, static_cast<std::size_t>(length));
}

class JsonReader {
  public:
    JsonReader(std::string_view text, JsonTrouble& trouble) : text_(text), trouble_(trouble) {}

    bool document(LinedValue& out) {
        if (!value(out, 1))
            return false;
        skipBlanks();
        return at_ == text_.size() || fail();
    }

  private:
    bool fail(JsonFault fault = JsonFault::NotJson, std::string name = {}) {
        trouble_ = {fault, line_, std::move(name)};
        return false;
    }

    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    void skipBlanks() {
        for (; at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos;
             ++at_)
            if (text_[at_] == '\n')
                ++line_;
    }

    bool take(char wanted) {
        skipBlanks();
        if (peek() != wanted)
            return false;
        ++at_;
        return true;
    }

    bool word(std::string_view wanted) {
        if (text_.substr(at_, wanted.size()) != wanted)
            return fail();
        at_ += wanted.size();
        return true;
    }

    // NOLINTNEXTLINE(misc-no-recursion): kDeepestJson bounds it
    bool value(LinedValue& out, int depth) {
        skipBlanks();
        out.line = line_;
        switch (peek()) {
            case '{':
                out.kind = LinedValue::Kind::Object;
                return depth <= kDeepestJson ? object(out, depth) : fail();
            case '[':
                out.kind = LinedValue::Kind::List;
                return depth <= kDeepestJson ? list(out, depth) : fail();
            case '"':
                out.kind = LinedValue::Kind::Text;
                return text(out.text);
            case 't':
                out.kind = LinedValue::Kind::Truth;
                out.truth = true;
                return word("true");
            case 'f':
                out.kind = LinedValue::Kind::Truth;
                return word("false");
            case 'n':
                return word("null");
            default:
                out.kind = LinedValue::Kind::Number;
                return number(out.number);
        }
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    bool object(LinedValue& out, int depth) {
        ++at_;
        if (take('}'))
            return true;
        do {
            skipBlanks();
            LinedMember member;
            member.line = line_;
            if (peek() != '"' || !text(member.name))
                return fail();
            if (out.member(member.name) != nullptr)
                return fail(JsonFault::Twice, member.name);
            if (out.members.size() == kMostMembers)
                return fail();
            if (!take(':'))
                return fail();
            if (!value(member.value, depth + 1))
                return false;
            out.members.push_back(std::move(member));
        } while (take(','));
        return take('}') || fail();
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    bool list(LinedValue& out, int depth) {
        ++at_;
        if (take(']'))
            return true;
        do {
            if (!value(out.items.emplace_back(), depth + 1))
                return false;
        } while (take(','));
        return take(']') || fail();
    }

    bool number(std::int64_t& out) {
        const char* begin = text_.data() + at_;
        const char* end = text_.data() + text_.size();
        const auto [stop, error] = std::from_chars(begin, end, out);
        const std::string_view digits(begin, static_cast<std::size_t>(stop - begin));
        const bool padded = digits.size() > 1 && (digits[0] == '0' || digits.substr(0, 2) == "-0");
        if (error != std::errc() || padded)
            return fail();
        at_ += digits.size();
        // A fraction or an exponent follows: no number of ours.
        return std::string_view(".eE").find(peek()) == std::string_view::npos || fail();
    }

    bool text(std::string& out) {
        for (++at_; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '"') {
                ++at_;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return fail();
            if (c != '\\')
                out += c;
            else if (!escape(out))
                return false;
        }
        return fail();
    }

    bool escape(std::string& out) {
        constexpr std::string_view kNames = "\"\\/bfnrt";
        constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
        ++at_;
        if (peek() == 'u')
            return unicode(out);
        const auto which = at_ < text_.size() ? kNames.find(peek()) : std::string_view::npos;
        if (which == std::string_view::npos)
            return fail();
        out += kMeant[which];
        return true;
    }

    bool unicode(std::string& out) {
        char32_t point = 0;
        if (!hex(point))
            return false;
        if (point >= 0xD800 && point < 0xDC00) {
            char32_t low = 0;
            if (text_.substr(at_ + 1, 2) != "\\u")
                return fail();
            at_ += 2;
            if (!hex(low))
                return false;
            if (low < 0xDC00 || low > 0xDFFF)
                return fail();
            point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
        } else if (point >= 0xDC00 && point <= 0xDFFF) {
            return fail();
        }
        append(out, point);
        return true;
    }

    // Four digits after the u, which is at at_; ends on the last of them.
    bool hex(char32_t& out) {
        const std::string_view digits = text_.substr(at_ + 1, 4);
        std::uint32_t number = 0;
        const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
        if (digits.size() != 4 || error != std::errc() || stop != digits.data() + 4)
            return fail();
        out = number;
        at_ += 4;
        return true;
    }

    std::string_view text_;
    JsonTrouble& trouble_;
    std::size_t at_ = 0;
    int line_ = 1;
};

}  // namespace

const LinedValue* LinedValue::member(std::string_view name) const {
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.name == name; });
    return found == members.end() ? nullptr : &found->value;
}

Result<LinedValue> readLinedJson(std::string_view text, JsonTrouble& trouble) {
    if (text.substr(0, kMark.size()) == kMark)
        text.remove_prefix(kMark.size());
    LinedValue out;
    if (!isUtf8(text)) {
        trouble = {JsonFault::NotText, 0, {}};
        return Error{ErrorCode::Malformed, "not UTF-8"};
    }
    if (!JsonReader(text, trouble).document(out))
        return Error{ErrorCode::Malformed, "not JSON as it should be"};
    return out;
}

}  // namespace sesame::client
