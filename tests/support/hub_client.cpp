// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/hub_client.h"

#include "sesame/crypto/hash.h"
#include "sesame/wire/frame.h"
#include "sesame/wire/limits.h"

#include <chrono>
#include <stdexcept>

namespace sesame::test {

HubAddress parseReadyLine(const std::string& line) {
    const auto start = line.find("wss://");
    const auto colon = line.find(':', start + 6);
    if (start == std::string::npos || colon == std::string::npos)
        throw std::runtime_error("not a ready line: " + line);
    return {line.substr(start + 6, colon - start - 6),
            static_cast<std::uint16_t>(std::stoul(line.substr(colon + 1)))};
}

HubClient::HubClient(const HubAddress& address, const std::string& path)
    : socket_(address.host, address.port, path) {
    const auto frame = next();
    if (!frame || !frame->has_challenge())
        throw std::runtime_error("no challenge");
    nonce_ = frame->challenge().nonce();
}

void HubClient::send(pb::ClientFrame frame) {
    if (frame.version() == 0)
        frame.set_version(wire::kProtocolVersion);
    socket_.send(wire::serialise(frame));
}

std::optional<pb::HubFrame> HubClient::next(int timeoutMs) {
    const auto bytes = socket_.receive(timeoutMs);
    pb::HubFrame frame;
    if (!bytes || !wire::parse(*bytes, frame, wire::kMaxFrameBytes))
        return std::nullopt;
    return frame;
}

std::optional<pb::HubFrame> HubClient::next(const std::function<bool(const pb::HubFrame&)>& wanted,
                                            int timeoutMs) {
    const auto latest = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeoutMs);
    while (true) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(latest - std::chrono::steady_clock::now());
        auto frame = next(static_cast<int>(left.count()));
        if (!frame || wanted(*frame))
            return frame;
    }
}

std::optional<pb::HubFrame> HubClient::ask(pb::ClientFrame frame) {
    const auto request = ++lastRequest_;
    frame.set_request(request);
    send(std::move(frame));
    return next([request](const pb::HubFrame& answer) { return answer.request() == request; });
}

bool HubClient::isClosedByHub() {
    next([](const pb::HubFrame&) { return false; });
    return socket_.isOver();
}

std::string HubClient::logInSignature(const crypto::Identity& identity, const std::string& handle) const {
    const auto fingerprint = crypto::sha256(socket_.certificate());
    const std::string text = nonce_ + toString(fingerprint) + handle;
    return toString(identity.sign("sesame login v1", asBytes(text)));
}

std::optional<pb::HubFrame> HubClient::registerAs(const std::string& handle,
                                                  const crypto::Identity& identity) {
    pb::ClientFrame frame;
    frame.mutable_register_()->set_handle(handle);
    frame.mutable_register_()->set_identity_key(toString(identity.publicKey().view()));
    frame.mutable_register_()->set_signature(logInSignature(identity, handle));
    return ask(std::move(frame));
}

std::optional<pb::HubFrame> HubClient::logInAs(const std::string& handle, const crypto::Identity& identity) {
    pb::ClientFrame frame;
    frame.mutable_log_in()->set_handle(handle);
    frame.mutable_log_in()->set_signature(logInSignature(identity, handle));
    return ask(std::move(frame));
}

void HubClient::openParcel(const std::string& handle, const crypto::Identity& identity,
                           const std::string& peer, const std::string& id, pb::OpenParcel::Side side,
                           std::uint64_t from) {
    const auto fingerprint = crypto::sha256(socket_.certificate());
    const std::string text =
        nonce_ + toString(fingerprint) + handle + '\0' + peer + '\0' + id + static_cast<char>(side);
    pb::ClientFrame frame;
    auto& body = *frame.mutable_open_parcel();
    body.set_handle(handle);
    body.set_peer(peer);
    body.set_parcel_id(id);
    body.set_side(side);
    body.set_from(from);
    body.set_signature(toString(identity.sign("sesame parcel v1", asBytes(text))));
    send(std::move(frame));
}

void HubClient::piece(std::uint64_t offset, const std::string& sealed) {
    pb::ClientFrame frame;
    frame.mutable_parcel_piece()->set_offset(offset);
    frame.mutable_parcel_piece()->set_sealed(sealed);
    send(std::move(frame));
}

void HubClient::mail(const std::string& to, const std::string& id, const std::string& sealed) {
    pb::ClientFrame frame;
    auto& mail = *frame.mutable_send_mail()->add_mails();
    mail.set_peer(to);
    mail.set_message_id(id);
    mail.set_sealed(sealed);
    send(std::move(frame));
}

void HubClient::acknowledge(const std::vector<std::uint64_t>& sequences) {
    pb::ClientFrame frame;
    for (const auto sequence : sequences)
        frame.mutable_acknowledge_mail()->add_sequences(sequence);
    send(std::move(frame));
}

std::string messageId(std::uint64_t number) {
    std::string id(MessageId::kSize, '\0');
    for (std::size_t i = 0; i < sizeof number; ++i)
        id[i] = static_cast<char>(number >> (8 * i));
    return id;
}

}  // namespace sesame::test
