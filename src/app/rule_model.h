// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QAbstractTableModel>

namespace sesame::app {

/// Its time is over, by the clock of this computer.
bool isOver(const client::RuleView& rule);

/// The rules between two people as a table: phrase, what it does, how it stands.
class RuleModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { Phrase, Command, State, kColumns };
    explicit RuleModel(client::Direction direction, QObject* parent = nullptr)
        : QAbstractTableModel(parent), direction_(direction) {}

    void setRules(QList<client::RuleView> rules);
    const client::RuleView& at(int row) const { return rules_.at(row); }
    const QList<client::RuleView>& rules() const { return rules_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString stateWords(const client::RuleView& rule) const;
    client::Direction direction_;
    QList<client::RuleView> rules_;
};

}  // namespace sesame::app
