// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transfer_row.h"

#include <QScrollArea>

class QVBoxLayout;

namespace sesame::app {

/// The transfers of one share, the latest on top. Not there while there are none.
class TransferList : public QScrollArea {
    Q_OBJECT

  public:
    /// `onlyRunning`: those that are over go from the list.
    TransferList(const ShareRecord& record, const client::ShareId& id, TransferRow::Side side,
                 bool onlyRunning, QWidget* parent = nullptr);
    /// Scrolls to this one.
    void bringToSight(share::TransferNumber number);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    void stopWanted(sesame::share::TransferNumber number);
    void openWanted(sesame::share::TransferNumber number);
    void showWanted(sesame::share::TransferNumber number);

  private:
    void follow(share::TransferNumber number);
    void fit();
    TransferRow* make(share::TransferNumber number);

    const ShareRecord& record_;
    client::ShareId id_;
    TransferRow::Side side_;
    bool onlyRunning_;
    QVBoxLayout* column_;
    std::map<share::TransferNumber, TransferRow*> rows_;
};

}  // namespace sesame::app
