// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/x_display.h"

#include "sesame/desktop/shared_desktop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>
#include <QEventLoop>
#include <QTimer>

namespace sesame::desktop {
namespace {

using testing::Contains;
using testing::IsEmpty;

/// A message bus of its own, which stands for both of the desktop's, and the application that uses it. One
/// for all tests: the addresses are read once, and QtDBus ends with the first application.
class Bus {
  public:
    static void start() { static const Bus bus; }

  private:
    Bus() {
        int ends[2];
        if (pipe(ends) != 0)
            return;
        daemon_ = std::make_unique<test::Child>(
            std::vector<std::string>{"dbus-daemon", "--session", "--nofork", "--nopidfile",
                                     "--print-address=" + std::to_string(ends[1])});
        ::close(ends[1]);
        std::string address;
        char c = 0;
        while (::read(ends[0], &c, 1) == 1 && c != '\n')
            address += c;
        ::close(ends[0]);
        setenv("DBUS_SYSTEM_BUS_ADDRESS", address.c_str(), 1);
        setenv("DBUS_SESSION_BUS_ADDRESS", address.c_str(), 1);
    }
    int argc_ = 0;
    std::unique_ptr<QCoreApplication> application_ = std::make_unique<QCoreApplication>(argc_, nullptr);
    std::unique_ptr<test::Child> daemon_;
};

/// logind, as far as it is asked: our session is "c7", if it is known by its process at all.
class Login final : public QDBusVirtualObject {
  public:
    static constexpr auto kManager = "org.freedesktop.login1.Manager";
    static constexpr auto kSession = "org.freedesktop.login1.Session";
    static constexpr auto kPath = "/org/freedesktop/login1";
    static constexpr auto kOurs = "/org/freedesktop/login1/session/c7";
    static constexpr auto kOther = "/org/freedesktop/login1/session/c8";

    explicit Login(bool knowsProcesses) : knowsProcesses_(knowsProcesses) {
        bus_.registerVirtualObject(kPath, this, QDBusConnection::SubPath);
        bus_.registerService("org.freedesktop.login1");
    }
    ~Login() override { QDBusConnection::disconnectFromBus("fake-login"); }
    Login(const Login&) = delete;
    Login& operator=(const Login&) = delete;

    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override {
        const QDBusObjectPath ours(kOurs);
        if (message.member() == "GetSessionByPID" && knowsProcesses_)
            return bus.send(message.createReply(QVariant::fromValue(ours)));
        if (message.member() == "GetUser")
            return bus.send(
                message.createReply(QVariant::fromValue(QDBusObjectPath("/org/freedesktop/login1/user/me"))));
        if (message.member() == "Get" && message.arguments().value(1) == "Display") {
            QDBusArgument display;
            display.beginStructure();
            display << QString("c7") << ours;
            display.endStructure();
            return bus.send(
                message.createReply(QVariant::fromValue(QDBusVariant(QVariant::fromValue(display)))));
        }
        return false;
    }
    void say(const char* path, const char* interface, const char* name, const QVariantList& arguments) {
        QDBusMessage signal = QDBusMessage::createSignal(path, interface, name);
        signal.setArguments(arguments);
        bus_.send(signal);
    }
    void change(const char* path, const QVariantMap& properties) {
        say(path, "org.freedesktop.DBus.Properties", "PropertiesChanged",
            {kSession, properties, QStringList{}});
    }

  private:
    QDBusConnection bus_ = QDBusConnection::connectToBus(QDBusConnection::SessionBus, "fake-login");
    bool knowsProcesses_;
};

class SessionWatchTest : public testing::TestWithParam<bool> {
  protected:
    void SetUp() override {
        Bus::start();
        login_ = std::make_unique<Login>(GetParam());
        unsetenv("XDG_SESSION_ID");
        watch_ = watchSession([this](Away away) { said_.push_back(away); });
        // The watch has found its session when it hears what happens there. Saying it again does no harm.
        hear([this] { login_->say(Login::kOurs, Login::kSession, "Lock", {}); });
        said_.clear();
    }
    /// Does it until something is said.
    template <typename Deed>
    std::vector<Away> hear(Deed deed) {
        QEventLoop loop;
        QTimer again;
        QObject::connect(&again, &QTimer::timeout, &loop, &QEventLoop::quit);
        again.start(100);
        said_.clear();
        for (int i = 0; i < 100 && said_.empty(); ++i) {
            deed();
            loop.exec();
        }
        return said_;
    }
    /// What is said by the time that something else, done after it, has been heard.
    template <typename Deed>
    std::vector<Away> hearMeanwhile(Deed deed) {
        deed();
        std::vector<Away> all =
            hear([this] { login_->say(Login::kPath, Login::kManager, "PrepareForSleep", {true}); });
        EXPECT_FALSE(all.empty());
        std::erase(all, Away::Suspended);
        return all;
    }

    std::unique_ptr<Login> login_;
    std::vector<Away> said_;
    std::unique_ptr<SessionWatch> watch_;
};

// I4, S36: everything ends on lock, suspend, user switch and log-out.
TEST_P(SessionWatchTest, KnowsTheLock) {
    EXPECT_THAT(hear([&] { login_->say(Login::kOurs, Login::kSession, "Lock", {}); }),
                Contains(Away::Locked));
    EXPECT_THAT(hear([&] { login_->change(Login::kOurs, {{"LockedHint", true}}); }), Contains(Away::Locked));
}

TEST_P(SessionWatchTest, KnowsScreenSavers) {
    for (const char* interface :
         {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver"})
        EXPECT_THAT(hear([&] { login_->say("/org/any/ScreenSaver", interface, "ActiveChanged", {true}); }),
                    Contains(Away::Locked));
    EXPECT_THAT(hearMeanwhile([&] {
                    login_->say("/org/any/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", {false});
                }),
                IsEmpty());
}

TEST_P(SessionWatchTest, KnowsSleepAndShutDown) {
    EXPECT_THAT(hear([&] { login_->say(Login::kPath, Login::kManager, "PrepareForSleep", {true}); }),
                Contains(Away::Suspended));
    EXPECT_THAT(hear([&] { login_->say(Login::kPath, Login::kManager, "PrepareForShutdown", {true}); }),
                Contains(Away::LoggedOut));
    EXPECT_THAT(
        hearMeanwhile([&] { login_->say(Login::kPath, Login::kManager, "PrepareForSleep", {false}); }),
        IsEmpty());
}

TEST_P(SessionWatchTest, KnowsThatAnotherUserIsThere) {
    EXPECT_THAT(hear([&] { login_->change(Login::kOurs, {{"Active", false}}); }), Contains(Away::OtherUser));
    EXPECT_THAT(hearMeanwhile([&] { login_->change(Login::kOurs, {{"Active", true}}); }), IsEmpty());
}

TEST_P(SessionWatchTest, KnowsTheEndOfTheSession) {
    const auto removed = [&](const char* path) {
        return [this, path] {
            login_->say(Login::kPath, Login::kManager, "SessionRemoved",
                        {QString("c7"), QVariant::fromValue(QDBusObjectPath(path))});
        };
    };
    EXPECT_THAT(hear(removed(Login::kOurs)), Contains(Away::LoggedOut));
    EXPECT_THAT(hear([&] {
                    login_->change(Login::kOurs, {{"State", "closing"}});
                }),
                Contains(Away::LoggedOut));
    EXPECT_THAT(hearMeanwhile(removed(Login::kOther)), IsEmpty());
}

TEST_P(SessionWatchTest, DoesNotCareAboutOtherSessions) {
    EXPECT_THAT(hearMeanwhile([&] {
                    login_->say(Login::kOther, Login::kSession, "Lock", {});
                    login_->change(Login::kOther, {{"Active", false}});
                }),
                IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(FoundByProcess, SessionWatchTest, testing::Values(true));
INSTANTIATE_TEST_SUITE_P(FoundByUser, SessionWatchTest, testing::Values(false));

}  // namespace
}  // namespace sesame::desktop
