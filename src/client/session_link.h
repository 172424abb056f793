// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"

#include "sesame/base/clock.h"
#include "sesame/stream/stream.h"

#include <QTimer>

namespace sesame::client {

/// The stream of one help session or share, at one of its ends: opens it, and opens it again for a while
/// after the network was lost. After cut() the secret is gone and nothing opens it any more (S36). One
/// thread.
class SessionLink : public QObject {
  public:
    /// How long it waits for the other side.
    struct Patience {
        std::int64_t firstMs = 60'000;  ///< to come at all
        std::int64_t againMs = 30'000;  ///< and to come back
    };

    struct Ends {
        stream::Relay relay;
        stream::Terms terms;
        crypto::Key seed;  ///< of the own identity
    };
    /// A new stream, to be served or viewed.
    using Attach = std::function<void(std::unique_ptr<stream::Stream>)>;
    /// It does not come back; Lost when its time is over.
    using Over = std::function<void(stream::Ending)>;
    SessionLink(Ends ends, Patience patience, crypto::Random& random, const Clock& clock, Attach attach,
                Over over);
    ~SessionLink() override;

    void open();
    /// Whoever uses the stream hears the other side now, or no more.
    void setConnected(bool connected);
    void cut();

  private:
    void ended(std::uint64_t number, stream::Ending why);
    void look();
    void tryLater();

    std::optional<Ends> ends_;
    Patience patience_;
    crypto::Random& random_;
    const Clock& clock_;
    Attach attach_;
    Over over_;
    std::shared_ptr<Feed<SessionLink>> feed_;
    std::uint64_t number_ = 0;
    std::int64_t untilBootMs_;
    bool connected_ = false;
    int tries_ = 0;
    QTimer again_;
    QTimer look_;  // while not connected
};

/// Of a share: a client that goes on where it was cut is another thing than a picture that comes back.
inline constexpr SessionLink::Patience kFilePatience{60'000, 600'000};

}  // namespace sesame::client
