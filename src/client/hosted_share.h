// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/file_news.h"
#include "client/session_context.h"
#include "client/wind_up.h"

#include "sesame/client/shares.h"
#include "sesame/share/share_server.h"

#include <optional>
#include <unordered_set>

namespace sesame::client {

/// A share on this computer, from the grant to its end. Lives in the client's thread.
class HostedShare : public QObject {
  public:
    /// `over` is called once; the share is not to be used any more, and may be deleted later.
    HostedShare(const SessionContext& context, store::ContactRecord helper, const consent::GrantScope& scope,
                Shares& speaker, std::function<void()> over);
    ~HostedShare() override;

    /// From here on the helper is told, and waited for. The quarantine may be null below ShareLevel::Put.
    Status serve(share::SharedFolder folder, share::Quarantine* quarantine);
    /// At once: the stream with its keys, then the files; only then is anybody told, which may be after this
    /// when the disk is slow. Harmless when it has ended.
    void end(SessionEnd why);
    bool hasEnded() const { return ended_.has_value(); }
    /// Of one that has ended: everybody is told when it returns.
    void settle() { windUp_.finish(); }
    void stopTransfer(share::TransferNumber transfer);

    HostedShareView view() const;
    const ShareId& id() const { return entry_.session; }
    const store::ContactRecord& helper() const { return helper_; }
    const std::string& path() const { return scope_.target.reference; }

  private:
    const trigger::ShareFolder& command() const { return std::get<trigger::ShareFolder>(scope_.command); }
    share::ServerEvents events();
    void openLink(crypto::Key secret);
    void attach(std::unique_ptr<stream::Stream> stream);
    void streamOver(stream::Ending why);
    void setConnected(bool connected);
    void filesMoved();
    void tick();
    void finish();

    const SessionContext& context_;
    store::ContactRecord helper_;
    consent::GrantScope scope_;
    Shares& speaker_;
    std::function<void()> over_;
    SessionJournal::Entry entry_;
    std::int64_t endsBootMs_;
    std::shared_ptr<Feed<HostedShare>> feed_;
    std::shared_ptr<FileNews> news_;
    std::unique_ptr<share::ShareServer> server_;
    std::unique_ptr<stream::Stream> stream_;
    std::unique_ptr<SessionLink> link_;
    std::unordered_set<std::size_t> left_;  // hashes of the paths that have left, so that none counts twice
    std::string latest_;
    bool connected_ = false;
    std::optional<SessionEnd> ended_;
    QTimer tick_;
    WindUp windUp_;
};

}  // namespace sesame::client
