// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <initializer_list>
#include <utility>

namespace sesame::app {

/// How every table of files looks: whole rows of one line, all of the same height, nothing to edit. `wide` is
/// the column that takes what is left, the others are so many digits wide. Once it has its columns.
void layOutFileTable(QTableView& table, int wide, std::initializer_list<std::pair<int, int>> digits);

/// The heading of a column of a table of files; numbers stand at the right.
QVariant fileHeading(const QString& words, bool number, Qt::Orientation orientation, int role);

}  // namespace sesame::app
