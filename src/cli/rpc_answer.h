// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/client_json.h"
#include "cli/json_rpc.h"

#include "sesame/client/client.h"

#include <QJsonArray>

/// From what the client returns to what goes over the line, and the two shapes that most methods have.
namespace sesame::cli {

using Answer = JsonRpc::Answer;

Answer failed(const Error& error);
Answer invalid(const char* what);
/// It was done, and there is nothing to say.
Answer nothing();
Answer done(const Status& status);

template <typename T, typename Wrap>
Answer done(const Result<T>& result, Wrap wrap) {
    return result ? Answer(QJsonValue(wrap(*result))) : failed(result.error());
}

template <typename T>
QJsonArray list(const QList<T>& values) {
    QJsonArray out;
    for (const T& value : values)
        out.append(toJson(value));
    return out;
}

/// An id in hexadecimal.
template <typename Id>
Result<Id> idFrom(const QJsonObject& params, const char* key) {
    const auto bytes = fromHex(params.value(QLatin1String(key)).toString().toStdString());
    if (!bytes)
        return bytes.error();
    return Id::from(*bytes);
}

/// A method that answers at once.
JsonRpc::Method now(std::function<Answer(const QJsonObject&)> body);

/// A method about one contact, named by "contact": its number or its handle.
JsonRpc::Method withContact(client::Client& client,
                            std::function<Answer(client::ContactId, const QJsonObject&)> body);

}  // namespace sesame::cli
