// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/parcel_connection.h"

#include "client/qt_text.h"

#include "sesame/wire/frame.h"
#include "sesame/wire/limits.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QUrl>
#include <QWebSocket>
#include <chrono>

namespace sesame::client {
namespace {

using namespace std::chrono_literals;
namespace pb = wire::pb;

constexpr std::string_view kParcelContext = "sesame parcel v1";
constexpr auto kLook = 5s;
constexpr auto kTellPause = 100ms;
constexpr int kPingAfter = 3;
constexpr int kDeadAfter = 6;

void addBytes(Bytes& out, ByteView bytes) {
    out.insert(out.end(), bytes.begin(), bytes.end());
}

}  // namespace

ParcelConnection::ParcelConnection(ParcelEnds ends, share::ParcelTerms terms, Side side)
    : ends_(std::move(ends)), terms_(std::move(terms)), side_(side), look_(this), tell_(this) {
    tell_.setSingleShot(true);
    connect(&tell_, &QTimer::timeout, this, [this] { moved(latest_); });
    connect(&look_, &QTimer::timeout, this, &ParcelConnection::look);
}

// The socket says that it is closed when it goes, and we are half gone then.
ParcelConnection::~ParcelConnection() {
    if (socket_)
        socket_->disconnect(this);
}

void ParcelConnection::open(std::uint64_t from) {
    from_ = from;
    socket_ = std::make_unique<QWebSocket>(QString(), QWebSocketProtocol::VersionLatest);
    QWebSocket* socket = socket_.get();
    socket->setMaxAllowedIncomingFrameSize(wire::kMaxFrameBytes);
    socket->setMaxAllowedIncomingMessageSize(wire::kMaxFrameBytes);
    QSslConfiguration tls = socket->sslConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    socket->setSslConfiguration(tls);
    connect(socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError>&) {
        if (ends_.hub.fingerprint && pinned())
            socket_->ignoreSslErrors();
    });
    connect(socket, &QWebSocket::connected, this, [this] {
        if (ends_.hub.fingerprint && !pinned())
            end(FileEnd::Lost);
    });
    connect(socket, &QWebSocket::binaryMessageReceived, this, &ParcelConnection::received);
    connect(socket, &QWebSocket::pong, this, [this] { quiet_ = 0; });
    connect(socket, &QWebSocket::disconnected, this, [this] { end(FileEnd::Lost); });
    connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            [this] { end(FileEnd::Lost); });
    look_.start(kLook);
    QUrl url(ends_.hub.url);
    url.setPath(QStringLiteral("/v1/parcel"));
    socket->open(url);
}

ByteArray<32> ParcelConnection::fingerprint() const {
    ByteArray<32> out{};
    const QByteArray digest =
        socket_->sslConfiguration().peerCertificate().digest(QCryptographicHash::Sha256);
    if (digest.size() == static_cast<qsizetype>(out.size()))
        std::copy_n(view(digest).begin(), out.size(), out.begin());
    return out;
}

bool ParcelConnection::pinned() const {
    return fingerprint() == *ends_.hub.fingerprint;
}

void ParcelConnection::received(const QByteArray& bytes) {
    quiet_ = 0;
    pb::HubFrame frame;
    if (over_)
        return;
    if (!wire::parse(view(bytes), frame, wire::kMaxFrameBytes))
        return end(FileEnd::Lost);
    if (frame.has_challenge() && !joined_)
        challenged(frame.challenge().nonce());
    else if (frame.has_refusal())
        refused(frame.refusal().code());
    else if (frame.has_parcel_over())
        end(FileEnd::Dropped);
    else if (frame.has_parcel_state() && joined_)
        stateCame(frame.parcel_state());
    else if (frame.has_parcel_piece() && joined_)
        pieceCame(frame.parcel_piece());
}

void ParcelConnection::challenged(const std::string& nonce) {
    const auto identity = crypto::Identity::fromSeed(ends_.seed);
    if (nonce.size() != 32 || !identity)
        return end(FileEnd::Lost);
    Bytes text = toBytes(asBytes(nonce));
    addBytes(text, fingerprint());
    for (const std::string& handle : {ends_.self, ends_.peer}) {
        addBytes(text, asBytes(handle));
        text.push_back(std::byte{0});
    }
    addBytes(text, terms_.id.view());
    text.push_back(static_cast<std::byte>(side_));
    pb::ClientFrame frame;
    auto& body = *frame.mutable_open_parcel();
    body.set_handle(ends_.self);
    body.set_peer(ends_.peer);
    body.set_parcel_id(toString(terms_.id.view()));
    body.set_side(side_);
    body.set_from(from_);
    body.set_signature(toString(identity->sign(kParcelContext, text)));
    joined_ = true;
    send(std::move(frame));
}

void ParcelConnection::refused(pb::Refusal::Code code) {
    switch (code) {
        case pb::Refusal::HUB_FULL:
            return end(FileEnd::HubFull);
        case pb::Refusal::BLOCKED:
        case pb::Refusal::NO_SUCH_ACCOUNT:
        case pb::Refusal::STREAM_TAKEN:
        case pb::Refusal::MALFORMED:
            return end(FileEnd::Blocked);
        default:
            return end(FileEnd::Lost);
    }
}

void ParcelConnection::send(pb::ClientFrame frame) {
    if (over_ || !socket_)
        return;
    frame.set_version(wire::kProtocolVersion);
    socket_->sendBinaryMessage(toQtBytes(wire::serialise(frame)));
}

void ParcelConnection::report(FileProgress progress) {
    latest_ = progress;
    if (std::exchange(toldWait_, progress.wait) != progress.wait)
        moved(latest_);
    else if (!tell_.isActive())
        tell_.start(kTellPause);
}

// The hub says nothing while there is nothing to move.
void ParcelConnection::look() {
    if (++quiet_ >= kDeadAfter)
        return end(FileEnd::Lost);
    if (quiet_ == kPingAfter)
        socket_->ping();
}

void ParcelConnection::end(FileEnd why, const std::string& path) {
    if (std::exchange(over_, true))
        return;
    look_.stop();
    tell_.stop();
    if (socket_) {
        // We may be inside one of its signals.
        socket_->disconnect(this);
        socket_->close();
        socket_.release()->deleteLater();
    }
    ended(why, path);
}

}  // namespace sesame::client
