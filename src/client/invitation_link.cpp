// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/client/invitation_link.h"

#include "client/qt_text.h"

#include "sesame/client/plain_text.h"
#include "sesame/wire/limits.h"

#include <QMap>
#include <QUrl>
#include <algorithm>

namespace sesame::client {
namespace {

constexpr QLatin1String kPrefix("sesame:invite?");

// Percent-decodes one value; Malformed when it is not UTF-8 or not well encoded.
Result<QString> decode(const QString& encoded) {
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        const char16_t c = encoded[i].unicode();
        if (c <= 0x20 || c >= 0x7f)
            return Error{ErrorCode::Malformed, "link is not plain ASCII"};
        if (c == u'%' && (i + 2 >= encoded.size() || !fromHex(toStd(encoded.mid(i + 1, 2).toLower()))))
            return Error{ErrorCode::Malformed, "bad percent code in link"};
    }
    const QByteArray bytes = QByteArray::fromPercentEncoding(encoded.toLatin1());
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() != bytes)
        return Error{ErrorCode::Malformed, "link is not UTF-8"};
    return text;
}

Result<QMap<QString, QString>> fields(const QString& query) {
    QMap<QString, QString> out;
    for (const QString& pair : query.split(u'&')) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 1)
            return Error{ErrorCode::Malformed, "field without a value in link"};
        const QString key = pair.left(equals);
        if (out.contains(key))
            return Error{ErrorCode::Malformed, "field twice in link"};
        SESAME_TRY_ASSIGN(out[key], decode(pair.mid(equals + 1)));
    }
    return out;
}

Status checkFields(const QMap<QString, QString>& all) {
    static const QStringList kKnown{QStringLiteral("fp"), QStringLiteral("h"), QStringLiteral("hub"),
                                    QStringLiteral("k"),  QStringLiteral("n"), QStringLiteral("t"),
                                    QStringLiteral("v")};
    if (all.keys() != kKnown)
        return Error{ErrorCode::Malformed, "unknown or missing field in link"};
    if (all[QStringLiteral("v")] != QLatin1String("1"))
        return Error{ErrorCode::Malformed, "unknown version of link"};
    return {};
}

QString escaped(const QString& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

}  // namespace

bool isHandle(const QString& text) {
    const auto allowed = [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9') || u == u'.' || u == u'_' || u == u'-';
    };
    return text.size() >= 3 && text.size() <= static_cast<qsizetype>(wire::kMaxHandleBytes) &&
           std::all_of(text.begin(), text.end(), allowed);
}

bool InvitationLink::looksLikeOne(const QString& text) {
    return text.trimmed().startsWith(QLatin1String("sesame:"), Qt::CaseInsensitive);
}

Result<InvitationLink> InvitationLink::parse(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.size() > kMaxLength || !trimmed.startsWith(kPrefix))
        return Error{ErrorCode::Malformed, "not an invitation link"};
    SESAME_TRY_ASSIGN(const auto all, fields(trimmed.mid(kPrefix.size())));
    SESAME_TRY(checkFields(all));

    InvitationLink out;
    SESAME_TRY_ASSIGN(out.hub, HubAddress::parse(all[QStringLiteral("hub")], all[QStringLiteral("fp")]));
    out.handle = all[QStringLiteral("h")];
    if (!isHandle(out.handle))
        return Error{ErrorCode::Malformed, "not a handle"};
    SESAME_TRY_ASSIGN(const Bytes key, fromBase64Url(toStd(all[QStringLiteral("k")])));
    SESAME_TRY_ASSIGN(out.identity, PublicIdentity::from(key));
    SESAME_TRY_ASSIGN(const Bytes token, fromBase64Url(toStd(all[QStringLiteral("t")])));
    SESAME_TRY_ASSIGN(out.token, toArray<kTokenBytes>(token));
    out.name = all[QStringLiteral("n")];
    if (!isPlainName(out.name))
        return Error{ErrorCode::Malformed, "not a plain name"};
    return out;
}

QString InvitationLink::format() const {
    return kPrefix + QStringLiteral("v=1&hub=") + escaped(hub.url) + QStringLiteral("&fp=") +
           hub.fingerprintHex() + QStringLiteral("&h=") + handle + QStringLiteral("&k=") +
           toQt(toBase64Url(identity.view())) + QStringLiteral("&n=") + escaped(name) +
           QStringLiteral("&t=") + toQt(toBase64Url(token));
}

}  // namespace sesame::client
