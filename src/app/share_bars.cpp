// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/share_bars.h"

#include "app/help_words.h"
#include "app/notice_bar.h"
#include "app/share_bar.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <algorithm>

namespace sesame::app {

using client::HostedShareView;
using client::ShareId;
using client::Shares;

namespace {

constexpr int kLeftFilesMs = 300;

/// The latest first.
QList<HostedShareView> sorted(QList<HostedShareView> shares) {
    std::stable_sort(shares.begin(), shares.end(),
                     [](const auto& a, const auto& b) { return a.started > b.started; });
    return shares;
}

}  // namespace

ShareBars::ShareBars(Shares& shares, QWidget* parent)
    : QWidget(parent),
      shares_(shares),
      column_(new QVBoxLayout(this)),
      rest_(new NoticeBar("banner", this)),
      left_(new NoticeBar("request", this)) {
    setObjectName(QStringLiteral("shareBars"));
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    column_->addWidget(rest_);
    column_->addWidget(left_);
    auto* stop = rest_->addButton(tr("Stop those as well"), "stopRestButton", "alarm");
    connect(stop, &QPushButton::pressed, this, &ShareBars::stopRest);
    auto* look = left_->addButton(tr("Look at them"), "leftFilesButton", "main");
    auto* later = left_->addButton(tr("Later"), "leftFilesLaterButton");
    connect(look, &QPushButton::clicked, this, &ShareBars::leftFilesWanted);
    connect(later, &QPushButton::clicked, this, [this] {
        leftSeen_ = shares_.quarantined().size();
        followLeft();
    });
    time_.setInterval(kTimeLeftMs);
    connect(&time_, &QTimer::timeout, this, &ShareBars::follow);
    connect(&shares_, &Shares::hostedChanged, this, &ShareBars::follow);
    leftDelay_.setSingleShot(true);
    leftDelay_.setInterval(kLeftFilesMs);
    connect(&leftDelay_, &QTimer::timeout, this, &ShareBars::followLeft);
    connect(&shares_, &Shares::quarantineChanged, this, [this] {
        if (!leftDelay_.isActive())
            leftDelay_.start();
    });
    follow();
    followLeft();
}

ShareBar* ShareBars::make(const ShareId& id) {
    auto* bar = new ShareBar(this);
    connect(bar, &ShareBar::stopWanted, this, [this, id] { shares_.stop(id); });
    connect(bar, &ShareBar::showWanted, this, [this, id] { Q_EMIT showWanted(id); });
    return bar;
}

void ShareBars::follow() {
    const auto running = sorted(shares_.hosted());
    const auto now = QDateTime::currentDateTimeUtc();
    std::map<ShareId, ShareBar*> shown;
    int place = 0;
    for (const auto& share : running.mid(0, kMostBars)) {
        const auto found = bars_.find(share.id);
        auto* bar = found == bars_.end() ? make(share.id) : found->second;
        bar->follow(share, now);
        column_->removeWidget(bar);
        column_->insertWidget(place++, bar);
        bar->show();
        shown[share.id] = bar;
        bars_.erase(share.id);
    }
    // One of them may be the one whose Stop has just been pressed.
    for (const auto& [id, gone] : std::exchange(bars_, shown)) {
        gone->hide();
        gone->deleteLater();
    }
    const auto more = running.size() - shown.size();
    rest_->say(
        running.size() > kMostBars
            ? tr("%1 more folders or files of yours are shared.").arg(QLocale().toString(qulonglong(more)))
            : QString());
    running.isEmpty() ? time_.stop() : time_.start();
}

void ShareBars::stopRest() {
    for (const auto& share : sorted(shares_.hosted()).mid(kMostBars))
        shares_.stop(share.id);
}

void ShareBars::followLeft() {
    const auto count = shares_.quarantined().size();
    leftSeen_ = std::min(leftSeen_, count);
    const bool tells = count > leftSeen_;
    left_->say(!tells       ? QString()
               : count == 1 ? tr("A file was left for you. It waits until you keep or delete it.")
                            : tr("%1 files were left for you. They wait until you keep or delete them.")
                                  .arg(QLocale().toString(qulonglong(count))));
}

}  // namespace sesame::app
