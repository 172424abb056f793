// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/row_list.h"

#include <QBoxLayout>
#include <utility>

namespace sesame::app {

RowList::RowList(const QString& accessibleName, QWidget* parent) : QScrollArea(parent) {
    auto* inside = new QWidget(this);
    auto* all = new QVBoxLayout(inside);
    all->setContentsMargins(0, 0, 0, 0);
    column_ = new QVBoxLayout;
    column_->setSpacing(10);
    all->addLayout(column_);
    all->addStretch(1);
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setWidget(inside);
}

void RowList::setRows(const QList<QWidget*>& rows) {
    for (auto* old : std::exchange(shown_, rows)) {
        old->hide();
        old->deleteLater();
    }
    for (auto* row : rows)
        column_->addWidget(row);
}

}  // namespace sesame::app
