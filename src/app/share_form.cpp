// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/share_form.h"

#include "app/level_form.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace sesame::app {

using trigger::ShareLevel;

ShareForm::ShareForm(QWidget* parent) : QWidget(parent), place_(new QLineEdit(this)) {
    level_ =
        new LevelForm({{int(ShareLevel::Look), tr("I see what is in it"), "shareLookButton"},
                       {int(ShareLevel::Take), tr("I see what is in it and get copies"), "shareTakeButton"},
                       {int(ShareLevel::Put), tr("I see what is in it, get copies and leave files for them"),
                        "sharePutButton"}},
                      {15, 30, 60, 120, 480, 1440}, "shareMinutesBox",
                      tr("They see what you take as it happens, and can stop at any time. Nothing of theirs "
                         "is changed: what "
                         "you leave waits for them in a place of its own."),
                      this);
    place_->setObjectName(QStringLiteral("shareEdit"));
    place_->setAccessibleName(tr("Folder or file"));
    place_->setPlaceholderText(tr("Name of the folder or file, or its whole path"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(place_);
    column->addWidget(level_);
    setCommand({});
    connect(place_, &QLineEdit::textChanged, this, &ShareForm::changed);
    connect(level_, &LevelForm::changed, this, &ShareForm::changed);
}

void ShareForm::setCommand(const trigger::ShareFolder& command) {
    place_->setText(QString::fromStdString(command.path.empty() ? command.name : command.path));
    level_->choose(int(command.level), command.minutes);
}

trigger::ShareFolder ShareForm::command() const {
    const auto said = place_->text().trimmed();
    trigger::ShareFolder share;
    (said.startsWith(QLatin1Char('/')) ? share.path : share.name) = said.toStdString();
    share.level = ShareLevel(level_->level());
    share.minutes = level_->minutes();
    return share;
}

}  // namespace sesame::app
