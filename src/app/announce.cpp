// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/announce.h"

#include <QAccessible>
#include <QWidget>

namespace sesame::app {

void announce(QWidget& widget) {
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent alert(&widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

}  // namespace sesame::app
