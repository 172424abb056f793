// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/level_form.h"

#include "sesame/trigger/command.h"

namespace sesame::app {

/// The part of the rule form for a help session: how far it goes, in plain sentences, and for how long.
class RemoteForm : public LevelForm {
    Q_OBJECT

  public:
    explicit RemoteForm(QWidget* parent = nullptr);
    void setCommand(const trigger::RemoteControl& command);
    trigger::RemoteControl command() const;
};

}  // namespace sesame::app
