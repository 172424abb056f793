// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/descriptor.h"
#include "sesame/crypto/identity.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

/// Bulk data between two clients, sealed from end to end (DESIGN section 5). To its user a stream is a
/// socket: plain bytes go in at one end and come out at the other. docs/protocol-streams.md has the format.
namespace sesame::stream {

/// The hub whose relay the two meet at.
struct Relay {
    std::string host;
    std::uint16_t port = 443;
    std::optional<ByteArray<32>> fingerprint;  ///< SHA-256 of its certificate; none: the system's authorities
};

/// What the two agreed on inside the ratchet. The receiver of help offers, the helper answers.
struct Terms {
    enum class Role : std::uint8_t { Offers, Answers };
    StreamId id;
    crypto::Key secret;  ///< every connection gets keys of its own from it
    Role role = Role::Offers;
    std::string self;  ///< own handle
    std::string peer;  ///< the other's handle
};

enum class State : std::uint8_t {
    Connecting,  ///< on the way to the relay
    Waiting,     ///< the other one is not there yet
    Open,
    Ended,
};

/// Why a stream ended.
enum class Ending : std::uint8_t {
    None,      ///< it has not
    Finished,  ///< the other side said that this was all
    Lost,      ///< network, hub or the other side gone: cut off. May be tried again with the same terms
    Refused,   ///< the hub does not allow it
    Tampered,  ///< bytes that the other side did not send so
    Closed,    ///< by our own close()
};
const char* name(Ending ending);

/// How much is under way, for whoever paces a sender.
struct Flow {
    std::uint64_t sent = 0;            ///< bytes taken from the descriptor, ever
    std::uint64_t acknowledged = 0;    ///< of these, bytes that the other side's user has been handed
    std::uint32_t roundTripUs = 0;     ///< latest; 0: not known yet
    std::uint32_t shortestTripUs = 0;  ///< of the last 10 s
};

/// One connection to the relay and what is sealed over it, on a thread of its own. Everything here may be
/// called from any thread. At most kWindow bytes are under way in each direction; a user that does
/// not read holds up its own stream and nothing else.
class Stream {
  public:
    static constexpr std::size_t kWindow = 1024 * 1024;
    /// The news that no more than so many bytes were handed over may take a second.
    static constexpr std::size_t kUnhurried = 4096;
    static constexpr int kWaitSeconds = 30;  ///< for the other side

    /// `changed` is called on the stream's thread after each change of state, and never after the destructor
    /// has returned. `identity` signs the log-in at the relay.
    static Result<std::unique_ptr<Stream>> open(Relay relay, Terms terms, crypto::Identity identity,
                                                crypto::Random& random, std::function<void(State)> changed);
    virtual ~Stream() = default;

    /// The user's end: a connected, non-blocking AF_UNIX stream socket, usable at once. End of file when the
    /// stream has ended. To be taken once.
    virtual Descriptor takeDescriptor() = 0;
    virtual State state() const = 0;
    virtual Ending ending() const = 0;
    virtual Flow flow() const = 0;
    /// An eventfd that counts whenever `acknowledged` has grown. Owned by the stream.
    virtual int flowEvent() const = 0;
    /// Sends what was written to the descriptor so far, says that this was all, and ends as Finished once the
    /// other side has everything.
    virtual void finish() = 0;
    /// Ends now. The keys are gone when this returns (S36).
    virtual void close() = 0;
};

}  // namespace sesame::stream
