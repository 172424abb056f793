// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/share_bar.h"

#include "app/help_words.h"
#include "app/plain_label.h"
#include "app/share_words.h"

#include <QBoxLayout>
#include <QPushButton>

namespace sesame::app {

ShareBar::ShareBar(QWidget* parent)
    : QFrame(parent),
      who_(new PlainLabel(this)),
      state_(new PlainLabel(this)),
      show_(new QPushButton(tr("Show"), this)),
      stop_(new QPushButton(tr("Stop sharing"), this)) {
    setObjectName(QStringLiteral("shareBar"));
    setProperty("card", "banner");
    who_->setObjectName(QStringLiteral("shareBarWho"));
    who_->setScale(1.0, true);
    state_->setObjectName(QStringLiteral("shareBarState"));
    show_->setObjectName(QStringLiteral("shareBarShowButton"));
    stop_->setObjectName(QStringLiteral("shareBarStopButton"));
    stop_->setProperty("kind", "alarm");
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(who_);
    words->addWidget(state_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 8, 14, 8);
    row->setSpacing(10);
    row->addLayout(words, 1);
    row->addWidget(show_);
    row->addWidget(stop_);
    // The press, not the release: nothing may hold it up.
    connect(stop_, &QPushButton::pressed, this, &ShareBar::stopWanted);
    connect(show_, &QPushButton::clicked, this, &ShareBar::showWanted);
}

void ShareBar::follow(const client::HostedShareView& share, const QDateTime& now) {
    const auto who = shareForReceiver(share);
    const auto left = timeLeft(now, share.ends);
    who_->setText(who);
    state_->setText(share.connected ? tr("%1 · %2", "time left, files taken").arg(left, movedWords(share))
                                    : tr("Waiting for the connection · %1 · %2", "time left, files taken")
                                          .arg(left, movedWords(share)));
    setAccessibleName(tr("Shared now: %1. %2").arg(who, state_->text()));
    stop_->setAccessibleName(tr("Stop sharing: %1").arg(who));
    show_->setAccessibleName(tr("Show what is taken: %1").arg(who));
}

}  // namespace sesame::app
