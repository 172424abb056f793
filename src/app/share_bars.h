// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/shares.h"

#include <QTimer>
#include <QWidget>
#include <map>

class QVBoxLayout;

namespace sesame::app {

class NoticeBar;
class ShareBar;

/// At the top of the main window, whatever conversation is open: a bar for each share of this computer that
/// runs, and one when helpers have left files that nobody has looked at.
class ShareBars : public QWidget {
    Q_OBJECT

  public:
    /// More than these would leave no room for a conversation; one bar stands for the rest.
    static constexpr int kMostBars = 3;

    explicit ShareBars(client::Shares& shares, QWidget* parent = nullptr);

  Q_SIGNALS:
    void showWanted(const sesame::client::ShareId& id);
    void leftFilesWanted();

  private:
    void follow();
    void followLeft();
    ShareBar* make(const client::ShareId& id);
    void stopRest();

    client::Shares& shares_;
    QVBoxLayout* column_;
    NoticeBar* rest_;
    NoticeBar* left_;
    std::map<client::ShareId, ShareBar*> bars_;
    std::size_t leftSeen_ = 0;  ///< files that the person has put off
    QTimer time_;
    QTimer leftDelay_;  ///< many may come at once
};

}  // namespace sesame::app
