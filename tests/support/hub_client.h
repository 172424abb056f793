// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/web_socket_client.h"

#include "sesame/crypto/identity.h"

#include <hub.pb.h>

#include <functional>

namespace sesame::test {

namespace pb = ::sesame::wire::pb;

/// Where a hub listens.
struct HubAddress {
    std::string host;
    std::uint16_t port = 0;
};

/// From a hub's "ready wss://HOST:PORT sha256:HEX" line.
HubAddress parseReadyLine(const std::string& line);

/// A hub's client that does what a test says, and nothing by itself. One thread.
class HubClient {
  public:
    static constexpr int kPatienceMs = 20'000;

    /// Connects and reads the challenge.
    explicit HubClient(const HubAddress& address, const std::string& path = "/v1");

    WebSocketClient& socket() { return socket_; }
    const std::string& nonce() const { return nonce_; }

    void send(pb::ClientFrame frame);
    /// The next frame, whatever it is.
    std::optional<pb::HubFrame> next(int timeoutMs = kPatienceMs);
    /// The next frame that `wanted` accepts; others are dropped.
    std::optional<pb::HubFrame> next(const std::function<bool(const pb::HubFrame&)>& wanted,
                                     int timeoutMs = kPatienceMs);
    /// Sends with a request number and returns the answer to it.
    std::optional<pb::HubFrame> ask(pb::ClientFrame frame);
    /// True once the hub has closed the connection; frames until then are dropped.
    bool isClosedByHub();

    /// Over nonce, fingerprint of the hub's certificate and handle.
    std::string logInSignature(const crypto::Identity& identity, const std::string& handle) const;
    std::optional<pb::HubFrame> registerAs(const std::string& handle, const crypto::Identity& identity);
    /// Opens a parcel, on a connection to /v1/parcel. The hub answers with its state, or refuses.
    void openParcel(const std::string& handle, const crypto::Identity& identity, const std::string& peer,
                    const std::string& id, pb::OpenParcel::Side side, std::uint64_t from = 0);
    void piece(std::uint64_t offset, const std::string& sealed);
    std::optional<pb::HubFrame> logInAs(const std::string& handle, const crypto::Identity& identity);

    void mail(const std::string& to, const std::string& id, const std::string& sealed);
    void acknowledge(const std::vector<std::uint64_t>& sequences);

  private:
    WebSocketClient socket_;
    std::string nonce_;
    std::uint64_t lastRequest_ = 0;
};

/// A message id that is easy to make: the number in 16 bytes.
std::string messageId(std::uint64_t number);

}  // namespace sesame::test
