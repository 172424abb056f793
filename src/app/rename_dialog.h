// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace sesame::app {

/// What this user calls a contact; nobody else sees it. Empty: by the name that the contact has chosen.
class RenameDialog : public QDialog {
    Q_OBJECT

  public:
    explicit RenameDialog(const QString& name, QWidget* parent = nullptr);

  Q_SIGNALS:
    void nameChosen(const QString& name);
};

}  // namespace sesame::app
