// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote_form.h"

#include "app/help_words.h"
#include "app/plain_label.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QRadioButton>

namespace sesame::app {

using trigger::RemoteLevel;

QList<int> sessionMinutes() {
    return {15, 30, 60, 120};
}

RemoteForm::RemoteForm(QWidget* parent)
    : QWidget(parent), levels_(new QButtonGroup(this)), minutes_(new QComboBox(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    const std::pair<RemoteLevel, const char*> levels[] = {{RemoteLevel::Look, "lookButton"},
                                                          {RemoteLevel::Point, "pointButton"},
                                                          {RemoteLevel::Control, "controlButton"}};
    for (const auto& [level, objectName] : levels) {
        auto* button = new QRadioButton(levelChoice(level), this);
        button->setObjectName(QLatin1String(objectName));
        button->setAccessibleName(button->text());
        levels_->addButton(button, int(level));
        column->addWidget(button);
    }
    minutes_->setObjectName(QStringLiteral("minutesBox"));
    minutes_->setAccessibleName(tr("For how long"));
    for (const int minutes : sessionMinutes())
        minutes_->addItem(duration(minutes), minutes);
    auto* caption = new PlainLabel(tr("At most"), this);
    caption->setWordWrap(false);
    auto* row = new QHBoxLayout;
    row->addWidget(caption);
    row->addWidget(minutes_);
    row->addStretch(1);
    column->addLayout(row);
    auto* hint = new PlainLabel(
        tr("They can stop at any time. Start with looking; you can ask for more when it is needed."), this);
    hint->setQuiet(true);
    hint->setScale(0.9);
    column->addWidget(hint);
    column->addStretch(1);
    setCommand({});
    connect(levels_, &QButtonGroup::idToggled, this, &RemoteForm::changed);
    connect(minutes_, &QComboBox::currentIndexChanged, this, &RemoteForm::changed);
}

void RemoteForm::setCommand(const trigger::RemoteControl& command) {
    if (auto* button = levels_->button(int(command.level)))
        button->setChecked(true);
    const int minutes = int(command.minutes);
    if (minutes_->findData(minutes) < 0)
        minutes_->addItem(duration(minutes), minutes);
    minutes_->setCurrentIndex(minutes_->findData(minutes));
}

trigger::RemoteControl RemoteForm::command() const {
    trigger::RemoteControl command;
    command.level = RemoteLevel(levels_->checkedId());
    command.minutes = std::uint32_t(minutes_->currentData().toInt());
    return command;
}

}  // namespace sesame::app
