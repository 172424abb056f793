// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/search_text.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace sesame::store {
namespace {

bool standsAlone(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_HANGUL:
        case USCRIPT_BOPOMOFO:
            return u_isalnum(c) != 0;
        default:
            return false;
    }
}

/// Calls `visit` with each code point and its bytes; with a negative one for bytes that are no UTF-8.
template <typename Visit>
void eachCodePoint(std::string_view text, Visit visit) {
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t start = at;
        UChar32 c = 0;
        U8_NEXT(text.data(), at, size, c);
        visit(c, text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start)));
    }
}

/// One piece without white space.
class Term {
  public:
    void add(UChar32 c, std::string_view bytes) {
        text_ += bytes;
        if (c < 0 || c == '"')
            return;
        lastAlone_ = standsAlone(c);
        indexed_ = indexed_ || lastAlone_ || u_isalnum(c) != 0;
    }
    void addTo(SearchTerms& terms) {
        if (text_.empty())
            return;
        if (indexed_)
            addPhrase(terms.expression);
        else
            terms.literals.push_back(text_);
        *this = Term();
    }

  private:
    void addPhrase(std::string& expression) const {
        expression += expression.empty() ? "\"" : " \"";
        for (const char c : splitForIndex(text_))
            expression += c == '"' ? ' ' : c;
        expression += lastAlone_ ? "\"" : "\"*";
    }

    std::string text_;
    bool indexed_ = false;
    bool lastAlone_ = false;
};

}  // namespace

std::string splitForIndex(std::string_view text) {
    std::string out;
    out.reserve(text.size() * 2);
    eachCodePoint(text, [&](UChar32 c, std::string_view bytes) {
        if (c > 0 && standsAlone(c))
            out.append(" ").append(bytes).append(" ");
        else
            out += bytes;
    });
    return out;
}

SearchTerms parseSearch(std::string_view words) {
    SearchTerms terms;
    Term term;
    eachCodePoint(words, [&](UChar32 c, std::string_view bytes) {
        if (c >= 0 && (u_isUWhiteSpace(c) || u_iscntrl(c)))
            term.addTo(terms);
        else
            term.add(c, bytes);
    });
    term.addTo(terms);
    return terms;
}

}  // namespace sesame::store
