// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/rpc_command.h"

#include "cli/client_json.h"
#include "cli/client_methods.h"
#include "cli/file_methods.h"
#include "cli/group_methods.h"
#include "cli/json_rpc.h"
#include "cli/line_reader.h"
#include "cli/questions.h"
#include "cli/session_methods.h"
#include "cli/set_methods.h"
#include "cli/share_methods.h"

#include "sesame/base/clock.h"
#include "sesame/client/client.h"
#include "sesame/client/key_vault.h"
#include "sesame/crypto/random.h"
#include "sesame/desktop/process_launcher.h"
#include "sesame/desktop/windows.h"
#include "sesame/desktop/xdg_programs.h"
#include "sesame/media/media_reader.h"

#include <unistd.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>
#include <cstdio>

namespace sesame::cli {
namespace {

using client::Client;
using client::KeyVault;

int complain(const QString& sentence) {
    std::fprintf(stderr, "sesame-cli: %s\n", qUtf8Printable(sentence));
    return 1;
}

void writeLine(const QByteArray& line) {
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

void forwardNotifications(JsonRpc& rpc, Client& client) {
    QObject::connect(&client, &Client::connectionChanged, &client, [&] {
        rpc.notify("connection.changed",
                   {{"state", connectionName(client.connection())}, {"problem", client.connectionProblem()}});
    });
    QObject::connect(&client, &Client::contactChanged, &client, [&](client::ContactId id) {
        if (const auto contact = client.contact(id))
            rpc.notify("contact.changed", toJson(*contact));
    });
    QObject::connect(&client, &Client::messageAdded, &client, [&](const client::MessageView& message) {
        rpc.notify("message.added", toJson(message));
    });
    QObject::connect(&client, &Client::messageChanged, &client, [&](const client::MessageView& message) {
        rpc.notify("message.changed", toJson(message));
    });
    QObject::connect(&client, &Client::rulesChanged, &client, [&](client::ContactId id) {
        rpc.notify("rules.changed", {{"contact", qint64(id.value)}});
    });
    QObject::connect(&client, &Client::settingChanged, &client,
                     [&](const QString& key, const QString& value) {
                         rpc.notify("setting.changed", {{"key", key}, {"value", value}});
                     });
    QObject::connect(&client, &Client::settingsPageRequested, &client, [&](const QString& page) {
        rpc.notify("settings.pageRequested", {{"page", page}});
    });
    QObject::connect(&client, &Client::problem, &client, [&](const QString& sentence) {
        rpc.notify("problem", {{"text", sentence}});
    });
}

/// The whole life of one account on standard input and output.
class RpcRun : public QObject {
  public:
    RpcRun()
        : rpc_(writeLine), windows_(desktop::openWindows()), desktop_(desktop::openSharedDesktop(clock_)) {}

    void start(const QString& directory, Result<crypto::Key> key, KeyVault::Protection protection) {
        if (!key)
            return fail(QStringLiteral("the key of the database is not available: ") +
                        QString::fromStdString(key.error().detail));
        auto opened = Client::open(directory, *key, KeyVault::name(protection),
                                   {clock_, random_, programs_, *windows_, launcher_, *desktop_,
                                    desktop::openWindows, desktop::watchSession, true, desktop::isSessionAway,
                                    [this](const QString& path, QObject* context, const auto& then) {
                                        recogniser_.print(path, context, then);
                                    }});
        if (!opened)
            return fail(QStringLiteral("cannot open %1: %2")
                            .arg(directory, QString::fromStdString(opened.error().detail)));
        client_ = *std::move(opened);
        addClientMethods(rpc_, *client_);
        forwardNotifications(rpc_, *client_);
        questions_ = std::make_unique<Questions>(rpc_, *client_);
        sessions_ = std::make_unique<SessionMethods>(rpc_, *client_, client_->sessions());
        files_ = std::make_unique<FileMethods>(rpc_, *client_);
        sets_ = std::make_unique<SetMethods>(rpc_, *client_);
        groups_ = std::make_unique<GroupMethods>(rpc_, *client_);
        shares_ = std::make_unique<ShareMethods>(rpc_, client_->shares(), random_);
        connect(&lines_, &LineReader::line, this, [this](const QByteArray& line) { rpc_.receiveLine(line); });
        connect(&lines_, &LineReader::tooLong, this, [this] {
            rpc_.notify("problem", {{"text", "a line was over 1 MiB and was not read"}});
        });
        connect(&lines_, &LineReader::ended, qApp, &QCoreApplication::quit);
        rpc_.notify("ready", {{"account", client_->account().has_value()}});
    }

  private:
    static void fail(const QString& sentence) { QCoreApplication::exit(complain(sentence)); }

    SystemClock clock_;
    crypto::SystemRandom random_;
    desktop::XdgPrograms programs_;
    desktop::ProcessLauncher launcher_;
    JsonRpc rpc_;
    std::unique_ptr<desktop::Windows> windows_;
    std::unique_ptr<desktop::SharedDesktop> desktop_;
    media::MediaReader recogniser_;
    std::unique_ptr<Client> client_;
    std::unique_ptr<Questions> questions_;
    std::unique_ptr<SessionMethods> sessions_;
    std::unique_ptr<ShareMethods> shares_;
    std::unique_ptr<FileMethods> files_;
    std::unique_ptr<SetMethods> sets_;
    std::unique_ptr<GroupMethods> groups_;
    LineReader lines_;
};

}  // namespace

int runRpc(int argc, char** argv) {
    crypto::initialise();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sesame"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "One Sesame account without a window: JSON-RPC 2.0, one object a line, on standard input and "
        "output. docs/cli.md lists the methods."));
    parser.addHelpOption();
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("Directory of the account."),
                                  QStringLiteral("directory"),
                                  QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QCommandLineOption secretService(QStringLiteral("secret-service"),
                                           QStringLiteral("Keep the key in the desktop's secret service."));
    const QCommandLineOption passphraseFile(
        QStringLiteral("passphrase-file"),
        QStringLiteral("Protect the account with the passphrase in this file."), QStringLiteral("file"));
    parser.addOptions({data, secretService, passphraseFile});
    parser.process(application);

    const QString directory = parser.value(data);
    KeyVault::Protection wanted = KeyVault::existing(directory).value_or(KeyVault::Protection::KeyFile);
    if (parser.isSet(secretService))
        wanted = KeyVault::Protection::SecretService;
    QString passphrase;
    if (parser.isSet(passphraseFile)) {
        QFile file(parser.value(passphraseFile));
        if (!file.open(QIODevice::ReadOnly))
            return complain(QStringLiteral("cannot read the passphrase file: ") + file.errorString());
        passphrase = QString::fromUtf8(file.readLine()).trimmed();
        wanted = KeyVault::Protection::Passphrase;
    }

    RpcRun run;
    QMetaObject::invokeMethod(
        &run,
        [&] {
            KeyVault::fetch(directory, wanted, passphrase,
                            [&](Result<crypto::Key> key, KeyVault::Protection protection) {
                                run.start(directory, std::move(key), protection);
                            });
        },
        Qt::QueuedConnection);
    return QCoreApplication::exec();
}

}  // namespace sesame::cli
