// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/content.h"
#include "hub.pb.h"
#include "support/hub_process.h"

#include "sesame/crypto/session.h"
#include "sesame/trigger/rule.h"

#include <QObject>
#include <QWebSocket>
#include <QWebSocketServer>

namespace sesame::client {

/// A hub and a helper in one hand, which say whatever a test wants: everything that a receiver must not
/// believe. Speaks real TLS, WebSocket frames and ratchet sessions.
class ScriptedHub : public QObject {
  public:
    explicit ScriptedHub(std::int64_t nowMs);

    QString url() const;
    QString fingerprint() const { return fingerprint_; }

    const PublicIdentity& helper() const { return identity_.publicKey(); }
    const PublicIdentity& receiver() const { return receiver_; }
    const std::string& receiverHandle() const { return receiverHandle_; }
    const crypto::Identity& identity() const { return identity_; }

    /// The receiver has published keys to start a session with.
    bool hasKeys() const { return receiverKeys_.has_signed_prekey(); }
    /// From the helper, sealed as it should be.
    MessageId say(const Content::Body& body);
    MessageId sayBytes(const MessageId& id, ByteView content);
    void deliver(wire::pb::Mail mail);
    void send(const wire::pb::HubFrame& frame);
    wire::pb::Mail sealed(const MessageId& id, ByteView content);
    /// The helper's account has another key from now on.
    void changeIdentity();
    /// Who speaks from now on is the liar's second account, or the first one again.
    void changeAccount();
    /// What the helper has heard of this kind, latest first.
    template <typename Body>
    std::optional<std::pair<MessageId, Body>> latest() const {
        for (auto one = heard.rbegin(); one != heard.rend(); ++one)
            if (const auto* body = std::get_if<Body>(&one->body))
                return std::pair(one->id, *body);
        return std::nullopt;
    }

    std::vector<wire::pb::Mail> delivered;
    std::vector<Content> heard;  ///< by the helper
    std::uint64_t lastSequence = 0;
    std::size_t acknowledged = 0;
    std::uint32_t mostTags = 0;                      ///< announced at each log-in from now on
    wire::pb::PublishTags published;                 ///< the latest
    std::optional<wire::pb::Refusal::Code> tagsEnd;  ///< how publishing ends; none: well
    std::map<MessageId, std::string> tags;           ///< that came with mails
    int refusedBundles = 0;  ///< so many more times the helper's keys are not there yet
    wire::pb::Refusal::Code bundleRefusal = wire::pb::Refusal::NO_SUCH_ACCOUNT;
    std::size_t taken = 0;                            ///< mails from the receiver
    std::vector<std::unique_ptr<QWebSocket>> relays;  ///< streams that came to be relayed, ever
    crypto::SystemRandom random;
    static constexpr const char* kHandle = "helper-abc234";

  private:
    void greet();
    void received(const QByteArray& bytes);
    void answer(std::uint64_t request, wire::pb::HubFrame frame);
    void hear(const wire::pb::Mail& mail);
    wire::pb::PrekeyBundle bundleOf(const std::string& handle) const;
    crypto::PrekeyBundle receiverBundle() const;

    std::int64_t nowMs_;
    test::TemporaryDirectory directory_;
    QWebSocketServer server_;
    QString fingerprint_;
    std::unique_ptr<QWebSocket> client_;
    std::string handle_ = kHandle;
    crypto::Identity identity_;
    crypto::PrekeyPair prekey_;
    std::optional<crypto::Session> session_;
    struct Account {
        std::string handle;
        crypto::Identity identity;
        crypto::PrekeyPair prekey;
        std::optional<crypto::Session> session;
    };
    Account other_;
    PublicIdentity receiver_;
    std::string receiverHandle_;
    wire::pb::PublishPrekeys receiverKeys_;
};

}  // namespace sesame::client
