// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote_form.h"

#include "app/help_words.h"

namespace sesame::app {

using trigger::RemoteLevel;

RemoteForm::RemoteForm(QWidget* parent)
    : LevelForm({{int(RemoteLevel::Look), levelChoice(RemoteLevel::Look), "lookButton"},
                 {int(RemoteLevel::Point), levelChoice(RemoteLevel::Point), "pointButton"},
                 {int(RemoteLevel::Control), levelChoice(RemoteLevel::Control), "controlButton"}},
                sessionMinutes(), "minutesBox",
                tr("They can stop at any time. Start with looking; you can ask for more when it is needed."),
                parent) {
    setCommand({});
}

void RemoteForm::setCommand(const trigger::RemoteControl& command) {
    choose(int(command.level), command.minutes);
}

trigger::RemoteControl RemoteForm::command() const {
    return {RemoteLevel(level()), minutes()};
}

}  // namespace sesame::app
