// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/client/hub_address.h"

#include "client/qt_text.h"

#include <QUrl>

namespace sesame::client {
namespace {

constexpr int kMaxAddressLength = 280;
constexpr int kDefaultPort = 443;

Result<std::optional<ByteArray<32>>> parseFingerprint(QString text) {
    if (text.startsWith(QLatin1String("sha256:"), Qt::CaseInsensitive))
        text.remove(0, 7);
    if (text.isEmpty())
        return std::optional<ByteArray<32>>();
    SESAME_TRY_ASSIGN(const Bytes bytes, fromHex(toStd(text.toLower())));
    SESAME_TRY_ASSIGN(const auto array, toArray<32>(bytes));
    return std::optional(array);
}

bool isPlain(const QUrl& url) {
    return url.isValid() && url.scheme() == QLatin1String("wss") && !url.host().isEmpty() &&
           url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment() &&
           (url.path().isEmpty() || url.path() == QLatin1String("/")) && url.port() != 0;
}

}  // namespace

Result<HubAddress> HubAddress::parse(const QString& url, const QString& fingerprint) {
    if (url.size() > kMaxAddressLength)
        return Error{ErrorCode::Malformed, "hub address too long"};
    const QUrl parsed(url.trimmed(), QUrl::StrictMode);
    if (!isPlain(parsed))
        return Error{ErrorCode::Malformed, "not a wss address"};
    HubAddress out;
    QUrl plain;
    plain.setScheme(QStringLiteral("wss"));
    plain.setHost(parsed.host());
    plain.setPort(parsed.port(kDefaultPort));
    out.url = plain.toString(QUrl::FullyEncoded);
    SESAME_TRY_ASSIGN(out.fingerprint, parseFingerprint(fingerprint.trimmed()));
    return out;
}

QString HubAddress::fingerprintHex() const {
    return fingerprint ? toQt(toHex(*fingerprint)) : QString();
}

bool HubAddress::sameHub(const HubAddress& other) const {
    if (fingerprint && other.fingerprint)
        return *fingerprint == *other.fingerprint;
    return url == other.url;
}

}  // namespace sesame::client
