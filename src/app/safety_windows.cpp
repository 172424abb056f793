// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/safety_windows.h"

#include "app/offer_window.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>

namespace sesame::app {

namespace {

bool decides(const QObject* window) {
    return qobject_cast<const QDialog*>(window) || qobject_cast<const OfferWindow*>(window);
}

}  // namespace

SafetyWindows::SafetyWindows(QObject* parent) : QObject(parent) {
    for (const auto* window : QApplication::topLevelWidgets())
        if (decides(window) && window->isVisible())
            shown_.insert(window);
    qApp->installEventFilter(this);
}

bool SafetyWindows::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show && decides(watched))
        change(watched, true);
    else if (event->type() == QEvent::Hide && shown_.contains(watched))  // it may be half destroyed by now
        change(watched, false);
    return false;
}

void SafetyWindows::change(const QObject* dialog, bool shown) {
    const bool was = open();
    if (shown)
        shown_.insert(dialog);
    else
        shown_.remove(dialog);
    if (open() != was)
        Q_EMIT opened(open());
}

}  // namespace sesame::app
