// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help_windows.h"

#include <QWidget>

namespace sesame::app {

HelpWindows::HelpWindows(client::HelpSessions& sessions, const Clock& clock, QObject* parent)
    : QObject(parent),
      stack_(desktop::openWindowStack([this] { hosted_.lookAtBanners(); })),
      hosted_(
          sessions, clock,
          [this](const QWidget& banner) { return stack_->sightOf(std::uint32_t(banner.winId())); },
          desktop::openPressWatch),
      viewed_(sessions) {
}

}  // namespace sesame::app
