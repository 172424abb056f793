// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/moves.h"
#include "remote/pieces.h"
#include "remote/restless_tiles.h"
#include "remote/rfb_server.h"

namespace sesame::remote {

/// Decides what of the picture is sent, and how: what moved is copied, what changed goes without loss, what
/// keeps changing in many colours goes as a photograph and without loss once it rests. One thread.
class UpdateWriter {
  public:
    using Time = RestlessTiles::Time;
    explicit UpdateWriter(desktop::Size size) : sent_(size), restless_(sent_.grid()) {}

    void suspect(const desktop::Rect& area) { sent_.suspect(area); }
    void forget(const desktop::Rect& area) { sent_.forget(area); }
    /// The areas that write() wants to see as they are now.
    std::vector<desktop::Rect> suspects(const desktop::Rect& wanted) const { return sent_.suspects(wanted); }
    bool hasNews(const desktop::Rect& wanted, Time now) const {
        return sent_.hasSuspects(wanted) || !restless_.due(wanted, now).empty();
    }
    /// When there may be something to send although nothing changes.
    std::optional<Time> nextDue(const desktop::Rect& wanted) const { return restless_.nextDue(wanted); }

    /// Adds to the server's update what is new inside `wanted`, and stops after `budget` bytes; what is left
    /// comes with the next. True if anything was added.
    Result<bool> write(RfbServer& server, const desktop::Pixels& now, const desktop::Rect& wanted,
                       std::size_t budget, Time time);

  private:
    struct Job {
        Piece piece;
        Fidelity fidelity = Fidelity::Exact;
        bool refresh = false;
        Time waitsSince = Time::max();  // some of it
    };
    void sortByUrgency(std::vector<Job>& jobs) const;
    Status copyMoves(RfbServer& server, const desktop::Pixels& now, const desktop::Rect& wanted,
                     std::vector<int>& changed, Time time);
    std::vector<Job> jobsFor(const RfbServer& server, const desktop::Pixels& now,
                             const std::vector<int>& changed, const desktop::Rect& wanted, Time time);

    SentPicture sent_;
    RestlessTiles restless_;
    MoveFinder moves_;
};

}  // namespace sesame::remote
