// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/hosted_side.h"
#include "client/remote_bridge.h"
#include "client/viewed_side.h"

namespace sesame::client {

/// The help sessions of one account: joins the two halves, and ends what other parts of the client make
/// impossible. One thread.
class AccountSessions final : public HelpSessions {
  public:
    AccountSessions(const SessionContext& context, Events& events, ConsentDesk& desk, HelpWorker& worker,
                    RemoteBridge& bridge, const std::string& bootId);
    ~AccountSessions() override;

    /// Before anything of the client goes: ends what runs, on record, without a word to windows.
    void shutDown();

    HostedSide& hostedSide() { return hosted_; }
    ControlMemory& memory() { return memory_; }

    /// What this user sends to that contact, before anything else happens with it.
    void typed(ContactId to, const std::string& text);
    /// What another client says about a session. Part of the transaction that takes the mail.
    Status received(const store::ContactRecord& from, const Content& content);

    std::optional<HostedView> hosted() const override;
    void stop() override;
    void setPaused(bool paused) override;
    void lower(trigger::RemoteLevel level) override;
    Status answerGoOn(bool yes, desktop::PressWatch::Hand hand) override;
    void setBannerSeen(bool seen) override;
    void safetyWindow(bool open) override;
    Status giveClipboard(const QString& text) override;

    QList<ViewedView> viewed() const override;
    std::optional<ViewedView> viewed(ContactId receiver) const override;
    std::shared_ptr<remote::Viewer> viewer(ContactId receiver) const override;
    Status askLevel(ContactId receiver, trigger::RemoteLevel level) override;
    Status leave(ContactId receiver) override;
    Status askClipboard(ContactId receiver) override;
    Status offerClipboard(ContactId receiver, const QString& text) override;

  private:
    Result<ViewedSession*> with(ContactId receiver) const;
    void contactChanged(ContactId id);

    SessionContext context_;
    ConsentDesk& desk_;
    RemoteBridge& bridge_;
    ControlMemory memory_;
    HostedSide hosted_;
    ViewedSide viewed_;
    std::vector<SafetyWindow> safetyWindows_;
};

}  // namespace sesame::client
