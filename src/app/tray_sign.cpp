// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray_sign.h"

#include "app/style.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace sesame::app {

TraySign::TraySign(QObject* parent) : QObject(parent) {
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    menu_ = std::make_unique<QMenu>();
    menu_->addAction(tr("Help is running"))->setEnabled(false);
    menu_->addAction(tr("Stop the help now"), this, &TraySign::stopWanted);
    icon_ = std::make_unique<QSystemTrayIcon>(icon("helping"));
    icon_->setContextMenu(menu_.get());
    icon_->show();
}

TraySign::~TraySign() = default;

}  // namespace sesame::app
