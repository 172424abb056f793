// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/shared_desktop.h"

#include <unistd.h>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QVariantMap>
#include <optional>

namespace sesame::desktop {
namespace {

using namespace Qt::StringLiterals;

constexpr int kAnswerMs = 300;
const auto kService = u"org.freedesktop.login1"_s;

/// A connection of its own: those of Qt may be used in another thread at the same time.
class Bus {
  public:
    explicit Bus(QDBusConnection::BusType type)
        : name_(u"sesame-session-state-%1-%2"_s.arg(int(type)).arg(reinterpret_cast<quintptr>(this))),
          connection_(QDBusConnection::connectToBus(type, name_)) {}
    ~Bus() { QDBusConnection::disconnectFromBus(name_); }
    Bus(const Bus&) = delete;
    Bus& operator=(const Bus&) = delete;

    template <typename Answer>
    std::optional<Answer> ask(const QDBusMessage& question) const {
        if (!connection_.isConnected())
            return std::nullopt;
        const QDBusReply<Answer> reply = connection_.call(question, QDBus::Block, kAnswerMs);
        return reply.isValid() ? std::optional<Answer>(reply.value()) : std::nullopt;
    }

  private:
    QString name_;
    QDBusConnection connection_;
};

bool isScreenSaverOn() {
    const Bus bus(QDBusConnection::SessionBus);
    return bus
        .ask<bool>(QDBusMessage::createMethodCall(u"org.freedesktop.ScreenSaver"_s,
                                                  u"/org/freedesktop/ScreenSaver"_s,
                                                  u"org.freedesktop.ScreenSaver"_s, u"GetActive"_s))
        .value_or(false);
}

QDBusMessage managerCall(const QString& method, const QVariant& argument) {
    auto out = QDBusMessage::createMethodCall(kService, u"/org/freedesktop/login1"_s,
                                              u"org.freedesktop.login1.Manager"_s, method);
    out.setArguments({argument});
    return out;
}

bool isLoginAway() {
    const Bus bus(QDBusConnection::SystemBus);
    const QString id = qEnvironmentVariable("XDG_SESSION_ID");
    auto session = id.isEmpty() ? std::nullopt : bus.ask<QDBusObjectPath>(managerCall(u"GetSession"_s, id));
    if (!session)
        session = bus.ask<QDBusObjectPath>(managerCall(u"GetSessionByPID"_s, uint(getpid())));
    if (!session)
        return false;
    const auto property = [&](const QString& name, bool otherwise) {
        auto question = QDBusMessage::createMethodCall(kService, session->path(),
                                                       u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
        question.setArguments({u"org.freedesktop.login1.Session"_s, name});
        const auto value = bus.ask<QDBusVariant>(question);
        return value ? value->variant().toBool() : otherwise;
    };
    return property(u"LockedHint"_s, false) || !property(u"Active"_s, true);
}

}  // namespace

bool isSessionAway() {
    return isScreenSaverOn() || isLoginAway();
}

}  // namespace sesame::desktop
