// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
// NATS with JetStream. The message goes into one file-backed work-queue stream; each receiver has a durable
// push consumer of its own, acknowledges to JetStream, which deletes the message, and publishes the
// end-to-end acknowledgement as a plain NATS message.
#include "session.h"

#include <charconv>
#include <vector>

namespace sesame::bench {
namespace {

std::string publish(std::string_view subject, std::string_view reply, std::string_view body) {
    std::string frame("PUB ");
    frame.append(subject).append(" ");
    if (!reply.empty()) {
        frame.append(reply).append(" ");
    }
    return frame.append(std::to_string(body.size())).append("\r\n").append(body).append("\r\n");
}

std::vector<std::string_view> words(std::string_view line) {
    std::vector<std::string_view> found;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        found.push_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return found;
}

class NatsSession final : public Session {
  public:
    using Session::Session;

    void opened() override {
        write("CONNECT {\"verbose\":false,\"pedantic\":false,\"headers\":false}\r\n");
        switch (place().role) {
            case Role::Sender:
                write("SUB " + subject("a.") + " 1\r\nSUB " + subject("api.s.") + " 2\r\nPING\r\n");
                break;
            case Role::Receiver:
                write("SUB " + subject("d.") + " 1\r\nSUB " + subject("api.r.") + " 2\r\n");
                createStream();
                break;
            case Role::Idle:
                write("SUB " + subject("d.") + " 1\r\nPING\r\n");
                break;
        }
    }

    std::size_t received(std::string_view input) override {
        std::size_t taken = 0;
        for (;;) {
            const std::string_view rest = input.substr(taken);
            const std::size_t lineEnd = rest.find("\r\n");
            if (lineEnd == std::string_view::npos) {
                return taken;
            }
            const std::string_view line = rest.substr(0, lineEnd);
            std::size_t size = lineEnd + 2;
            if (line.starts_with("MSG ")) {
                const auto parts = words(line.substr(4));
                std::size_t bodySize = 0;
                std::from_chars(parts.back().data(), parts.back().data() + parts.back().size(), bodySize);
                size += bodySize + 2;
                if (rest.size() < size) {
                    return taken;
                }
                message(parts, rest.substr(lineEnd + 2, bodySize));
            } else {
                control(line);
            }
            taken += size;
        }
    }

    void send(unsigned slot) override { write(publish(subject("m."), subject("api.s."), bodyFor(slot))); }

  private:
    std::string subject(const char* kind) const { return kind + std::to_string(place().pair); }

    /// The same request from every receiver: JetStream answers alike for a stream that exists already.
    void createStream() {
        write(publish("$JS.API.STREAM.CREATE.M", subject("api.r."),
                      R"({"name":"M","subjects":["m.*"],"retention":"workqueue","storage":"file",)"
                      R"("num_replicas":1,"discard":"new"})"));
    }

    void createConsumer() {
        const std::string name = subject("c");
        write(publish("$JS.API.CONSUMER.DURABLE.CREATE.M." + name, subject("api.r."),
                      R"({"stream_name":"M","config":{"durable_name":")" + name + R"(","deliver_subject":")" +
                          subject("d.") + R"(","filter_subject":")" + subject("m.") +
                          R"(","ack_policy":"explicit","deliver_policy":"all","replay_policy":"instant"}})"));
    }

    void control(std::string_view line) {
        if (line == "PING") {
            write("PONG\r\n");
        } else if (line == "PONG") {
            becomeReady();
        } else if (line.starts_with("-ERR")) {
            fail("NATS: " + std::string(line));
        }
    }

    void message(const std::vector<std::string_view>& parts, std::string_view body) {
        if (parts[1] == "2") {
            answered(body);
        } else if (place().role == Role::Sender) {
            acknowledged(slotIn(body));
        } else {
            write(publish(parts[2], "", "+ACK"));
            write(publish(subject("a."), "", body.substr(0, kSlotDigits)));
        }
    }

    void answered(std::string_view body) {
        if (body.find("\"error\"") != std::string_view::npos) {
            fail("JetStream: " + std::string(body));
        }
        if (place().role == Role::Receiver) {
            if (!streamExists_) {
                streamExists_ = true;
                createConsumer();
            } else {
                becomeReady();
            }
        }
    }

    bool streamExists_ = false;
};

}  // namespace

Protocol nats() {
    return {Opening::ServerLineThenTls,
            [](std::string& output, Place place, Session::Acknowledged acknowledged) {
                return std::make_unique<NatsSession>(output, place, std::move(acknowledged));
            }};
}

}  // namespace sesame::bench
