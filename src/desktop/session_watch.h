// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/shared_desktop.h"

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QObject>
#include <QVariantMap>

namespace sesame::desktop {

/// Listens to logind on the system bus and to screen savers on the session bus, on connections of its own.
class DBusSessionWatch final : public QObject, public SessionWatch {
    Q_OBJECT
  public:
    explicit DBusSessionWatch(std::function<void(Away)> away);
    ~DBusSessionWatch() override;

  private slots:
    void onScreenSaver(bool active);
    void onLock();
    void onSleep(bool begins);
    void onShutdown(bool begins);
    void onSessionRemoved(const QString& id, const QDBusObjectPath& path);
    void onSessionChanged(const QString& interface, const QVariantMap& changed);

  private:
    void watchScreenSavers();
    void watchLogin();
    /// Asks for our session in one way; in the next one when there is no answer.
    void findSession(int attempt);
    void findDisplaySession(const QDBusObjectPath& user);
    void watchSession(const QDBusObjectPath& session);

    std::function<void(Away)> away_;
    QDBusConnection system_;
    QDBusConnection session_;
    QString path_;  // of our own session
};

}  // namespace sesame::desktop
