// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_table.h"

#include <QHeaderView>

namespace sesame::app {

void layOutFileTable(QTableView& table, int wide, std::initializer_list<std::pair<int, int>> digits) {
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.setTextElideMode(Qt::ElideMiddle);
    // Every row as high as the next: none needs to be looked at to lay out the others.
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 16);
    auto* header = table.horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(wide, QHeaderView::Stretch);
    const int digit = table.fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (const auto& [column, count] : digits)
        header->resizeSection(column, count * digit);
}

QVariant fileHeading(const QString& words, bool number, Qt::Orientation orientation, int role) {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(words) : QVariant();
}

}  // namespace sesame::app
