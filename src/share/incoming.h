// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "share/growing_file.h"
#include "share/landing.h"
#include "share/pace.h"
#include "share/peer_link.h"

#include <deque>
#include <map>
#include <optional>

namespace sesame::share {

/// The files of one transfer on their way in. Everything from the other side is checked against what it
/// offered; an error means that it broke the protocol. One thread.
class Incoming {
  public:
    Incoming(TransferNumber number, std::shared_ptr<Arrivals> arrivals, Landing& landing, const Clock& clock,
             const TransferEvents& events);

    Status offered(const pb::OfferFiles& offer);
    Status offerEnded(const pb::OfferEnd& end);
    void failed(const pb::FileFailed& failure);
    /// False: what is there already has to be read first; ask again after pump().
    Result<bool> piece(const Piece& piece);
    void landed(const Landing::Landed& landed);
    /// The connection is gone. Nothing of it is in the landing any more, as for what follows.
    void pause();
    /// Nothing more comes, and nothing will be resumed.
    void end(Ending why);

    /// True: there is more to do at once.
    bool pump(PeerLink& link);
    bool isOver() const { return over_; }

  private:
    enum class State : std::uint8_t {
        Waiting,  ///< for another one with the same partial
        Wanted,
        Landing,
    };
    struct File {
        OfferedFile offer;
        std::uint64_t offset = 0;
        State state = State::Waiting;
    };
    /// The one that grows now.
    struct Growing {
        std::uint32_t number = 0;
        GrowingFile file;
    };

    bool place(std::uint32_t number);
    void placeOrWait(std::uint32_t number);
    void placeWaiting();
    Status begin(std::uint32_t number, const File& file);
    Status grow(File& file, const Piece& piece);
    Status close(File& file, const ByteArray<kDigestBytes>& digest);
    void want(std::uint32_t number, File& file, std::uint64_t offset);
    void giveUp(std::uint32_t number, Ending why, bool tell);
    void settle(std::uint32_t number);
    void writeWants(PeerLink& link);
    void writeSettled(PeerLink& link);

    TransferNumber number_;
    std::shared_ptr<Arrivals> arrivals_;
    Landing& landing_;
    const TransferEvents& events_;
    Pace pace_;
    Progress progress_;
    std::map<std::uint32_t, File> files_;  ///< offered, and not settled
    std::uint32_t next_ = 0;               ///< the number that the next offer has
    std::optional<Growing> growing_;
    std::deque<std::uint32_t> waiting_;
    std::vector<pb::WantedFile> wants_;
    std::vector<std::uint32_t> kept_;
    std::vector<std::uint32_t> givenUp_;
    bool offerEnded_ = false;
    bool over_ = false;
};

}  // namespace sesame::share
