// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/hub_process.h"

#include <QObject>
#include <QWebSocket>
#include <QWebSocketServer>

namespace sesame::client {

/// A real hub, and somebody who sits in it: every frame is noted down where the hub has taken it out of TLS.
/// Both ends see the hub's own certificate, so log-ins are good. Thread of the event loop.
class TappedHub : public QObject {
  public:
    TappedHub();

    QString url() const;
    QString fingerprint() const { return fingerprint_; }
    std::filesystem::path database() const { return directory_.path() / "hub.db"; }
    /// Everything that came from clients, and everything that went to them.
    const std::vector<Bytes>& fromClients() const { return fromClients_; }
    const std::vector<Bytes>& toClients() const { return toClients_; }

  private:
    void connectThrough();

    test::TemporaryDirectory directory_;
    test::HubProcess hub_;
    QWebSocketServer server_;
    QString fingerprint_;
    std::vector<Bytes> fromClients_, toClients_;
};

}  // namespace sesame::client
