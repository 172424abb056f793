// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fake_desktop.h"
#include "support/fake_shared_desktop.h"
#include "support/hub_process.h"

#include "sesame/client/client.h"
#include "sesame/crypto/random.h"

#include <QTemporaryDir>

namespace sesame::client {

/// Runs the event loop until `condition` holds. False when it does not within `ms`.
bool eventually(const std::function<bool()>& condition, int ms = 20'000);
/// Runs the event loop for what is under way already.
void settle(int ms = 150);

/// A real hub that can be killed and comes back at the same place.
class TestHub {
  public:
    explicit TestHub(std::vector<std::string> options = {});
    QString url() const;
    QString fingerprint() const;
    void kill();
    void start();
    /// While it is killed: it comes back without a single account.
    void forget();
    bool isRunning() const { return process_ != nullptr; }
    /// Where it keeps everything.
    std::filesystem::path folder() const { return directory_.path(); }

  private:
    test::TemporaryDirectory directory_;
    std::vector<std::string> options_;
    std::uint16_t port_ = 0;
    QString line_;
    std::unique_ptr<test::HubProcess> process_;
};

/// Somebody with a client on a real database, and a desktop that only notes what would happen.
class Person {
  public:
    Person(const QString& name, test::FakeClock& clock);
    void open();
    void close() { client.reset(); }
    void join(const TestHub& hub) { join(hub.url(), hub.fingerprint()); }
    void join(const QString& url, const QString& fingerprint);
    bool isOnline() const { return client->connection() == ConnectionState::Online; }

    /// Nobody may use this desktop any more.
    void goAway(desktop::Away away) { leaves(away); }

    /// Their only contact, or the one of this name.
    ContactId friendNamed(const QString& who) const;
    std::vector<MessageView> messages(ContactId contact, MessageKind kind) const;
    bool says(ContactId contact, MessageKind kind, const QString& words) const;
    std::optional<InvitationState> stateOf(const MessageId& invitation, ContactId contact) const;

    QString name;
    QTemporaryDir directory;
    test::FakeClock& clock;
    crypto::SystemRandom random;
    test::FakePrograms programs;
    test::FakeWindows windows;
    test::FakeLauncher launcher;
    test::FakeSharedDesktop desktop;
    test::FakeFront front;
    Environment environment;
    std::unique_ptr<Client> client;

    std::function<void(desktop::Away)> leaves;
    /// What files here are recognised by; empty: none can be read.
    decltype(Environment::recogniseMedia) recognises;
    std::vector<ConsentView> consents;
    std::vector<NearView> nears;
    std::vector<WishView> wishes;
    std::vector<ChoiceView> choices;
    std::vector<consent::Answer> closed;
    QStringList pages;
};

/// `a` and `b` become contacts by `a`'s link.
void introduce(Person& a, Person& b);

}  // namespace sesame::client
