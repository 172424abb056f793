// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duration_choice.h"

#include "app/flow_layout.h"
#include "app/help_words.h"
#include "app/level_form.h"
#include "app/plain_label.h"

#include "sesame/consent/grant.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QRadioButton>
#include <algorithm>

namespace sesame::app {
namespace {

constexpr int kWeek = 7;
constexpr int kMonth = 30;
// Of the buttons that stand for days; those for minutes are below.
constexpr int kDaysFrom = 100'000;

}  // namespace

DurationChoice::DurationChoice(QWidget* parent)
    : QWidget(parent), row_(new QHBoxLayout), times_(new QButtonGroup(this)), standing_(makeStanding()) {
    auto* caption = new PlainLabel(tr("For at most"), this);
    caption->setWordWrap(false);
    auto* line = new QHBoxLayout;
    line->setSpacing(18);
    line->addWidget(caption);
    line->addLayout(row_);
    line->addStretch(1);
    row_->setSpacing(18);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(line);
    column->addWidget(standing_);
    hide();
}

QWidget* DurationChoice::makeStanding() {
    auto* out = new QWidget(this);
    auto* times = new FlowLayout;
    times->setSpacing(18);
    const std::pair<int, QString> choices[] = {{kWeek, tr("For a week")},
                                               {kMonth, tr("For a month")},
                                               {int(consent::kStandingUntilEnded), tr("Until I end it")}};
    for (const auto& [days, words] : choices) {
        auto* button = new QRadioButton(words, out);
        button->setObjectName(QStringLiteral("days%1Button").arg(days));
        button->setAccessibleName(words);
        times_->addButton(button, kDaysFrom + days);
        times->addWidget(button);
    }
    auto* meaning =
        new PlainLabel(tr("With one of these three, they may open it again without asking you, whenever you "
                          "are both online. "
                          "You find it in the settings, under “Shared folders”, and end it there."),
                       out);
    meaning->setObjectName(QStringLiteral("standingMeaning"));
    meaning->setQuiet(true);
    auto* column = new QVBoxLayout(out);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(times);
    column->addWidget(meaning);
    out->hide();
    return out;
}

void DurationChoice::offer(int minutes) {
    for (auto* old : times_->buttons())
        if (times_->id(old) < kDaysFrom)
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
    return isHidden() || times_->checkedId() >= kDaysFrom ? 0 : std::max(0, times_->checkedId());
}

void DurationChoice::offerStanding(bool offered) {
    standing_->setVisible(offered);
}

int DurationChoice::standingDays() const {
    return isHidden() || standing_->isHidden() ? 0 : std::max(0, times_->checkedId() - kDaysFrom);
}

}  // namespace sesame::app
