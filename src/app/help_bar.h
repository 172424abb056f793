// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notice_bar.h"

#include "sesame/client/help_sessions.h"

namespace sesame::app {

/// In the conversation with the helper, while the helper sees this screen: the same as the banner says, for
/// the keyboard and for screen readers, and how to take back a part of it.
class HelpBar : public NoticeBar {
    Q_OBJECT

  public:
    explicit HelpBar(QWidget* parent = nullptr);
    /// Without a session: hidden.
    void follow(const std::optional<client::HostedView>& session);

  Q_SIGNALS:
    void stopWanted();
    void pauseWanted(bool paused);
    void lookOnlyWanted();

  private:
    QPushButton* stop_;
    QPushButton* pause_;
    QPushButton* lookOnly_;
    bool paused_ = false;
};

}  // namespace sesame::app
