// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/share_browser.h"

#include "sesame/crypto/random.h"
#include "sesame/desktop/installed_programs.h"
#include "sesame/desktop/launcher.h"

#include <memory>

namespace sesame::app {

/// Where the copies from each person go, once chosen.
using TakePlaces = std::map<client::ContactId, QString>;

/// What the windows of shares use. All outlive them.
struct ShareTools {
    client::Shares& shares;
    ShareRecord& record;
    TakePlaces& places;
    crypto::Random& random;
    const desktop::InstalledPrograms& programs;
    desktop::Launcher& launcher;
};

/// The windows of the shares that this user may reach as a helper.
class ViewedShares : public QObject {
    Q_OBJECT

  public:
    explicit ViewedShares(const ShareTools& tools, QObject* parent = nullptr);
    ~ViewedShares() override;
    /// All that this person shares.
    void bringToFront(client::ContactId receiver);

  private:
    void follow(const client::ShareId& id);
    ShareBrowser& open(const client::ViewedShareView& share);
    void connectBrowser(ShareBrowser& browser, const client::ViewedShareView& share);
    ShareBrowser* browser(const client::ShareId& id) const;
    void leave(const client::ShareId& id);
    void take(const client::ViewedShareView& share, const std::vector<Taking>& what);
    void takeTo(const client::ViewedShareView& share, const std::vector<Taking>& what, const QString& place);
    QString earlierCopy(const QString& place, const std::string& name) const;
    bool isBusy(const QString& folder) const;
    const ShareTransfer* runningCopy(const client::ShareId& id, const Taking& file,
                                     const QString& place) const;
    std::optional<bool> askGoOn(const client::ViewedShareView& share, const std::vector<Taking>& what,
                                const QString& place) const;
    void askPlace(const client::ViewedShareView& share, const QString& action,
                  const std::function<void(const QString& place)>& then);
    void put(const client::ShareId& id, const QStringList& paths);
    void openTaken(const client::ShareId& id, share::TransferNumber number);
    void showTaken(const client::ShareId& id, share::TransferNumber number);
    void tellTime();

    ShareTools tools_;
    std::map<client::ShareId, std::unique_ptr<ShareBrowser>> browsers_;
    QTimer time_;
};

}  // namespace sesame::app
