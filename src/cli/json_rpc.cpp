// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/json_rpc.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sesame::cli {
namespace {

bool isId(const QJsonValue& id) {
    return id.isString() || id.isDouble() || id.isNull();
}

}  // namespace

JsonRpc::JsonRpc(std::function<void(const QByteArray&)> write) : write_(std::move(write)) {
}

void JsonRpc::addMethod(const QString& name, Method method) {
    methods_[name] = std::move(method);
}

QStringList JsonRpc::methods() const {
    QStringList names;
    for (const auto& [name, method] : methods_)
        names << name;
    return names;
}

void JsonRpc::receiveLine(const QByteArray& line) {
    if (line.trimmed().isEmpty())
        return;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (problem.error != QJsonParseError::NoError)
        return sendError(QJsonValue::Null, {rpc::kParseError, problem.errorString(), {}});
    if (document.isObject())
        return receiveObject(document.object());
    const QJsonArray batch = document.array();
    if (batch.isEmpty())
        return sendError(QJsonValue::Null, {rpc::kInvalidRequest, QStringLiteral("an empty batch"), {}});
    // Each answer of a batch goes out as a line of its own when it is ready, so that one slow call holds up
    // none.
    for (const auto& entry : batch)
        receiveObject(entry.toObject());
}

void JsonRpc::receiveObject(const QJsonObject& object) {
    if (object.value(QStringLiteral("jsonrpc")).toString() != QLatin1String("2.0"))
        return sendError(QJsonValue::Null,
                         {rpc::kInvalidRequest, QStringLiteral("\"jsonrpc\" must be \"2.0\""), {}});
    if (object.contains(QStringLiteral("method")))
        call(object);
    else
        settle(object);
}

void JsonRpc::call(const QJsonObject& request) {
    const QJsonValue id = request.value(QStringLiteral("id"));
    const bool wantsAnswer = request.contains(QStringLiteral("id"));
    if (wantsAnswer && !isId(id))
        return sendError(QJsonValue::Null, {rpc::kInvalidRequest, QStringLiteral("\"id\" is not an id"), {}});
    const QJsonValue params = request.value(QStringLiteral("params"));
    const auto method = methods_.find(request.value(QStringLiteral("method")).toString());
    const auto refuse = [&](int code, const QString& why) {
        if (wantsAnswer)
            sendError(id, {code, why, {}});
    };
    if (method == methods_.end())
        return refuse(rpc::kMethodNotFound, QStringLiteral("no such method; call \"methods\" for a list"));
    if (!params.isUndefined() && !params.isObject())
        return refuse(rpc::kInvalidParams, QStringLiteral("params must be an object"));
    method->second(params.toObject(), [this, id, wantsAnswer](const Answer& answer) {
        if (!wantsAnswer)
            return;
        if (const auto* error = std::get_if<RpcError>(&answer))
            return sendError(id, *error);
        send({{QStringLiteral("id"), id}, {QStringLiteral("result"), std::get<QJsonValue>(answer)}});
    });
}

void JsonRpc::settle(const QJsonObject& response) {
    const auto asked = asked_.find(response.value(QStringLiteral("id")).toString());
    if (asked == asked_.end())
        return;  // answered before, or no longer wanted
    const Reply answered = std::move(asked->second);
    asked_.erase(asked);
    if (response.contains(QStringLiteral("error"))) {
        const QJsonObject error = response.value(QStringLiteral("error")).toObject();
        answered(RpcError{error.value(QStringLiteral("code")).toInt(),
                          error.value(QStringLiteral("message")).toString(),
                          error.value(QStringLiteral("data"))});
    } else {
        answered(response.value(QStringLiteral("result")));
    }
}

void JsonRpc::notify(const QString& method, const QJsonObject& params) {
    send({{QStringLiteral("method"), method}, {QStringLiteral("params"), params}});
}

QString JsonRpc::ask(const QString& method, const QJsonObject& params, Reply answered) {
    QString id = QStringLiteral("ask-%1").arg(++lastAsked_);
    asked_[id] = std::move(answered);
    send(
        {{QStringLiteral("id"), id}, {QStringLiteral("method"), method}, {QStringLiteral("params"), params}});
    return id;
}

void JsonRpc::forget(const QString& id) {
    asked_.erase(id);
}

void JsonRpc::send(const QJsonObject& object) {
    QJsonObject whole = object;
    whole[QStringLiteral("jsonrpc")] = QStringLiteral("2.0");
    write_(QJsonDocument(whole).toJson(QJsonDocument::Compact) + '\n');
}

void JsonRpc::sendError(const QJsonValue& id, const RpcError& error) {
    QJsonObject object{{QStringLiteral("code"), error.code}, {QStringLiteral("message"), error.message}};
    if (!error.data.isUndefined() && !error.data.isNull())
        object[QStringLiteral("data")] = error.data;
    send({{QStringLiteral("id"), id}, {QStringLiteral("error"), object}});
}

}  // namespace sesame::cli
