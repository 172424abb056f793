// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace sesame::app {

class PlainLabel;

/// Asks for the passphrase that protects the messages on this computer.
class UnlockDialog : public QDialog {
    Q_OBJECT

  public:
    explicit UnlockDialog(QWidget* parent = nullptr);
    void showProblem(const QString& sentence);

  Q_SIGNALS:
    void passphraseGiven(const QString& passphrase);

  private:
    QLineEdit* passphrase_;
    QPushButton* open_;
    PlainLabel* problem_;
};

}  // namespace sesame::app
