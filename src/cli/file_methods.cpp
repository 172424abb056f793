// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/file_methods.h"

#include "cli/client_json.h"
#include "cli/rpc_answer.h"

namespace sesame::cli {
namespace {

/// A method about one file, named by "file".
JsonRpc::Method withFile(std::function<Status(const MessageId&, const QJsonObject&)> body) {
    return now([body = std::move(body)](const QJsonObject& params) -> Answer {
        const auto id = idFrom<MessageId>(params, "file");
        return id ? done(body(*id, params)) : invalid("\"file\" must be the id of a file's message");
    });
}

}  // namespace

FileMethods::FileMethods(JsonRpc& rpc, client::Client& client) {
    client::Files& files = client.files();
    rpc.addMethod("files.send",
                  withContact(client, [&files](client::ContactId to, const QJsonObject& params) {
                      return done(files.send(to, params.value("path").toString()), [](const MessageId& id) {
                          return QJsonObject{{"id", idText(id.view())}};
                      });
                  }));
    rpc.addMethod("files.accept", withFile([&files](const MessageId& id, const QJsonObject& params) {
                      return files.accept(id, params.value("folder").toString());
                  }));
    rpc.addMethod("files.decline",
                  withFile([&files](const MessageId& id, const QJsonObject&) { return files.decline(id); }));
    rpc.addMethod("files.cancel",
                  withFile([&files](const MessageId& id, const QJsonObject&) { return files.cancel(id); }));
    rpc.addMethod("files.retry",
                  withFile([&files](const MessageId& id, const QJsonObject&) { return files.retry(id); }));
    connect(&files, &client::Files::progressed, this, [&rpc](const client::MessageView& message) {
        if (message.file)
            rpc.notify("file.progress", {{"file", idText(message.id.view())},
                                         {"done", static_cast<qint64>(message.file->done)},
                                         {"size", static_cast<qint64>(message.file->size)},
                                         {"words", message.file->words}});
    });
}

}  // namespace sesame::cli
