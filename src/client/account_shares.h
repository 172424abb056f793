// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/hosted_share.h"
#include "client/standing_shares.h"
#include "client/viewed_share.h"

#include <QThreadPool>
#include <map>
#include <set>

namespace sesame::client {

class ShareBridge;

/// The shares of one account: joins the two halves, and ends what other parts of the client make impossible.
/// One thread.
class AccountShares final : public Shares {
  public:
    /// How many may run on this computer at once.
    static constexpr std::size_t kMostHosted = 16;

    AccountShares(const SessionContext& context, Conversation& conversation, Diary& diary, Events& events,
                  ShareBridge& bridge, std::string ownData, const std::string& bootId);
    ~AccountShares() override;

    /// Before anything of the client goes: ends what runs, on record, without a word to windows.
    void shutDown();

    /// For the executors' way in: what was granted begins. One of the same to the same helper ends.
    Status begin(const consent::GrantScope& scope, share::SharedFolder folder);

    /// What this user sends to that contact, before anything else happens with it.
    void typed(ContactId to, const std::string& text);
    /// Now and then: ends what is over by the clock.
    void expire() { standing_.expire(); }
    // What other clients say. Part of the transaction that takes their mail.
    Status received(const store::ContactRecord& from, const Content& content, const ShareOfferContent& offer);
    /// Whatever is no share is ignored.
    void received(const store::ContactRecord& from, const SessionEndedContent& ended);
    /// False: no share of ours.
    bool received(const store::ContactRecord& from, const SessionLeaveContent& leave);

    /// False: not about standing shares. Else `done` is how it went.
    bool receivedStanding(const store::ContactRecord& from, const Content& content, Status& done);

    QList<StandingShareView> standing() const override { return standing_.views(); }
    Status openStanding(const ShareId& id) override { return standing_.open(id); }
    Status endStanding(const ShareId& id) override { return standing_.end(id); }

    QList<HostedShareView> hosted() const override;
    std::optional<HostedShareView> hosted(const ShareId& id) const override;
    void stop(const ShareId& id) override;
    void stopTransfer(const ShareId& id, share::TransferNumber transfer) override;
    std::vector<share::QuarantinedFile> quarantined() const override;
    void accept(const std::string& quarantined, const QString& folder) override;
    void discard(const std::string& quarantined) override;

    QList<ViewedShareView> viewed() const override;
    std::optional<ViewedShareView> viewed(const ShareId& id) const override;
    Result<share::RequestNumber> list(const ShareId& id, const share::ListRequest& request) override;
    Status page(const ShareId& id, share::RequestNumber listing, quint64 first, quint32 count) override;
    Result<share::TransferNumber> take(const ShareId& id, const std::string& path,
                                       const share::Destination& destination) override;
    Result<share::TransferNumber> put(const ShareId& id, const std::string& path,
                                      const share::ShareClient::PutId& put) override;
    Status cancel(const ShareId& id, share::TransferNumber transfer) override;
    Status leave(const ShareId& id) override;

  private:
    using Hosted = std::map<ShareId, std::unique_ptr<HostedShare>>;
    using Viewed = std::map<ShareId, std::unique_ptr<ViewedShare>>;

    Result<share::Quarantine*> quarantine() const;
    void noteLeft(const std::string& event, const share::QuarantinedFile& file);
    Status checkOffer(const store::ContactRecord& from, const ShareOfferContent& offer);
    void open(const store::ContactRecord& from, const ShareOfferContent& offer,
              const SessionJournal::Entry& entry);
    Result<share::ShareClient*> client(const ShareId& id) const;
    void contactChanged(ContactId id);
    /// What this user wants to end opens itself again no sooner than after a while.
    void stopByHand(const std::function<bool(const HostedShare&)>& which);
    /// Those on this computer for which this holds.
    void endHosted(const std::function<bool(const HostedShare&)>& which, SessionEnd why);
    void hostedOver(const ShareId& id);
    void viewedOver(const ShareId& id);

    SessionContext context_;
    Diary& diary_;
    ShareBridge& bridge_;
    std::string ownData_;
    mutable std::unique_ptr<share::Quarantine> quarantine_;  // opened when it is needed; outlives all servers
    QThreadPool copying_;                                    // out of it
    std::unique_ptr<desktop::SessionWatch> away_;
    Hosted hosted_;
    Viewed viewed_;
    std::set<MessageId> taken_;  // invitations whose offer has been taken up
    StandingShares standing_;
};

}  // namespace sesame::client
