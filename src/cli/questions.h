// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/json_rpc.h"

#include "sesame/client/client.h"

#include <QObject>
#include <optional>

namespace sesame::cli {

/// Passes the client's questions on to the caller as JSON-RPC requests ("consent.ask", "near.ask",
/// "wish.ask", "choice.ask") and the answers back. The gate is the same as behind the dialog: a Yes that
/// comes too early is refused and asked again.
class Questions : public QObject {
    Q_OBJECT

  public:
    Questions(JsonRpc& rpc, client::Client& client);

  private:
    /// `refused`: why the latest yes was, where it was asked before.
    void askConsent(const client::ConsentView& question, std::optional<ErrorCode> refused);
    void askNear(const client::NearView& question);
    void askWish(const client::WishView& question);
    void askChoice(const client::ChoiceView& question);

    JsonRpc& rpc_;
    client::Client& client_;
    QString consentRequest_;
};

}  // namespace sesame::cli
