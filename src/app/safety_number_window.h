// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace sesame::app {

/// The number that both people see alike when nobody stands between them, in digits and in words.
class SafetyNumberWindow : public QDialog {
    Q_OBJECT

  public:
    SafetyNumberWindow(const QString& contactName, const QString& digits, const QStringList& words,
                       bool verified, QWidget* parent = nullptr);

  Q_SIGNALS:
    void verifiedChosen(bool verified);
};

}  // namespace sesame::app
