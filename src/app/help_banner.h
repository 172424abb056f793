// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/help_sessions.h"

#include <QWidget>

class QPushButton;
class QScreen;

namespace sesame::app {

class PlainLabel;

/// "Anna sees your screen. 25 minutes left. [Pause] [Stop]": at the top of one monitor for as long as a help
/// session runs (S27). It cannot be closed, minimised or covered by a window that the window manager places,
/// never takes the keyboard, and is not sent to the window manager at all.
class HelpBanner : public QWidget {
    Q_OBJECT

  public:
    explicit HelpBanner(QScreen& screen);

    void show(const client::HostedView& session, const QDateTime& now);
    /// At the top of its monitor again, as large as its words need.
    void settle();
    QScreen& screen() const { return *screen_; }

  Q_SIGNALS:
    void stopWanted();
    void pauseWanted(bool paused);

  protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void build();
    QScreen* screen_;
    PlainLabel* who_;
    PlainLabel* state_;
    QPushButton* pause_;
    QPushButton* stop_;
    bool paused_ = false;  // by the user
    bool still_ = false;   // for whatever reason
    trigger::RemoteLevel level_ = trigger::RemoteLevel::Look;
};

}  // namespace sesame::app
