// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hosted_shares.h"
#include "app/viewed_shares.h"

#include <QPointer>

namespace sesame::app {

class LeftFilesWindow;

/// The windows that the user has opened; those of others' shares come with the share.
struct OpenShareWindows {
    std::vector<client::ShareId> hosted;
    bool leftFiles = false;
};

/// All windows of shares, joined to the client. Made anew with the main window, as they hold texts.
class ShareWindows : public QObject {
    Q_OBJECT

  public:
    explicit ShareWindows(const ShareTools& tools, QObject* parent = nullptr);
    ~ShareWindows() override;

    /// What this person shares with us.
    void bringToFront(client::ContactId receiver) { viewed_.bringToFront(receiver); }
    /// A share of this computer.
    void openHosted(const client::ShareId& id) { hosted_.open(id); }
    void openLeftFiles();
    OpenShareWindows opened() const;
    void open(const OpenShareWindows& windows);
    /// A file that somebody sent and that lies here now, or the folder that it is in.
    void openSaved(const QString& path, bool folder);

  private:
    ShareTools tools_;
    HostedShares hosted_;
    ViewedShares viewed_;
    QPointer<LeftFilesWindow> left_;
};

}  // namespace sesame::app
