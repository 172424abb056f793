// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/client/hosted_hub.h"

#include "client/key_file.h"
#include "client/local_address.h"
#include "client/qt_text.h"

#include "sesame/desktop/own_program.h"

#include <sys/prctl.h>

#include <QDir>
#include <QFileInfo>
#include <QUrl>
#include <algorithm>
#include <csignal>

namespace sesame::client {
namespace {

constexpr int kStopMs = 5000;
constexpr int kMostFailures = 6;
QString portFile(const QString& directory) {
    return directory + QStringLiteral("/hub-port");
}

QString withHost(const QUrl& url, const QString& host) {
    QUrl out = url;
    out.setHost(host);
    return out.toString(QUrl::FullyEncoded);
}

}  // namespace

HostedHub::HostedHub(const QString& directory, QObject* parent) : QObject(parent), directory_(directory) {
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &HostedHub::launch);
    connect(&process_, &QProcess::readyReadStandardOutput, this, &HostedHub::readLines);
    connect(&process_, &QProcess::finished, this, &HostedHub::ended);
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            ended();
    });
    process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

HostedHub::~HostedHub() {
    process_.disconnect(this);
    stop();
}

bool HostedHub::exists(const QString& directory) {
    return QFileInfo::exists(portFile(directory));
}

Status HostedHub::start() {
    const auto program = desktop::ownProgram("sesame-hub");
    if (!program)
        return Error{ErrorCode::NotFound, "no sesame-hub program"};
    program_ = QString::fromStdString(*program);
    wanted_ = true;
    launch();
    return {};
}

void HostedHub::launch() {
    if (process_.state() != QProcess::NotRunning)
        return;
    // Also when this program is killed, nobody is left to stop the hub.
    process_.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
    process_.start(program_, {QStringLiteral("--data"), directory_ + QStringLiteral("/hub"),
                              QStringLiteral("--port"), QString::number(port())});
}

void HostedHub::stop() {
    wanted_ = false;
    again_.stop();
    address_.reset();
    publicAddress_.reset();
    if (process_.state() == QProcess::NotRunning)
        return;
    process_.terminate();
    if (!process_.waitForFinished(kStopMs))
        process_.kill();
    process_.waitForFinished(kStopMs);
}

int HostedHub::port() const {
    const auto known = readPrivateFile(portFile(directory_));
    return known ? known->trimmed().toInt() : 0;  // 0: the hub takes one that is free
}

void HostedHub::readLines() {
    while (process_.canReadLine()) {
        const QByteArray line = process_.readLine().trimmed();
        if (line.startsWith("ready "))
            readyLine(line);
    }
}

// "ready wss://host:port sha256:HEX"
void HostedHub::readyLine(const QByteArray& line) {
    const QList<QByteArray> words = line.split(' ');
    const auto given =
        HubAddress::parse(QString::fromUtf8(words.value(1)), QString::fromLatin1(words.value(2)));
    if (!given || !given->fingerprint) {
        Q_EMIT failed(QStringLiteral("the hub does not say where it is"));
        return;
    }
    const QUrl url(given->url);
    const Status kept = writePrivateFile(portFile(directory_), QByteArray::number(url.port()));
    if (!kept)
        Q_EMIT failed(toQt(kept.error().detail));
    const QString reachable = reachableAddress();
    address_ = HubAddress{withHost(url, QStringLiteral("127.0.0.1")), given->fingerprint};
    publicAddress_ =
        HubAddress{reachable.isEmpty() ? address_->url : withHost(url, reachable), given->fingerprint};
    failures_ = 0;
    Q_EMIT ready();
}

void HostedHub::ended() {
    if (!wanted_)
        return;
    failures_ = std::min(failures_ + 1, kMostFailures);
    Q_EMIT failed(process_.errorString());
    again_.start(1000 * ((1 << failures_) / 2));
}

}  // namespace sesame::client
