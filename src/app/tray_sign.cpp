// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray_sign.h"

#include "app/style.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace sesame::app {

TraySign::TraySign(const QString& state, const QString& stop, QObject* parent) : QObject(parent) {
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    menu_ = std::make_unique<QMenu>();
    menu_->addAction(state)->setEnabled(false);
    menu_->addAction(stop, this, &TraySign::stopWanted);
    icon_ = std::make_unique<QSystemTrayIcon>(icon("helping"));
    icon_->setContextMenu(menu_.get());
    icon_->show();
}

TraySign::~TraySign() = default;

}  // namespace sesame::app
