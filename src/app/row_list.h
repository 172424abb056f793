// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace sesame::app {

/// Rows below each other, as many as there are; what does not fit is scrolled to.
class RowList : public QScrollArea {
  public:
    RowList(const QString& accessibleName, QWidget* parent);

    /// Takes the place of what is shown. A row that goes may be the one whose button was pressed.
    void setRows(const QList<QWidget*>& rows);

  private:
    QVBoxLayout* column_;
    QList<QWidget*> shown_;
};

}  // namespace sesame::app
