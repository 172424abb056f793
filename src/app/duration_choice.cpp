// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duration_choice.h"

#include "app/help_words.h"
#include "app/level_form.h"
#include "app/plain_label.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QRadioButton>
#include <algorithm>

namespace sesame::app {

DurationChoice::DurationChoice(QWidget* parent)
    : QWidget(parent), row_(new QHBoxLayout), times_(new QButtonGroup(this)) {
    auto* caption = new PlainLabel(tr("For at most"), this);
    caption->setWordWrap(false);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(18);
    line->addWidget(caption);
    line->addLayout(row_);
    line->addStretch(1);
    row_->setSpacing(18);
    hide();
}

void DurationChoice::offer(int minutes) {
    for (auto* old : times_->buttons())
        delete old;
    setVisible(minutes > 0);
    if (minutes <= 0)
        return;
    auto times = sessionMinutes();
    times.erase(std::remove_if(times.begin(), times.end(), [&](int time) { return time >= minutes; }),
                times.end());
    times << minutes;
    for (const int time : times) {
        auto* button = new QRadioButton(duration(time), this);
        button->setObjectName(QStringLiteral("minutes%1Button").arg(time));
        button->setAccessibleName(tr("At most %1").arg(duration(time)));
        button->setChecked(time == minutes);
        times_->addButton(button, time);
        row_->addWidget(button);
    }
}

int DurationChoice::minutes() const {
    return isHidden() ? 0 : std::max(0, times_->checkedId());
}

}  // namespace sesame::app
