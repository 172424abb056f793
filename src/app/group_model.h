// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/groups.h"

#include <QAbstractListModel>

namespace sesame::app {

/// The groups in the list on the left: those that ask first, then by the time of the last message. Those
/// that were declined, or left nothing to read, are left out.
class GroupModel : public QAbstractListModel {
    Q_OBJECT

  public:
    explicit GroupModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setGroups(QList<client::GroupView> groups);

    const client::GroupView& at(int row) const { return groups_.at(row); }
    int rowOf(const client::GroupId& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    QList<client::GroupView> groups_;
};

/// "3 people: Anna, Bo, Chen"
QString memberNames(const client::GroupView& group, int length);

}  // namespace sesame::app
