// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/share_record.h"

#include <QFrame>

class QProgressBar;
class QPushButton;

namespace sesame::app {

class PlainLabel;

/// One transfer: what, how far, and what can be done about it.
class TransferRow : public QFrame {
    Q_OBJECT

  public:
    /// Whose window it is in.
    enum class Side { Helper, Receiver };
    explicit TransferRow(Side side, QWidget* parent = nullptr);
    void follow(const ShareTransfer& transfer);

  Q_SIGNALS:
    void stopWanted();
    void openWanted();
    void showWanted();

  private:
    QPushButton* addButton(const QString& words, const char* objectName);
    QString stateWords(const ShareTransfer& transfer) const;
    QString throughWords(const ShareTransfer& transfer) const;
    Side side_;
    PlainLabel* name_;
    PlainLabel* state_;
    QProgressBar* bar_;
    QPushButton* stop_;
    QPushButton* open_;
    QPushButton* show_;
};

}  // namespace sesame::app
