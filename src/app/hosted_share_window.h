// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/share_record.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace sesame::app {

class PlainLabel;
class TransferList;

/// What goes on in one share of this computer: who may do what until when, what is taken at this moment, and
/// every file that was.
class HostedShareWindow : public QWidget {
    Q_OBJECT

  public:
    HostedShareWindow(const ShareRecord& record, const client::HostedShareView& share,
                      QWidget* parent = nullptr);
    void follow(const client::HostedShareView& share, const QDateTime& now);
    /// It is over; what was taken stays to be read.
    void end();

  Q_SIGNALS:
    void stopWanted();
    void stopTransferWanted(sesame::share::TransferNumber number);
    void leftFilesWanted();
    /// The window was closed. It is hidden already.
    void closed();

  protected:
    void closeEvent(QCloseEvent* event) override;

  private:
    QTableView* makeTable();
    PlainLabel* who_;
    PlainLabel* path_;
    PlainLabel* state_;
    PlainLabel* nothing_;
    QTableView* table_;
    TransferList* transfers_;
    QPushButton* left_;
    QPushButton* stop_;
};

}  // namespace sesame::app
