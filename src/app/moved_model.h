// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/share_record.h"

#include <QAbstractTableModel>

namespace sesame::app {

/// The files that have moved in a share of this computer, the latest on top, as far as the record has them.
class MovedModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { File, What, Size, When, kColumns };

    MovedModel(const ShareRecord& record, const client::ShareId& id, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  private:
    const ShareRecord& record_;
    client::ShareId id_;
    std::deque<MovedNote> notes_;  ///< the latest first
};

}  // namespace sesame::app
