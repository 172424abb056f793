// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hosted_shares.h"

#include "app/help_words.h"
#include "app/hosted_share_window.h"
#include "app/tray_sign.h"

#include <QApplication>

namespace sesame::app {

using client::ShareId;
using client::Shares;

HostedShares::HostedShares(Shares& shares, ShareRecord& record, QObject* parent)
    : QObject(parent), shares_(shares), record_(record), running_(std::size_t(shares.hosted().size())) {
    time_.setInterval(kTimeLeftMs);
    connect(&time_, &QTimer::timeout, this, &HostedShares::tellTime);
    connect(&shares_, &Shares::hostedChanged, this, &HostedShares::follow);
    followSign();
}

HostedShares::~HostedShares() = default;

void HostedShares::follow(const ShareId& id) {
    const auto running = std::size_t(shares_.hosted().size());
    if (running != std::exchange(running_, running)) {
        QApplication::beep();
        followSign();
    }
    const auto share = shares_.hosted(id);
    const auto window = windows_.find(id);
    if (window != windows_.end() && share)
        window->second->follow(*share, QDateTime::currentDateTimeUtc());
    else if (window != windows_.end())
        window->second->end();
    else if (!share)
        record_.forget(id);
}

void HostedShares::followSign() {
    if (running_ == 0 && sign_)
        sign_.release()->deleteLater();  // its menu may be what has just stopped them
    if (running_ == 0 || sign_)
        return;
    sign_ = std::make_unique<TraySign>(tr("Files of yours are shared"), tr("Stop sharing now"));
    connect(sign_.get(), &TraySign::stopWanted, this, &HostedShares::stopAll);
}

void HostedShares::stopAll() {
    for (const auto& share : shares_.hosted())
        shares_.stop(share.id);
}

void HostedShares::open(const ShareId& id) {
    const auto share = shares_.hosted(id);
    auto& window = windows_[id];
    if (!window && share) {
        window = std::make_unique<HostedShareWindow>(record_, *share);
        connect(window.get(), &HostedShareWindow::stopWanted, this, [this, id] { shares_.stop(id); });
        connect(window.get(), &HostedShareWindow::stopTransferWanted, this,
                [this, id](share::TransferNumber number) { shares_.stopTransfer(id, number); });
        connect(window.get(), &HostedShareWindow::leftFilesWanted, this, &HostedShares::leftFilesWanted);
        connect(window.get(), &HostedShareWindow::closed, this, [this, id] {
            auto node = windows_.extract(id);
            if (!node.empty())
                node.mapped().release()->deleteLater();  // it is the one that calls
            if (!shares_.hosted(id))
                record_.forget(id);
        });
        window->follow(*share, QDateTime::currentDateTimeUtc());
        time_.start();
    }
    if (!window) {
        windows_.erase(id);
        return;
    }
    window->show();
    window->raise();
    window->activateWindow();
}

std::vector<ShareId> HostedShares::opened() const {
    std::vector<ShareId> out;
    for (const auto& [id, window] : windows_)
        out.push_back(id);
    return out;
}

void HostedShares::tellTime() {
    if (windows_.empty())
        time_.stop();
    for (const auto& [id, window] : windows_)
        if (const auto share = shares_.hosted(id))
            window->follow(*share, QDateTime::currentDateTimeUtc());
}

}  // namespace sesame::app
