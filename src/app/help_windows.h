// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hosted_help.h"
#include "app/safety_windows.h"
#include "app/viewed_help.h"

#include "sesame/desktop/window_stack.h"

namespace sesame::app {

/// All windows of help sessions, joined to the client. Made anew with the main window, as they hold texts.
class HelpWindows : public QObject {
    Q_OBJECT

  public:
    HelpWindows(client::HelpSessions& sessions, const Clock& clock, QObject* parent = nullptr);
    void setOwnPicture(const QString& name) { hosted_.setOwnPicture(name); }
    void bringToFront(client::ContactId receiver) { viewed_.bringToFront(receiver); }

  private:
    std::unique_ptr<desktop::WindowStack> stack_;
    HostedHelp hosted_;
    ViewedHelp viewed_;
};

}  // namespace sesame::app
