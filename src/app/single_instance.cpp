// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

namespace sesame::app {
namespace {

constexpr int kPatienceMs = 1000;
/// Socket paths end at 107 bytes.
constexpr qsizetype kMaxSocketPath = 100;

QString socketPath(const QString& directory) {
    auto inside = directory + QStringLiteral("/window.socket");
    if (inside.toUtf8().size() <= kMaxSocketPath)
        return inside;
    const auto digest =
        QCryptographicHash::hash(directory.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    auto place = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return place + QStringLiteral("/sesame-") + QLatin1String(digest);
}

}  // namespace

SingleInstance::SingleInstance(const QString& directory, QObject* parent)
    : QObject(parent), name_(socketPath(directory)) {
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &SingleInstance::read);
}

bool SingleInstance::raiseOther(const QString& link) {
    QLocalSocket socket;
    socket.connectToServer(name_);
    if (!socket.waitForConnected(kPatienceMs))
        return false;
    socket.write("raise " + link.toUtf8().left(kMaxLine - 10) + '\n');
    socket.waitForBytesWritten(kPatienceMs);
    socket.disconnectFromServer();
    return true;
}

void SingleInstance::listen() {
    QLocalServer::removeServer(name_);
    server_.listen(name_);
}

void SingleInstance::read() {
    while (auto* socket = server_.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > kMaxLine)
                    socket->abort();
                return;
            }
            const auto line = QString::fromUtf8(socket->readLine(kMaxLine)).trimmed();
            const auto link = line.section(QLatin1Char(' '), 1);
            if (line.section(QLatin1Char(' '), 0, 0) == QLatin1String("raise"))
                Q_EMIT raised(link.startsWith(QLatin1String("sesame:")) ? link : QString());
            socket->disconnectFromServer();
        });
    }
}

}  // namespace sesame::app
