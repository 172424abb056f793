// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/trigger/command.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;

namespace sesame::app {

/// The part of the rule form for a help session: how far it goes, in plain sentences, and for how long.
class RemoteForm : public QWidget {
    Q_OBJECT

  public:
    explicit RemoteForm(QWidget* parent = nullptr);
    void setCommand(const trigger::RemoteControl& command);
    trigger::RemoteControl command() const;

  Q_SIGNALS:
    void changed();

  private:
    QButtonGroup* levels_;
    QComboBox* minutes_;
};

/// The times that may be chosen: 15, 30, 60 and 120 minutes.
QList<int> sessionMinutes();

}  // namespace sesame::app
