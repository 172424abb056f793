// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/hub_connection.h"

#include "client/qt_text.h"

#include "sesame/wire/frame.h"
#include "sesame/wire/limits.h"

#include <QLoggingCategory>
#include <QNetworkInformation>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QWebSocket>
#include <chrono>

namespace sesame::client {
namespace {

using namespace std::chrono_literals;
namespace pb = wire::pb;

Q_LOGGING_CATEGORY(logHub, "sesame.hub", QtInfoMsg)

constexpr auto kTick = 5s;  // coarse, so that a line on which nothing happens hardly wakes the program
constexpr int kAnswerTicks = 5;
constexpr int kConnectTicks = 3;
constexpr int kPingTicks = 5;
constexpr int kSilentTicks = 9;
constexpr auto kRefusedPause = 60s;

ByteArray<32> fingerprintOf(const QSslCertificate& certificate) {
    ByteArray<32> out{};
    const QByteArray digest = certificate.digest(QCryptographicHash::Sha256);
    if (digest.size() == static_cast<qsizetype>(out.size()))
        std::copy_n(view(digest).begin(), out.size(), out.begin());
    return out;
}

bool endsConnection(int refusalCode) {
    return refusalCode == pb::Refusal::REPLACED || refusalCode == pb::Refusal::SHUTTING_DOWN ||
           refusalCode == pb::Refusal::VERSION;
}

}  // namespace

HubConnection::HubConnection(crypto::Random& random, LogIn logIn, QObject* parent)
    : QObject(parent), backoff_(random), logIn_(std::move(logIn)) {
    retry_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &HubConnection::start);
    connect(&tick_, &QTimer::timeout, this, &HubConnection::expireRequests);
    tick_.setInterval(kTick);
    if (QNetworkInformation::loadDefaultBackend())
        connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
                &HubConnection::tryNow);
}

HubConnection::~HubConnection() {
    dropSocket();
}

void HubConnection::open(const HubAddress& hub) {
    hub_ = hub;
    wanted_ = true;
    backoff_.reset();
    start();
}

void HubConnection::close() {
    wanted_ = false;
    retry_.stop();
    dropSocket();
    setState(ConnectionState::Offline, LinkProblem::None);
    failRequests();
}

void HubConnection::tryNow() {
    if (!wanted_ || state_ == ConnectionState::Online || state_ == ConnectionState::Connecting)
        return;
    backoff_.reset();
    start();
}

void HubConnection::start() {
    dropSocket();
    retry_.stop();
    certificateRefused_ = false;
    socket_ = std::make_unique<QWebSocket>(QString(), QWebSocketProtocol::VersionLatest);
    socket_->setMaxAllowedIncomingFrameSize(wire::kMaxFrameBytes);
    socket_->setMaxAllowedIncomingMessageSize(wire::kMaxFrameBytes);
    QSslConfiguration tls = socket_->sslConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    socket_->setSslConfiguration(tls);
    connect(socket_.get(), &QWebSocket::sslErrors, this, &HubConnection::sslErrors);
    connect(socket_.get(), &QWebSocket::connected, this, &HubConnection::connected);
    connect(socket_.get(), &QWebSocket::binaryMessageReceived, this, &HubConnection::received);
    connect(socket_.get(), &QWebSocket::pong, this, [this] { quietTicks_ = 0; });
    connect(socket_.get(), &QWebSocket::textMessageReceived, this, [this] { lost(LinkProblem::BadFrame); });
    connect(socket_.get(), &QWebSocket::disconnected, this, [this] { lost(LinkProblem::Unreachable); });
    connect(socket_.get(), qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            [this] { lost(LinkProblem::Unreachable); });
    quietTicks_ = 0;
    tick_.start();
    setState(ConnectionState::Connecting, LinkProblem::None);
    QUrl url(hub_.url);
    url.setPath(QStringLiteral("/v1"));
    socket_->open(url);
    failRequests();
}

// Runs before anything is sent. A certificate that nobody signed is right when it is the very one we expect.
void HubConnection::sslErrors(const QList<QSslError>&) {
    if (hub_.fingerprint && pinned())
        socket_->ignoreSslErrors();
    else
        certificateRefused_ = true;
}

bool HubConnection::pinned() const {
    return hub_.fingerprint &&
           fingerprintOf(socket_->sslConfiguration().peerCertificate()) == *hub_.fingerprint;
}

void HubConnection::connected() {
    if (hub_.fingerprint && !pinned()) {
        certificateRefused_ = true;
        lost(LinkProblem::WrongCertificate);
    }
}

void HubConnection::received(const QByteArray& bytes) {
    quietTicks_ = 0;
    pb::HubFrame frame;
    if (!wire::parse(view(bytes), frame, wire::kMaxFrameBytes)) {
        lost(LinkProblem::BadFrame);
        return;
    }
    handle(frame);
}

void HubConnection::handle(const pb::HubFrame& frame) {
    if (state_ != ConnectionState::Online) {
        if (frame.has_challenge() && logInRequest_ == 0)
            challenged(frame.challenge());
        else if (frame.has_welcome() || frame.has_refusal())
            logInAnswered(frame);
        return;
    }
    const auto found = waiting_.find(frame.request());
    if (frame.request() != 0 && found != waiting_.end()) {
        const Answer answer = std::move(found->second.answer);
        waiting_.erase(found);
        answer(frame);
        return;
    }
    if (frame.has_refusal() && frame.request() == 0 && endsConnection(frame.refusal().code())) {
        lost(problemOf(frame.refusal().code()));
        return;
    }
    Q_EMIT arrived(frame);
}

void HubConnection::challenged(const pb::Challenge& challenge) {
    if (challenge.nonce().size() != 32) {
        lost(LinkProblem::BadFrame);
        return;
    }
    pb::ClientFrame frame =
        logIn_(challenge.nonce(), fingerprintOf(socket_->sslConfiguration().peerCertificate()));
    logInRequest_ = nextRequest_++;
    frame.set_request(logInRequest_);
    write(frame);
}

void HubConnection::logInAnswered(const pb::HubFrame& frame) {
    if (frame.has_welcome()) {
        if (logInRequest_ == 0) {
            lost(LinkProblem::BadFrame);
            return;
        }
        backoff_.reset();
        setState(ConnectionState::Online, LinkProblem::None);
        Q_EMIT welcomed(frame);
        return;
    }
    const LinkProblem problem = problemOf(frame.refusal().code());
    lost(problem == LinkProblem::None ? LinkProblem::BadFrame : problem);
    Q_EMIT refused(frame.refusal().code());
}

void HubConnection::lost(LinkProblem problem) {
    if (!socket_)
        return;
    qCInfo(logHub, "connection lost: %d, %s", static_cast<int>(problem), qPrintable(socket_->errorString()));
    dropSocket();
    if (certificateRefused_)
        problem = hub_.fingerprint ? LinkProblem::WrongCertificate : LinkProblem::UnknownCertificate;
    const bool final = problem == LinkProblem::WrongCertificate ||
                       problem == LinkProblem::UnknownCertificate || problem == LinkProblem::OtherVersion ||
                       problem == LinkProblem::WrongKey || problem == LinkProblem::NoAccount ||
                       problem == LinkProblem::Replaced || problem == LinkProblem::HubFull;
    if (wanted_)
        retry_.start(final ? std::chrono::milliseconds(kRefusedPause) : backoff_.next());
    setState(final ? ConnectionState::Refused : ConnectionState::Offline, problem);
    failRequests();
}

void HubConnection::dropSocket() {
    logInRequest_ = 0;
    tick_.stop();
    if (!socket_)
        return;
    // We may be inside one of its signals.
    socket_->disconnect(this);
    socket_->abort();
    socket_.release()->deleteLater();
}

void HubConnection::failRequests() {
    auto waiting = std::exchange(waiting_, {});
    for (auto& [number, one] : waiting)
        one.answer(Error{ErrorCode::Unavailable, "no connection"});
}

void HubConnection::expireRequests() {
    ++quietTicks_;
    if (state_ != ConnectionState::Online) {
        if (quietTicks_ > kConnectTicks)
            lost(LinkProblem::NoAnswer);
        return;
    }
    if (quietTicks_ > kSilentTicks) {
        lost(LinkProblem::NoAnswer);
        return;
    }
    if (quietTicks_ % kPingTicks == 0)
        socket_->ping();
    for (auto& [number, one] : waiting_) {
        if (--one.ticksLeft <= 0) {
            // Answers come in order, so one that is missing means a line that is dead.
            lost(LinkProblem::NoAnswer);
            return;
        }
    }
}

void HubConnection::request(pb::ClientFrame frame, Answer answer) {
    if (state_ != ConnectionState::Online) {
        answer(Error{ErrorCode::Unavailable, "no connection"});
        return;
    }
    const std::uint64_t number = nextRequest_++;
    frame.set_request(number);
    waiting_.emplace(number, Waiting{std::move(answer), kAnswerTicks});
    write(frame);
}

void HubConnection::post(pb::ClientFrame frame) {
    frame.set_request(nextRequest_++);
    send(std::move(frame));
}

void HubConnection::send(pb::ClientFrame frame) {
    if (state_ == ConnectionState::Online)
        write(frame);
}

void HubConnection::flush() {
    if (state_ == ConnectionState::Online)
        socket_->flush();
}

void HubConnection::write(pb::ClientFrame& frame) {
    frame.set_version(wire::kProtocolVersion);
    const Bytes bytes = wire::serialise(frame);
    SESAME_ASSERT(bytes.size() <= wire::kMaxFrameBytes);
    socket_->sendBinaryMessage(toQtBytes(bytes));
}

void HubConnection::setState(ConnectionState state, LinkProblem problem) {
    if (state_ == state && problem_ == problem)
        return;
    state_ = state;
    problem_ = problem;
    Q_EMIT stateChanged();
}

LinkProblem problemOf(int refusalCode) {
    switch (refusalCode) {
        case pb::Refusal::VERSION:
            return LinkProblem::OtherVersion;
        case pb::Refusal::BAD_SIGNATURE:
        case pb::Refusal::HANDLE_TAKEN:
            return LinkProblem::WrongKey;
        case pb::Refusal::NO_SUCH_ACCOUNT:
            return LinkProblem::NoAccount;
        case pb::Refusal::HUB_FULL:
            return LinkProblem::HubFull;
        case pb::Refusal::REPLACED:
            return LinkProblem::Replaced;
        case pb::Refusal::TOO_FAST:
            return LinkProblem::TooFast;
        case pb::Refusal::SHUTTING_DOWN:
            return LinkProblem::Closing;
        default:
            return LinkProblem::None;
    }
}

}  // namespace sesame::client
