// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/rpc_answer.h"

namespace sesame::cli {

Answer failed(const Error& error) {
    return RpcError{rpc::kFailed, QString::fromStdString(error.detail),
                    QJsonObject{{"code", QLatin1String(name(error.code))}}};
}

Answer invalid(const char* what) {
    return RpcError{rpc::kInvalidParams, QLatin1String(what), {}};
}

Answer nothing() {
    return QJsonValue(QJsonObject());
}

Answer done(const Status& status) {
    return status ? Answer(QJsonValue(QJsonObject())) : failed(status.error());
}

JsonRpc::Method now(std::function<Answer(const QJsonObject&)> body) {
    return [body = std::move(body)](const QJsonObject& params, const JsonRpc::Reply& reply) {
        reply(body(params));
    };
}

JsonRpc::Method withContact(client::Client& client,
                            std::function<Answer(client::ContactId, const QJsonObject&)> body) {
    return now([&client, body = std::move(body)](const QJsonObject& params) -> Answer {
        const QJsonValue wanted = params.value(QLatin1String("contact"));
        for (const client::ContactView& contact : client.contacts()) {
            if (wanted.isString() ? contact.handle == wanted.toString()
                                  : wanted.isDouble() && contact.id.value == wanted.toInteger())
                return body(contact.id, params);
        }
        return invalid("\"contact\" must be the number or the handle of a contact");
    });
}

}  // namespace sesame::cli
