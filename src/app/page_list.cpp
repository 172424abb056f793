// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/page_list.h"

namespace sesame::app {

PageList::PageList(QWidget* parent) : QListWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QSize PageList::sizeHint() const {
    return {sizeHintForColumn(0) + 2 * frameWidth() + 1, QListWidget::sizeHint().height()};
}

QSize PageList::minimumSizeHint() const {
    return {sizeHint().width(), QListWidget::minimumSizeHint().height()};
}

}  // namespace sesame::app
