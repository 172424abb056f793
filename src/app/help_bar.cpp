// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help_bar.h"

#include "app/help_words.h"

#include <QPushButton>

namespace sesame::app {

using client::Pause;

HelpBar::HelpBar(QWidget* parent) : NoticeBar("banner", parent) {
    setObjectName(QStringLiteral("helpBar"));
    stop_ = addButton(tr("Stop the help"), "helpBarStopButton", "alarm");
    pause_ = addButton(tr("Pause"), "helpBarPauseButton");
    lookOnly_ = addButton(tr("Only let them look"), "helpBarLookButton");
    connect(stop_, &QPushButton::pressed, this, &HelpBar::stopWanted);
    connect(pause_, &QPushButton::clicked, this, [this] { Q_EMIT pauseWanted(!paused_); });
    connect(lookOnly_, &QPushButton::clicked, this, &HelpBar::lookOnlyWanted);
}

void HelpBar::follow(const std::optional<client::HostedView>& session) {
    if (!session) {
        say({});
        return;
    }
    paused_ = session->pause == Pause::User;
    pause_->setText(paused_ ? tr("Go on") : tr("Pause"));
    pause_->setAccessibleName(pause_->text());
    lookOnly_->setVisible(session->level > trigger::RemoteLevel::Look);
    const auto still = pauseForReceiver(session->pause, session->helperName);
    say(still.isEmpty()
            ? tr("%1. You can also write “stop”.").arg(levelForReceiver(session->level, session->helperName))
            : still);
}

}  // namespace sesame::app
