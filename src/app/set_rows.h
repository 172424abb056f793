// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/row_list.h"

#include "sesame/client/rule_sets.h"

class QCheckBox;

namespace sesame::app {

/// The rules of a set, one below the other with all of their words: phrase, what it does, how it is answered,
/// and what becomes of it.
class SetRows : public RowList {
    Q_OBJECT

  public:
    enum class Pick { No, Yes };  ///< a box before each row
    enum class Fates { Hidden, Shown };
    SetRows(Pick pick, Fates fates, const QString& name, QWidget* parent = nullptr);

    /// Of rows that were there before, what was picked stays so.
    void showRules(const QList<client::SetRowView>& rows);
    const QList<client::SetRowView>& rows() const { return rows_; }
    QList<bool> picked() const;
    int pickedCount() const;
    void pickAll(bool picked);

  Q_SIGNALS:
    void pickedChanged(int row);

  private:
    QWidget* makeRow(const client::SetRowView& row);
    const bool picks_;
    const bool fatesShown_;
    QList<client::SetRowView> rows_;
    QList<QCheckBox*> boxes_;
};

}  // namespace sesame::app
