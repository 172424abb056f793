// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/handle_name.h"

#include "client/qt_text.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace sesame::client {
namespace {

constexpr qsizetype kMaxSlug = 20;

QString toLatin(const QString& name) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> latin(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    if (U_FAILURE(status) || !latin)
        return name.toLower();
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(toStd(name));
    latin->transliterate(text);
    std::string out;
    text.toUTF8String(out);
    return toQt(out);
}

QString slug(const QString& name) {
    QString out;
    for (const QChar c : toLatin(name)) {
        const char16_t u = c.unicode();
        if ((u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9'))
            out += c;
    }
    return out.isEmpty() ? QStringLiteral("user") : out.left(kMaxSlug);
}

}  // namespace

QString makeHandle(const QString& name, crypto::Random& random) {
    // No letters that are mistaken for others when a handle is read out.
    static constexpr std::string_view kLetters = "abcdefghjkmnpqrstuvwxyz23456789x";
    QString end;
    for (const std::byte b : random.bytes<6>())
        end += QLatin1Char(kLetters[std::to_integer<std::size_t>(b) % kLetters.size()]);
    return slug(name) + u'-' + end;
}

}  // namespace sesame::client
