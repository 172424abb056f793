// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/level_form.h"

#include "app/help_words.h"
#include "app/plain_label.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QRadioButton>

namespace sesame::app {

QList<int> sessionMinutes() {
    return {15, 30, 60, 120};
}

LevelForm::LevelForm(const std::vector<Level>& levels, const QList<int>& minutes, const char* minutesName,
                     const QString& hint, QWidget* parent)
    : QWidget(parent), levels_(new QButtonGroup(this)), minutes_(new QComboBox(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (const Level& level : levels) {
        auto* button = new QRadioButton(level.text, this);
        button->setObjectName(QLatin1String(level.objectName));
        button->setAccessibleName(button->text());
        levels_->addButton(button, level.level);
        column->addWidget(button);
    }
    minutes_->setObjectName(QLatin1String(minutesName));
    minutes_->setAccessibleName(tr("For how long"));
    for (const int time : minutes)
        minutes_->addItem(duration(time), time);
    auto* caption = new PlainLabel(tr("At most"), this);
    caption->setWordWrap(false);
    auto* row = new QHBoxLayout;
    row->addWidget(caption);
    row->addWidget(minutes_);
    row->addStretch(1);
    column->addLayout(row);
    auto* words = new PlainLabel(hint, this);
    words->setQuiet(true);
    words->setScale(0.9);
    column->addWidget(words);
    column->addStretch(1);
    connect(levels_, &QButtonGroup::idToggled, this, &LevelForm::changed);
    connect(minutes_, &QComboBox::currentIndexChanged, this, &LevelForm::changed);
}

void LevelForm::choose(int level, std::uint32_t minutes) {
    if (auto* button = levels_->button(level))
        button->setChecked(true);
    if (minutes_->findData(int(minutes)) < 0)
        minutes_->addItem(duration(int(minutes)), int(minutes));
    minutes_->setCurrentIndex(minutes_->findData(int(minutes)));
}

int LevelForm::level() const {
    return levels_->checkedId();
}

std::uint32_t LevelForm::minutes() const {
    return std::uint32_t(minutes_->currentData().toInt());
}

}  // namespace sesame::app
