// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace sesame::app {

class PlainLabel;

/// "Where should it go?": a folder of this computer, which is made if it is not there.
class FolderDialog : public QDialog {
    Q_OBJECT

  public:
    /// `action` is what the button says.
    FolderDialog(const QString& question, const QString& suggestion, const QString& action,
                 QWidget* parent = nullptr);

  Q_SIGNALS:
    /// Absolute, without links, there.
    void chosen(const QString& folder);

  private:
    void choose();
    QLineEdit* folder_;
    PlainLabel* problem_;
};

/// The user's own folder for what was fetched from elsewhere.
QString downloadsFolder();

}  // namespace sesame::app
