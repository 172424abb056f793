// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QObject>
#include <functional>
#include <map>
#include <variant>

namespace sesame::cli {

/// Why a call failed, as it goes over the line: a JSON-RPC 2.0 error object.
struct RpcError {
    int code = -32000;
    QString message;
    QJsonValue data;
};

namespace rpc {
inline constexpr int kParseError = -32700;
inline constexpr int kInvalidRequest = -32600;
inline constexpr int kMethodNotFound = -32601;
inline constexpr int kInvalidParams = -32602;
inline constexpr int kFailed = -32000;  ///< data.code carries the stable name of the ErrorCode
}  // namespace rpc

/// JSON-RPC 2.0 (https://www.jsonrpc.org/specification), one object a line, both ways: the peer calls our
/// methods, and we may notify and ask the peer. Transport-free: lines in by receiveLine(), lines out by
/// `write`. One thread.
class JsonRpc {
  public:
    using Answer = std::variant<QJsonValue, RpcError>;
    using Reply = std::function<void(Answer)>;
    /// Calls `reply` exactly once, now or later.
    using Method = std::function<void(const QJsonObject& params, Reply reply)>;

    explicit JsonRpc(std::function<void(const QByteArray& line)> write);

    void addMethod(const QString& name, Method method);
    QStringList methods() const;

    void receiveLine(const QByteArray& line);
    void notify(const QString& method, const QJsonObject& params);
    /// Asks the peer; `answered` gets its result or its error. Returns the id of the request.
    QString ask(const QString& method, const QJsonObject& params, Reply answered);
    /// The answer is no longer wanted; one that comes late is ignored.
    void forget(const QString& id);

  private:
    void receiveObject(const QJsonObject& object);
    void call(const QJsonObject& request);
    void settle(const QJsonObject& response);
    void send(const QJsonObject& object);
    void sendError(const QJsonValue& id, const RpcError& error);

    std::function<void(const QByteArray&)> write_;
    std::map<QString, Method> methods_;
    std::map<QString, Reply> asked_;
    quint64 lastAsked_ = 0;
};

}  // namespace sesame::cli
