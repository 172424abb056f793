// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/session_watch.h"

#include <unistd.h>

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace sesame::desktop {
namespace {

using namespace Qt::StringLiterals;

const auto kLogin = u"org.freedesktop.login1"_s;
const auto kLoginPath = u"/org/freedesktop/login1"_s;
const auto kManager = u"org.freedesktop.login1.Manager"_s;
const auto kSession = u"org.freedesktop.login1.Session"_s;
const auto kProperties = u"org.freedesktop.DBus.Properties"_s;

QString uniqueName(const char* bus, const void* owner) {
    return u"sesame-session-watch-%1-%2"_s.arg(QLatin1StringView(bus)).arg(reinterpret_cast<quintptr>(owner));
}

/// Calls `then` with the answer, or `otherwise`, unless the watch is gone by then.
template <typename Answer, typename Then, typename Otherwise>
void ask(QObject* owner, const QDBusConnection& bus, const QDBusMessage& question, Then then,
         Otherwise otherwise) {
    auto* pending = new QDBusPendingCallWatcher(bus.asyncCall(question), owner);
    QObject::connect(pending, &QDBusPendingCallWatcher::finished, owner, [=] {
        const QDBusPendingReply<Answer> reply = *pending;
        pending->deleteLater();
        if (reply.isError())
            otherwise();
        else
            then(reply.value());
    });
}

}  // namespace

DBusSessionWatch::DBusSessionWatch(std::function<void(Away)> away)
    : away_(std::move(away)),
      system_(QDBusConnection::connectToBus(QDBusConnection::SystemBus, uniqueName("system", this))),
      session_(QDBusConnection::connectToBus(QDBusConnection::SessionBus, uniqueName("session", this))) {
    if (session_.isConnected())
        watchScreenSavers();
    if (system_.isConnected())
        watchLogin();
}

DBusSessionWatch::~DBusSessionWatch() {
    QDBusConnection::disconnectFromBus(uniqueName("system", this));
    QDBusConnection::disconnectFromBus(uniqueName("session", this));
}

void DBusSessionWatch::watchScreenSavers() {
    // From whomever, at whatever path: desktops differ in both.
    for (const auto& interface :
         {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"org.cinnamon.ScreenSaver"_s,
          u"org.mate.ScreenSaver"_s, u"org.xfce.ScreenSaver"_s})
        session_.connect(QString(), QString(), interface, u"ActiveChanged"_s, this,
                         SLOT(onScreenSaver(bool)));
}

void DBusSessionWatch::watchLogin() {
    // QtDBus finds a slot by the names of its parameters' types, and knows this one only after this.
    qRegisterMetaType<QDBusObjectPath>();
    system_.connect(kLogin, kLoginPath, kManager, u"PrepareForSleep"_s, this, SLOT(onSleep(bool)));
    system_.connect(kLogin, kLoginPath, kManager, u"PrepareForShutdown"_s, this, SLOT(onShutdown(bool)));
    system_.connect(kLogin, kLoginPath, kManager, u"SessionRemoved"_s, this,
                    SLOT(onSessionRemoved(QString, QDBusObjectPath)));
    findSession(0);
}

void DBusSessionWatch::findSession(int attempt) {
    const auto question = [](const QString& method, const QVariant& argument) {
        auto message = QDBusMessage::createMethodCall(kLogin, kLoginPath, kManager, method);
        message.setArguments({argument});
        return message;
    };
    const auto found = [this](const QDBusObjectPath& session) { watchSession(session); };
    const auto next = [this, attempt] { findSession(attempt + 1); };
    const QString id = qEnvironmentVariable("XDG_SESSION_ID");
    switch (attempt) {
        case 0:
            return id.isEmpty()
                       ? next()
                       : ask<QDBusObjectPath>(this, system_, question(u"GetSession"_s, id), found, next);
        case 1:
            return ask<QDBusObjectPath>(
                this, system_, question(u"GetSessionByPID"_s, static_cast<uint>(getpid())), found, next);
        case 2:
            // A program that the user's service manager started is in no session itself.
            return ask<QDBusObjectPath>(
                this, system_, question(u"GetUser"_s, static_cast<uint>(getuid())),
                [this](const QDBusObjectPath& user) { findDisplaySession(user); }, [] {});
        default:
            return;
    }
}

void DBusSessionWatch::findDisplaySession(const QDBusObjectPath& user) {
    auto question = QDBusMessage::createMethodCall(kLogin, user.path(), kProperties, u"Get"_s);
    question.setArguments({u"org.freedesktop.login1.User"_s, u"Display"_s});
    ask<QDBusVariant>(
        this, system_, question,
        [this](const QDBusVariant& display) {
            QString id;
            QDBusObjectPath path;
            const auto both = display.variant().value<QDBusArgument>();
            both.beginStructure();
            both >> id >> path;
            both.endStructure();
            watchSession(path);
        },
        [] {});
}

void DBusSessionWatch::watchSession(const QDBusObjectPath& session) {
    path_ = session.path();
    system_.connect(kLogin, path_, kSession, u"Lock"_s, this, SLOT(onLock()));
    system_.connect(kLogin, path_, kProperties, u"PropertiesChanged"_s, this,
                    SLOT(onSessionChanged(QString, QVariantMap)));
}

void DBusSessionWatch::onScreenSaver(bool active) {
    if (active)
        away_(Away::Locked);
}

void DBusSessionWatch::onLock() {
    away_(Away::Locked);
}

void DBusSessionWatch::onSleep(bool begins) {
    if (begins)
        away_(Away::Suspended);
}

void DBusSessionWatch::onShutdown(bool begins) {
    if (begins)
        away_(Away::LoggedOut);
}

void DBusSessionWatch::onSessionRemoved(const QString& id, const QDBusObjectPath& path) {
    Q_UNUSED(id);
    if (!path_.isEmpty() && path.path() == path_)
        away_(Away::LoggedOut);
}

void DBusSessionWatch::onSessionChanged(const QString& interface, const QVariantMap& changed) {
    if (interface != kSession)
        return;
    if (changed.value(u"LockedHint"_s, false).toBool())
        away_(Away::Locked);
    if (!changed.value(u"Active"_s, true).toBool())
        away_(Away::OtherUser);
    if (changed.value(u"State"_s).toString() == "closing"_L1)
        away_(Away::LoggedOut);
}

std::unique_ptr<SessionWatch> watchSession(std::function<void(Away)> away) {
    return std::make_unique<DBusSessionWatch>(std::move(away));
}

}  // namespace sesame::desktop
