// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/conversation.h"
#include "hub/delivery_window.h"
#include "hub/hub.h"
#include "hub/outbox.h"

#include <atomic>
#include <mutex>

namespace sesame::hub {

/// One client's conversation with the hub: log-in, then requests and deliveries.
class Session final : public Conversation,
                      public PresenceListener,
                      public std::enable_shared_from_this<Session> {
  public:
    Session(Hub& hub, std::weak_ptr<Transport> transport);

    void start() override;
    bool receive(ByteView bytes) override;
    std::int64_t pauseMs() override;
    bool mayRead() override { return true; }
    void closed() override;

    bool isLoggedIn() const override { return loggedIn_; }
    std::optional<std::chrono::milliseconds> patience() const override { return std::nullopt; }
    std::optional<Bytes> nextFrame() override;
    bool hasFrames() override;

    /// Mail for this account that is on disk.
    void offer(const StoredMail& mail);
    void tellDelivered(const std::string& peer, const MessageId& id);
    void tellPresence(const std::string& handle, bool online) override;
    void end(pb::Refusal::Code reason) override;

  private:
    bool receiveBeforeLogIn(const pb::ClientFrame& frame);
    bool receiveRequest(const pb::ClientFrame& frame);

    bool registerAccount(std::uint64_t request, const pb::Register& body);
    bool logIn(std::uint64_t request, const pb::LogIn& body);
    bool isSignedBy(const PublicIdentity& identity, const std::string& handle,
                    const std::string& signature) const;
    void accountFound(std::uint64_t request, const Result<Account>& account,
                      const std::optional<std::string>& signature);
    void openMailbox(std::uint64_t request, const Account& account);
    void welcome(std::uint64_t request, const Account& account, const MailboxState& state);
    void refuseLogIn(std::uint64_t request, pb::Refusal::Code code);

    void publishPrekeys(std::uint64_t request, const pb::PublishPrekeys& body);
    void fetchPrekeys(std::uint64_t request, const pb::FetchPrekeys& body);
    void setBlocked(std::uint64_t request, const pb::SetBlocked& body);
    void watchPresence(std::uint64_t request, const pb::WatchPresence& body);
    void publishTags(std::uint64_t request, const pb::PublishTags& body);

    void sendMail(std::uint64_t request, const pb::SendMail& body);
    bool mayMail(std::size_t bytes, std::int64_t nowMs);
    void appended(std::uint64_t request, const MessageId& id, Result<Appended> result);
    void acknowledge(std::uint64_t request, const pb::AcknowledgeMail& body);
    void queryWaiting(std::uint64_t request, const pb::QueryWaiting& body);
    void fetchIfRoom();
    void fetched(Result<Fetched> result);

    /// Takes one of these from the account's allowance, or refuses.
    bool isAllowed(std::uint64_t request, Allowance::Spending what);
    void answer(std::uint64_t request, pb::HubFrame frame);
    void answerDone(std::uint64_t request, const Status& status);
    void refuse(std::uint64_t request, pb::Refusal::Code code, std::uint32_t retryAfterMs = 0,
                const std::vector<std::string>& ids = {});
    /// Changes the outbox under the lock and wakes the writer.
    template <typename Change>
    void write(Change change);

    Hub& hub_;
    std::weak_ptr<Transport> transport_;
    ByteArray<32> nonce_;

    // Only on the session's executor, but for account_ and allowance_, which do not change once
    // loggedIn_ is set.
    enum class Phase : std::uint8_t { Unknown, Checking, LoggedIn };
    Phase phase_ = Phase::Unknown;
    int attempts_ = 0;
    Account account_;
    std::shared_ptr<Allowance> allowance_;
    TokenBucket frames_;
    std::int64_t mailRefusedUntilMs_ = 0;
    std::atomic<bool> loggedIn_{false};
    std::atomic<bool> ended_{false};

    std::mutex mutex_;
    Outbox outbox_;
    DeliveryWindow window_;
};

/// What a client signs to log in, under the context "sesame login v1".
Bytes logInText(ByteView nonce, ByteView fingerprint, std::string_view handle);

template <typename Change>
void Session::write(Change change) {
    bool overfull = false;
    {
        const std::lock_guard lock(mutex_);
        change();
        overfull = outbox_.isOverfull();
    }
    const auto transport = transport_.lock();
    if (!transport)
        return;
    if (overfull) {
        ++hub_.metrics.overflows;
        transport->abort();
    } else {
        transport->wake();
    }
}

}  // namespace sesame::hub
