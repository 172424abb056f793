// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace sesame::bench {

enum class Role { Sender, Receiver, Idle };

/// Who a session is: its role and the number of its pair (for Idle, of the connection).
struct Place {
    Role role = Role::Idle;
    unsigned pair = 0;
};

/// One user of one protocol, on one connection.
///
/// A receiver acknowledges each message by itself: to the server where the protocol has that, and end to end
/// to its sender. A message carries the number of the sender's slot that it occupies until that
/// acknowledgement.
class Session {
  public:
    /// `acknowledged` is called with the slot when the receiver's own acknowledgement has come back.
    using Acknowledged = std::function<void(unsigned slot)>;

    Session(std::string& output, Place place, Acknowledged acknowledged)
        : output_(output), place_(place), acknowledged_(std::move(acknowledged)) {}
    virtual ~Session() = default;

    /// TLS is up: log in.
    virtual void opened() = 0;
    /// Takes the whole units at the front of `input`; answers how many bytes those were.
    virtual std::size_t received(std::string_view input) = 0;
    virtual void send(unsigned slot) = 0;

    bool ready() const { return ready_; }

  protected:
    const Place& place() const { return place_; }
    void becomeReady() { ready_ = true; }
    void acknowledged(unsigned slot) const { acknowledged_(slot); }
    void write(std::string_view bytes) { output_.append(bytes); }

  private:
    std::string& output_;
    Place place_;
    Acknowledged acknowledged_;
    bool ready_ = false;
};

/// The 200 bytes of every message: the slot in five digits, then filling.
inline constexpr std::size_t kBodySize = 200;
inline constexpr std::size_t kSlotDigits = 5;
std::string bodyFor(unsigned slot);
unsigned slotIn(std::string_view body);

/// What differs between the servers: how a connection begins and what is spoken on it.
struct Protocol {
    Opening opening;
    std::function<std::unique_ptr<Session>(std::string& output, Place, Session::Acknowledged)> open;
};

Protocol mqtt();
Protocol nats();
Protocol xmpp();

}  // namespace sesame::bench
