// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/person.h"

#include <gtest/gtest.h>

#include <QEventLoop>
#include <QTimer>

namespace sesame::client {

bool eventually(const std::function<bool()>& condition, int ms) {
    QEventLoop loop;
    QTimer look;
    bool held = condition();
    QObject::connect(&look, &QTimer::timeout, [&] {
        held = condition();
        if (held)
            loop.quit();
    });
    look.start(5);
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    if (!held)
        loop.exec();
    return held;
}

void settle(int ms) {
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

TestHub::TestHub(std::vector<std::string> options) : options_(std::move(options)) {
    start();
}

void TestHub::start() {
    std::vector<std::string> extra{"--mail-rate", "100000", "--mail-burst", "100000"};
    extra.insert(extra.end(), options_.begin(), options_.end());
    if (port_ != 0)
        extra.insert(extra.end(), {"--port", std::to_string(port_)});
    process_ = std::make_unique<test::HubProcess>(directory_.path(), extra);
    port_ = process_->address().port;
    line_ = QString::fromStdString(process_->readyLine());
}

void TestHub::kill() {
    process_.reset();
}

void TestHub::forget() {
    for (const char* ending : {"", "-wal", "-shm"})
        std::filesystem::remove(directory_.path() / (std::string("hub.db") + ending));
}

QString TestHub::url() const {
    return QStringLiteral("wss://127.0.0.1:") + QString::number(port_);
}

QString TestHub::fingerprint() const {
    return line_.section(u' ', 2);
}

Person::Person(const QString& theName, test::FakeClock& theClock)
    : name(theName), clock(theClock), windows(theClock), environment{theClock, random,   programs,
                                                                     windows,  launcher, desktop} {
    desktop::InstalledProgram calculator;
    calculator.id = "calculator.desktop";
    calculator.file = "/usr/share/applications/calculator.desktop";
    calculator.name = "计算器";
    calculator.argv = {"calculator"};
    calculator.fingerprint = "1";
    programs.programs.push_back(calculator);
    environment.showsShares = true;
    environment.watchSession = [this](std::function<void(desktop::Away)> away) {
        leaves = std::move(away);
        return std::make_unique<desktop::SessionWatch>();
    };
    environment.recogniseMedia = [this](const QString& path, QObject* context, const auto& then) {
        if (recognises)
            recognises(path, context, then);
    };
    environment.openWindows = [this] { return front.open(); };
    open();
}

void Person::open() {
    auto opened =
        Client::open(directory.path(), crypto::Key(ByteArray<32>{}), QStringLiteral("key-file"), environment);
    if (!opened)
        throw std::runtime_error(opened.error().detail);
    client = std::move(*opened);
    QObject::connect(client.get(), &Client::consentAsked, client.get(),
                     [this](const ConsentView& view) { consents.push_back(view); });
    QObject::connect(client.get(), &Client::nearAsked, client.get(),
                     [this](const NearView& view) { nears.push_back(view); });
    QObject::connect(client.get(), &Client::wishAsked, client.get(),
                     [this](const WishView& view) { wishes.push_back(view); });
    QObject::connect(client.get(), &Client::choiceAsked, client.get(),
                     [this](const ChoiceView& view) { choices.push_back(view); });
    QObject::connect(client.get(), &Client::consentClosed, client.get(),
                     [this](quint64, consent::Answer answer) { closed.push_back(answer); });
    QObject::connect(client.get(), &Client::settingsPageRequested, client.get(),
                     [this](const QString& page) { pages.append(page); });
}

void Person::join(const QString& url, const QString& fingerprint) {
    ASSERT_TRUE(client->createAccount(name, url, fingerprint));
    ASSERT_TRUE(eventually([this] { return client->account() && isOnline(); }))
        << client->connectionProblem().toStdString();
}

ContactId Person::friendNamed(const QString& who) const {
    for (const ContactView& contact : client->contacts())
        if (contact.name == who)
            return contact.id;
    return {};
}

std::vector<MessageView> Person::messages(ContactId contact, MessageKind kind) const {
    std::vector<MessageView> out;
    for (const MessageView& message : client->history(contact, 0, 1000))
        if (message.kind == kind)
            out.push_back(message);
    return out;
}

bool Person::says(ContactId contact, MessageKind kind, const QString& words) const {
    const auto all = messages(contact, kind);
    return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.text.contains(words); });
}

std::optional<InvitationState> Person::stateOf(const MessageId& invitation, ContactId contact) const {
    for (const MessageView& message : client->history(contact, 0, 1000))
        if (message.id == invitation && message.invitation)
            return message.invitation->state;
    return std::nullopt;
}

void introduce(Person& a, Person& b) {
    ASSERT_TRUE(b.client->addContact(a.client->invitationLink()));
    const auto stateAt = [](const Person& at, const Person& of) {
        const auto view = at.client->contact(at.friendNamed(of.name));
        return view ? std::optional(view->state) : std::nullopt;
    };
    ASSERT_TRUE(eventually([&] { return stateAt(a, b) == ContactState::Incoming; }));
    ASSERT_TRUE(a.client->acceptContact(a.friendNamed(b.name)));
    ASSERT_TRUE(eventually([&] { return stateAt(b, a) == ContactState::Accepted; }));
}

}  // namespace sesame::client
