// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/hub_process.h"

#include <gtest/gtest.h>

namespace sesame::test {

/// A hub and, by name, people who use it.
class HubTest : public ::testing::Test {
  protected:
    static std::vector<std::string> allFast() { return {"--mail-rate", "100000", "--mail-burst", "100000"}; }

    void startHub(std::vector<std::string> extra = allFast()) {
        hub_.reset();
        hub_ = std::make_unique<HubProcess>(directory_.path() / "data", std::move(extra));
    }

    const crypto::Identity& identity(const std::string& handle) {
        const auto found = identities_.find(handle);
        if (found != identities_.end())
            return found->second;
        return identities_.emplace(handle, crypto::Identity::generate(random_)).first->second;
    }

    HubClient stranger() { return HubClient(hub_->address()); }

    HubClient join(const std::string& handle) {
        HubClient client(hub_->address());
        const auto answer = client.registerAs(handle, identity(handle));
        if (!answer || !answer->has_welcome())
            throw std::runtime_error("not welcome");
        return client;
    }

    static std::optional<pb::HubFrame> nextDelivery(HubClient& client) {
        return client.next([](const pb::HubFrame& frame) { return frame.has_mail_delivery(); });
    }
    static pb::Refusal::Code refusalIn(const std::optional<pb::HubFrame>& frame) {
        return frame && frame->has_refusal() ? frame->refusal().code() : pb::Refusal::UNSPECIFIED;
    }
    static pb::Refusal::Code nextRefusal(HubClient& client) {
        return refusalIn(client.next([](const pb::HubFrame& frame) { return frame.has_refusal(); }));
    }
    /// Reads until `count` mails came, acknowledging each; their contents in order.
    static std::vector<std::string> takeMail(HubClient& client, std::size_t count) {
        std::vector<std::string> out;
        while (out.size() < count) {
            const auto frame = nextDelivery(client);
            if (!frame)
                break;
            std::vector<std::uint64_t> sequences;
            for (const auto& mail : frame->mail_delivery().mails()) {
                out.push_back(mail.sealed());
                sequences.push_back(mail.sequence());
            }
            client.acknowledge(sequences);
        }
        return out;
    }

    TemporaryDirectory directory_;
    crypto::SystemRandom random_;
    std::map<std::string, crypto::Identity> identities_;
    std::unique_ptr<HubProcess> hub_;
};

}  // namespace sesame::test
