// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sends numbered messages and says on standard output what is safely on its disk, until it is killed.
// courier DIRECTORY
#include "support/fake_desktop.h"
#include "support/fake_shared_desktop.h"

#include "sesame/client/client.h"
#include "sesame/crypto/random.h"

#include <QCoreApplication>
#include <QTimer>
#include <cstdio>

namespace {

using namespace sesame;

constexpr int kSendMs = 3;
constexpr int kConnectMs = 50;

void tell(const char* what, const QString& text) {
    std::printf("%s %s\n", what, qPrintable(text));
    std::fflush(stdout);
}

int lastNumber(const client::Client& client, client::ContactId contact) {
    const auto history = client.history(contact, 0, 1000);
    for (auto message = history.rbegin(); message != history.rend(); ++message)
        if (message->direction == client::Direction::Outgoing && message->kind == client::MessageKind::Text)
            return message->text.toInt();
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    crypto::initialise();
    SystemClock clock;
    crypto::SystemRandom random;
    test::FakeClock fakeClock;
    test::FakePrograms programs;
    test::FakeWindows windows(fakeClock);
    test::FakeLauncher launcher;
    test::FakeSharedDesktop desktop;
    auto opened = client::Client::open(QString::fromLocal8Bit(argv[1]), crypto::Key(ByteArray<32>{}), {},
                                       {clock, random, programs, windows, launcher, desktop});
    if (!opened)
        return 1;
    client::Client& client = **opened;
    const client::ContactId contact = client.contacts().first().id;
    int number = lastNumber(client, contact);
    QObject::connect(&client, &client::Client::messageAdded, [](const client::MessageView& message) {
        if (message.direction == client::Direction::Incoming && message.kind == client::MessageKind::Text)
            tell("got", message.text);
    });
    QTimer send;
    QObject::connect(&send, &QTimer::timeout, [&] {
        const QString text = QString::number(++number);
        if (client.sendText(contact, text))
            tell("sent", text);
    });
    send.start(kSendMs);
    QTimer connectAgain;
    QObject::connect(&connectAgain, &QTimer::timeout, [&] { client.connectNow(); });
    connectAgain.start(kConnectMs);
    return QCoreApplication::exec();
}
