// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
// MQTT 3.1.1. The message goes at QoS 1 through a persistent session; the receiver answers PUBACK to the
// broker and publishes the end-to-end acknowledgement at QoS 0, which is the cheapest the protocol has.
#include "session.h"

#include <optional>

namespace sesame::bench {
namespace {

enum PacketType : unsigned char {
    kConnect = 0x10,
    kConnectAccepted = 0x20,
    kPublish = 0x30,
    kPublishAccepted = 0x40,
    kSubscribe = 0x82,
    kSubscribed = 0x90,
};
constexpr unsigned char kQos1 = 0x02;

std::string number16(unsigned value) {
    return {static_cast<char>(value >> 8), static_cast<char>(value & 0xff)};
}

std::string text(std::string_view value) {
    return number16(static_cast<unsigned>(value.size())).append(value);
}

std::string packet(unsigned char type, std::string_view content) {
    std::string bytes(1, static_cast<char>(type));
    std::size_t left = content.size();
    do {
        const auto low = static_cast<unsigned char>(left % 128);
        left /= 128;
        bytes.push_back(static_cast<char>(left > 0 ? low | 0x80 : low));
    } while (left > 0);
    return bytes.append(content);
}

struct Packet {
    unsigned char type;
    std::string_view content;
    std::size_t size;
};

std::optional<Packet> firstPacket(std::string_view input) {
    std::size_t length = 0;
    for (std::size_t at = 1; at < input.size(); ++at) {
        const auto digit = static_cast<unsigned char>(input[at]);
        length |= static_cast<std::size_t>(digit & 0x7f) << (7 * (at - 1));
        if ((digit & 0x80) == 0) {
            const std::size_t size = at + 1 + length;
            if (input.size() < size) {
                return std::nullopt;
            }
            return Packet{static_cast<unsigned char>(input[0]), input.substr(at + 1, length), size};
        }
    }
    return std::nullopt;
}

class MqttSession final : public Session {
  public:
    using Session::Session;

    void opened() override {
        const std::string name = (place().role == Role::Receiver ? 'r' : 's') + std::to_string(place().pair);
        const char keptSession = 0;
        write(packet(kConnect, text("MQTT") + '\x04' + keptSession + number16(0) + text(name)));
    }

    std::size_t received(std::string_view input) override {
        std::size_t taken = 0;
        while (const auto next = firstPacket(input.substr(taken))) {
            taken += next->size;
            handle(*next);
        }
        return taken;
    }

    void send(unsigned slot) override {
        packetId_ = packetId_ % 65535 + 1;
        write(packet(kPublish | kQos1, text(topic("m/")) + number16(packetId_) + bodyFor(slot)));
    }

  private:
    std::string topic(const char* kind) const { return kind + std::to_string(place().pair); }

    void handle(const Packet& got) {
        if (got.type == kConnectAccepted) {
            if (got.content.substr(1) != std::string_view("\0", 1)) {
                fail("the broker refused a connection");
            }
            const bool sender = place().role == Role::Sender;
            write(
                packet(kSubscribe, number16(1) + text(topic(sender ? "a/" : "m/")) + (sender ? '\0' : '\1')));
        } else if (got.type == kSubscribed) {
            becomeReady();
        } else if ((got.type & 0xf0) == kPublish) {
            published(got);
        }
    }

    void published(const Packet& got) {
        const auto topicSize = static_cast<std::size_t>(static_cast<unsigned char>(got.content[0]) << 8 |
                                                        static_cast<unsigned char>(got.content[1]));
        std::string_view rest = got.content.substr(2 + topicSize);
        if ((got.type & kQos1) == 0) {
            acknowledged(slotIn(rest));
            return;
        }
        write(packet(kPublishAccepted, rest.substr(0, 2)));
        write(packet(kPublish, text(topic("a/")).append(rest.substr(2, kSlotDigits))));
    }

    unsigned packetId_ = 0;
};

}  // namespace

Protocol mqtt() {
    return {Opening::Tls, [](std::string& output, Place place, Session::Acknowledged acknowledged) {
                return std::make_unique<MqttSession>(output, place, std::move(acknowledged));
            }};
}

}  // namespace sesame::bench
