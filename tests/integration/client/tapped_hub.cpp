// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/tapped_hub.h"

#include "client/qt_text.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace sesame::client {

TappedHub::TappedHub()
    : hub_(directory_.path(), {"--mail-rate", "100000", "--mail-burst", "100000"}),
      server_(QStringLiteral("tapped"), QWebSocketServer::SecureMode) {
    const auto read = [this](const char* name) {
        QFile file(QString::fromStdString((directory_.path() / name).string()));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QSslCertificate certificate(read("certificate.pem"));
    fingerprint_ = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(certificate);
    tls.setPrivateKey(QSslKey(read("certificate-key.pem"), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    server_.setSslConfiguration(tls);
    if (!server_.listen(QHostAddress::LocalHost))
        throw std::runtime_error("cannot listen");
    connect(&server_, &QWebSocketServer::newConnection, this, &TappedHub::connectThrough);
}

QString TappedHub::url() const {
    return QStringLiteral("wss://127.0.0.1:") + QString::number(server_.serverPort());
}

void TappedHub::connectThrough() {
    QWebSocket* client = server_.nextPendingConnection();
    client->setParent(this);
    auto* inside = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    QSslConfiguration tls = inside->sslConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    inside->setSslConfiguration(tls);
    connect(inside, &QWebSocket::binaryMessageReceived, this, [this, client](const QByteArray& frame) {
        toClients_.push_back(toBytes(view(frame)));
        client->sendBinaryMessage(frame);
    });
    // The client waits for the hub's challenge, so nothing of it comes before the hub is there.
    connect(client, &QWebSocket::binaryMessageReceived, this, [this, inside](const QByteArray& frame) {
        fromClients_.push_back(toBytes(view(frame)));
        inside->sendBinaryMessage(frame);
    });
    connect(client, &QWebSocket::disconnected, inside, [inside] { inside->close(); });
    connect(inside, &QWebSocket::disconnected, client, [client] { client->close(); });
    inside->open(QUrl(QStringLiteral("wss://127.0.0.1:%1/v1").arg(hub_.address().port)));
}

}  // namespace sesame::client
