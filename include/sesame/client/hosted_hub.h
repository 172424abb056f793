// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/hub_address.h"

#include <QObject>
#include <QProcess>
#include <QTimer>
#include <optional>

namespace sesame::client {

/// "Host a hub on this computer": runs sesame-hub beside this program, with its data in a folder of ours,
/// starts it again when it dies, and stops it at the end. One thread with an event loop.
class HostedHub : public QObject {
    Q_OBJECT

  public:
    /// Nothing runs until start(). The port is kept in `directory`, so that links stay right.
    explicit HostedHub(const QString& directory, QObject* parent = nullptr);
    ~HostedHub() override;

    /// Was a hub hosted in this directory before?
    static bool exists(const QString& directory);

    /// NotFound when there is no sesame-hub beside this program or in PATH.
    Status start();
    void stop();

    /// For this computer's own client; nullopt until ready().
    std::optional<HubAddress> address() const { return address_; }
    /// For invitation links: an address at which others reach this computer.
    std::optional<HubAddress> publicAddress() const { return publicAddress_; }

  Q_SIGNALS:
    void ready();
    /// It ended or does not start; it is tried again. `reason` is for a log.
    void failed(const QString& reason);

  private:
    void launch();
    void readLines();
    void readyLine(const QByteArray& line);
    void ended();
    int port() const;

    QString directory_;
    QString program_;
    QProcess process_;
    QTimer again_;
    std::optional<HubAddress> address_;
    std::optional<HubAddress> publicAddress_;
    int failures_ = 0;
    bool wanted_ = false;
};

}  // namespace sesame::client
