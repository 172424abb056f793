// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/person.h"
#include "support/places.h"

#include <gtest/gtest.h>

#include <QProcess>
#include <random>

namespace sesame::client {
namespace {

constexpr int kDefaultKills = 15;

int wantedKills() {
    bool given = false;
    const int kills = qEnvironmentVariableIntValue("SESAME_M23_KILLS", &given);
    return given ? kills : kDefaultKills;
}

/// A courier in a process of its own, and all that it ever said.
class Courier {
  public:
    explicit Courier(const QString& directory) : directory_(directory) { start(); }
    ~Courier() { kill(); }

    void start() {
        process_.start(QStringLiteral(SESAME_BIN_DIR "/sesame_test_courier"), {directory_});
        process_.waitForStarted();
    }
    void kill() {
        process_.kill();
        process_.waitForFinished();
        read();
    }
    int lines() {
        read();
        return static_cast<int>(sent.size() + got.size());
    }
    QStringList sent, got;

  private:
    void read() {
        while (process_.canReadLine()) {
            const QString line = QString::fromUtf8(process_.readLine()).trimmed();
            (line.startsWith(QStringLiteral("sent")) ? sent : got).append(line.section(u' ', 1));
        }
    }
    QString directory_;
    QProcess process_;
};

QStringList texts(const Person& person, ContactId contact, Direction direction) {
    QList<MessageView> all;
    for (qint64 before = 0;;) {
        const auto page = person.client->history(contact, before, 1000);
        if (page.isEmpty())
            break;
        before = page.first().order;
        all = page + all;
    }
    QStringList out;
    for (const auto& message : all)
        if (message.kind == MessageKind::Text && message.direction == direction)
            out.append(message.text);
    return out;
}

// M23, I8: whatever was said to be on disk arrives once, in order, however often hub and clients are killed.
TEST(Kill9, LosesAndDoublesNothing) {
    SystemClock wall;
    test::FakeClock clock;
    clock.jumpWall(wall.wallMs() - clock.wallMs());
    TestHub hub;
    Person anna{QStringLiteral("Anna"), clock};
    Person boris{QStringLiteral("Boris"), clock};
    anna.join(hub);
    boris.join(hub);
    introduce(anna, boris);
    anna.close();
    boris.close();

    std::mt19937 dice(2026);
    {
        Courier a(anna.directory.path());
        Courier b(boris.directory.path());
        for (int kill = 0; kill < wantedKills(); ++kill) {
            const int enough = a.lines() + b.lines() + 20 + static_cast<int>(dice() % 60);
            ASSERT_TRUE(eventually([&] { return a.lines() + b.lines() >= enough; })) << kill;
            switch (dice() % 3) {
                case 0:
                    hub.kill();
                    hub.start();
                    break;
                case 1:
                    a.kill();
                    a.start();
                    break;
                default:
                    b.kill();
                    b.start();
            }
        }
        a.kill();
        b.kill();
        anna.open();
        boris.open();
        const ContactId borisAtAnna = anna.friendNamed(QStringLiteral("Boris"));
        const ContactId annaAtBoris = boris.friendNamed(QStringLiteral("Anna"));
        const auto byAnna = [&] { return texts(anna, borisAtAnna, Direction::Outgoing); };
        const auto byBoris = [&] { return texts(boris, annaAtBoris, Direction::Outgoing); };
        const QStringList allByAnna = byAnna();
        const QStringList allByBoris = byBoris();
        EXPECT_TRUE(eventually([&] {
            return texts(boris, annaAtBoris, Direction::Incoming).size() >= allByAnna.size() &&
                   texts(anna, borisAtAnna, Direction::Incoming).size() >= allByBoris.size();
        }));
        EXPECT_EQ(texts(boris, annaAtBoris, Direction::Incoming), allByAnna);
        EXPECT_EQ(texts(anna, borisAtAnna, Direction::Incoming), allByBoris);
        for (const auto& said : a.sent)
            EXPECT_EQ(allByAnna.count(said), 1) << said.toStdString();
        for (const auto& said : b.sent)
            EXPECT_EQ(allByBoris.count(said), 1) << said.toStdString();
        for (const auto& heard : b.got)
            EXPECT_EQ(allByAnna.count(heard), 1) << heard.toStdString();
        EXPECT_GT(a.sent.size() + b.sent.size(), 20);
    }
}

}  // namespace
}  // namespace sesame::client
