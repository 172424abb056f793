// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help_banners.h"

#include "app/announce.h"
#include "app/help_banner.h"

#include <QGuiApplication>
#include <QScreen>
#include <algorithm>

namespace sesame::app {

namespace {

constexpr int kSpokenMs = 3000;  // for which a screen reader may ask for the words of what has gone

}  // namespace

HelpBanners::HelpBanners(SightOf sightOf, QObject* parent) : QObject(parent), sightOf_(std::move(sightOf)) {
    constexpr int kWordsMs = 1000;
    look_.setInterval(kLookMs);
    minute_.setInterval(kWordsMs);
    connect(&look_, &QTimer::timeout, this, &HelpBanners::look);
    connect(&minute_, &QTimer::timeout, this, &HelpBanners::follow);
    connect(qApp, &QGuiApplication::screenAdded, this, &HelpBanners::follow);
    // The screen is still there while this is said; its banner goes at once.
    connect(qApp, &QGuiApplication::screenRemoved, this, [this](QScreen* gone) {
        std::erase_if(banners_, [gone](const auto& banner) { return &banner->screen() == gone; });
    });
}

HelpBanners::~HelpBanners() = default;

void HelpBanners::show(const client::HostedView& session) {
    if (!session_) {
        unseenLooks_ = 0;
        seen_.reset();
        look_.start();
        minute_.start();
    }
    session_ = session;
    follow();
}

void HelpBanners::hide() {
    session_.reset();
    look_.stop();
    minute_.stop();
    if (!banners_.empty()) {
        banners_.front()->setAccessibleName(tr("The help has ended"));
        announce(*banners_.front());
    }
    // One of them may be in the middle of telling that its Stop was pressed, or be read out.
    for (auto& banner : banners_) {
        banner->hide();
        QTimer::singleShot(kSpokenMs, banner.get(), &QObject::deleteLater);
        static_cast<void>(banner.release());
    }
    banners_.clear();
}

void HelpBanners::follow() {
    if (!session_)
        return;
    coverScreens();
    const auto now = QDateTime::currentDateTimeUtc();
    for (const auto& banner : banners_)
        banner->show(*session_, now);
}

void HelpBanners::coverScreens() {
    for (auto* screen : QGuiApplication::screens()) {
        const bool covered = std::any_of(banners_.begin(), banners_.end(), [screen](const auto& banner) {
            return &banner->screen() == screen;
        });
        if (covered)
            continue;
        auto banner = std::make_unique<HelpBanner>(*screen);
        connect(banner.get(), &HelpBanner::stopWanted, this, &HelpBanners::stopWanted);
        connect(banner.get(), &HelpBanner::pauseWanted, this, &HelpBanners::pauseWanted);
        connect(screen, &QScreen::geometryChanged, banner.get(), &HelpBanner::settle);
        banners_.push_back(std::move(banner));
    }
}

bool HelpBanners::raiseCovered() {
    bool all = !banners_.empty();
    for (const auto& banner : banners_) {
        const auto sight = sightOf_(*banner);
        all = all && sight != Sight::Covered;
        if (sight == Sight::Whole)
            continue;
        banner->settle();
        banner->raise();
    }
    return all;
}

void HelpBanners::look() {
    const bool all = raiseCovered();
    unseenLooks_ = all ? 0 : unseenLooks_ + 1;
    if (all || unseenLooks_ >= kLooksUntilUnseen)
        setSeen(all);
}

void HelpBanners::setSeen(bool seen) {
    if (seen == seen_)
        return;
    seen_ = seen;
    Q_EMIT seenChanged(seen);
}

}  // namespace sesame::app
