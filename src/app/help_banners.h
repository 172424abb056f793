// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/help_sessions.h"
#include "sesame/desktop/window_stack.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

class QScreen;
class QWidget;

namespace sesame::app {

class HelpBanner;

/// The banner on every monitor while a help session runs. Looks again and again whether each can be seen,
/// raises those that cannot, and says so when that does not help (S27).
class HelpBanners : public QObject {
    Q_OBJECT

  public:
    using Sight = desktop::WindowStack::Sight;
    using SightOf = std::function<Sight(const QWidget&)>;
    explicit HelpBanners(SightOf sightOf, QObject* parent = nullptr);
    ~HelpBanners() override;

    void show(const client::HostedView& session);
    void hide();
    /// Whether all can be seen; what cannot is raised.
    bool raiseCovered();
    const std::vector<std::unique_ptr<HelpBanner>>& banners() const { return banners_; }

    static constexpr int kLookMs = 250;
    static constexpr int kLooksUntilUnseen = 3;

  Q_SIGNALS:
    void stopWanted();
    void pauseWanted(bool paused);
    /// All of them can be seen, or not. Said once at the start, and when it changes.
    void seenChanged(bool seen);

  private:
    void follow();
    void coverScreens();
    void look();
    void setSeen(bool seen);
    SightOf sightOf_;
    std::optional<client::HostedView> session_;
    std::vector<std::unique_ptr<HelpBanner>> banners_;
    QTimer look_;
    QTimer minute_;
    int unseenLooks_ = 0;
    std::optional<bool> seen_;
};

}  // namespace sesame::app
