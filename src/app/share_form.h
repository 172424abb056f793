// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/trigger/command.h"

#include <QWidget>

class QLineEdit;

namespace sesame::app {

class LevelForm;

/// The part of the rule form for a share: which folder or file, how far it goes, and for how long.
class ShareForm : public QWidget {
    Q_OBJECT

  public:
    explicit ShareForm(QWidget* parent = nullptr);
    void setCommand(const trigger::ShareFolder& command);
    trigger::ShareFolder command() const;

  Q_SIGNALS:
    void changed();

  private:
    QLineEdit* place_;
    LevelForm* level_;
};

}  // namespace sesame::app
