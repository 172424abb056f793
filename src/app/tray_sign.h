// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

class QMenu;
class QSystemTrayIcon;

namespace sesame::app {

/// A sign in the tray, where there is one, for as long as a help session or a share runs on this computer;
/// its menu can stop it. Shows no text of anybody else's, for trays may take text for markup.
class TraySign : public QObject {
    Q_OBJECT

  public:
    /// What goes on, and what the menu offers.
    TraySign(const QString& state, const QString& stop, QObject* parent = nullptr);
    ~TraySign() override;

  Q_SIGNALS:
    void stopWanted();

  private:
    std::unique_ptr<QMenu> menu_;
    std::unique_ptr<QSystemTrayIcon> icon_;
};

}  // namespace sesame::app
