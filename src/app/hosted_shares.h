// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/share_record.h"

#include <QTimer>
#include <memory>

namespace sesame::app {

class HostedShareWindow;
class TraySign;

/// What the receiver sees and hears of the shares of this computer beside the bars of the main window: a
/// sound when one begins or ends, the sign in the tray, and the window of each that was asked for.
class HostedShares : public QObject {
    Q_OBJECT

  public:
    HostedShares(client::Shares& shares, ShareRecord& record, QObject* parent = nullptr);
    ~HostedShares() override;
    void open(const client::ShareId& id);
    /// Those with a window.
    std::vector<client::ShareId> opened() const;

  Q_SIGNALS:
    void leftFilesWanted();

  private:
    void follow(const client::ShareId& id);
    void followSign();
    void tellTime();
    void stopAll();

    client::Shares& shares_;
    ShareRecord& record_;
    std::size_t running_ = 0;
    std::map<client::ShareId, std::unique_ptr<HostedShareWindow>> windows_;
    std::unique_ptr<TraySign> sign_;
    QTimer time_;
};

}  // namespace sesame::app
