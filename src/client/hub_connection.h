// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/backoff.h"
#include "client/wording.h"
#include "hub.pb.h"

#include "sesame/client/hub_address.h"
#include "sesame/client/views.h"

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <functional>
#include <map>
#include <memory>

QT_BEGIN_NAMESPACE
class QSslError;
class QWebSocket;
QT_END_NAMESPACE

namespace sesame::client {

/// The line to the hub: TLS with a pinned certificate, log-in, requests with their answers, and coming back
/// after a break. Knows nothing of mail. One thread with an event loop.
class HubConnection : public QObject {
    Q_OBJECT

  public:
    using Answer = std::function<void(const Result<wire::pb::HubFrame>&)>;
    /// Makes the Register or LogIn frame for this connection.
    using LogIn =
        std::function<wire::pb::ClientFrame(const std::string& nonce, const ByteArray<32>& certificate)>;

    HubConnection(crypto::Random& random, LogIn logIn, QObject* parent = nullptr);
    ~HubConnection() override;

    void open(const HubAddress& hub);
    void close();
    /// Skips what is left of a back-off.
    void tryNow();

    ConnectionState state() const { return state_; }
    LinkProblem problem() const { return problem_; }

    /// Answered exactly once, also when the line breaks or no answer comes (Unavailable). A Refusal of the
    /// hub is an answer too.
    void request(wire::pb::ClientFrame frame, Answer answer);
    /// Numbered, but not waited for: what the hub says to it arrives as any other frame.
    void post(wire::pb::ClientFrame frame);
    /// No answer wanted.
    void send(wire::pb::ClientFrame frame);
    /// What was sent leaves before this returns, as far as the network takes it.
    void flush();

  Q_SIGNALS:
    void stateChanged();
    void welcomed(const sesame::wire::pb::HubFrame& welcome);
    /// The log-in was refused: what the hub said.
    void refused(int code);
    /// Whatever the hub sends on its own.
    void arrived(const sesame::wire::pb::HubFrame& frame);

  private:
    void start();
    void sslErrors(const QList<QSslError>& errors);
    void connected();
    void received(const QByteArray& bytes);
    void handle(const wire::pb::HubFrame& frame);
    void challenged(const wire::pb::Challenge& challenge);
    void logInAnswered(const wire::pb::HubFrame& frame);
    void lost(LinkProblem problem);
    void setState(ConnectionState state, LinkProblem problem);
    void dropSocket();
    void failRequests();
    void expireRequests();
    bool pinned() const;
    void write(wire::pb::ClientFrame& frame);

    struct Waiting {
        Answer answer;
        int ticksLeft = 0;
    };
    Backoff backoff_;
    LogIn logIn_;
    HubAddress hub_;
    std::unique_ptr<QWebSocket> socket_;
    QTimer retry_;
    QTimer tick_;  // request time-outs, keep-alive
    ConnectionState state_ = ConnectionState::Offline;
    LinkProblem problem_ = LinkProblem::None;
    std::map<std::uint64_t, Waiting> waiting_;
    std::uint64_t nextRequest_ = 1;
    std::uint64_t logInRequest_ = 0;
    int quietTicks_ = 0;
    bool wanted_ = false;
    bool certificateRefused_ = false;
};

/// What a refused log-in means.
LinkProblem problemOf(int refusalCode);

}  // namespace sesame::client
