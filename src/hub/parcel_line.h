// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/conversation.h"
#include "hub/hub.h"
#include "hub/parcel_shelf.h"

#include <atomic>
#include <deque>
#include <mutex>

namespace sesame::hub {

/// A connection to one parcel: proves whose it is, then brings sealed bytes to the shelf or gets them from
/// there. Bounded: while much waits for the disk nothing is read.
class ParcelLine final : public Conversation,
                         public ParcelShelf::End,
                         public std::enable_shared_from_this<ParcelLine> {
  public:
    ParcelLine(Hub& hub, std::weak_ptr<Transport> transport);

    void start() override;
    bool receive(ByteView bytes) override;
    std::int64_t pauseMs() override;
    bool mayRead() override { return unsettled_ < kMostUnsettled; }
    void closed() override;
    bool isLoggedIn() const override { return joined_; }
    std::optional<std::chrono::milliseconds> patience() const override { return std::nullopt; }
    std::optional<Bytes> nextFrame() override;
    bool hasFrames() override;
    void end(pb::Refusal::Code reason) override;

    void said(const pb::ParcelState& state) override;
    void given(std::uint64_t offset, ByteView piece) override;
    void settled(std::size_t bytes) override;
    void over() override;
    void refused(pb::Refusal::Code code) override { end(code); }

  private:
    static constexpr std::size_t kMostUnsettled = 2 * 1024 * 1024;

    bool openRequested(const pb::OpenParcel& body);
    void accountFound(const Result<Account>& account);
    void peerFound(const Account& self, const Result<Account>& peer);
    void blocksKnown(const Account& self, const Account& peer, const Result<MailboxState>& ofRecipient);
    bool receiveOpen(const pb::ClientFrame& frame);
    Bytes openText() const;
    bool sends() const { return asked_.side() == pb::OpenParcel::SENDS; }
    void on(std::function<void(ParcelLine&)> action);
    void say(pb::HubFrame frame);
    bool misused();

    Hub& hub_;
    std::weak_ptr<Transport> transport_;
    ByteArray<32> nonce_;
    TokenBucket frames_;
    pb::OpenParcel asked_;
    ParcelShelf::Place place_;
    std::atomic<bool> joined_{false};
    std::atomic<bool> ended_{false};
    std::atomic<std::size_t> unsettled_{0};

    std::mutex mutex_;
    std::deque<Bytes> waiting_;
};

}  // namespace sesame::hub
