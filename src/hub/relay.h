// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/conversation.h"
#include "hub/hub.h"

#include <atomic>
#include <deque>
#include <mutex>

namespace sesame::hub {

/// One end of a relayed stream: proves who it is, waits for the other end, then passes on what either sends,
/// unread. Bounded: while much waits for one end, nothing is read from the other.
class Relay final : public Conversation, public std::enable_shared_from_this<Relay> {
  public:
    Relay(Hub& hub, std::weak_ptr<Transport> transport);
    ~Relay() override;

    void start() override;
    bool receive(ByteView bytes) override;
    std::int64_t pauseMs() override { return 0; }
    bool mayRead() override;
    void closed() override;
    bool isLoggedIn() const override { return joined_; }
    std::optional<std::chrono::milliseconds> patience() const override;
    std::optional<Bytes> nextFrame() override;
    bool hasFrames() override;
    void end(pb::Refusal::Code reason) override;

    // For the board, under its lock.
    bool isJoined() const { return joined_; }
    void join(const std::shared_ptr<Relay>& other);

  private:
    static constexpr std::size_t kHighWater = 256 * 1024;
    static constexpr std::size_t kLowWater = 64 * 1024;

    bool joinRequested(const pb::JoinRelay& body);
    void accountFound(const Result<Account>& account, const std::string& signature);
    void blocksKnown(const Account& account, const Result<MailboxState>& state);
    void entered();
    Bytes joinText() const;
    void refuse(pb::Refusal::Code code);
    void say(pb::HubFrame frame);
    void pass(ByteView message);
    void add(Bytes message);
    bool isFull();
    std::shared_ptr<Relay> other();

    Hub& hub_;
    std::weak_ptr<Transport> transport_;
    ByteArray<32> nonce_;
    RelayBoard::Place place_;
    bool asked_ = false;
    std::atomic<bool> waits_{false};
    std::atomic<bool> joined_{false};
    std::atomic<bool> ended_{false};

    std::mutex mutex_;
    std::weak_ptr<Relay> other_;
    std::deque<Bytes> waiting_;
    std::size_t waitingBytes_ = 0;
    bool holdsUp_ = false;  // the other end waits until this queue is short again
};

/// What a client signs to join, under the context "sesame relay v1".
Bytes relayText(ByteView nonce, ByteView fingerprint, const RelayBoard::Place& place);

}  // namespace sesame::hub
