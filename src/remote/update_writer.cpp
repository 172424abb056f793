// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/update_writer.h"

#include <algorithm>
#include <tuple>

namespace sesame::remote {
namespace {

// What somebody types is small and must not wait behind what plays.
constexpr std::int64_t kSmallPixels = 8 * TileGrid::kTile * TileGrid::kTile;

}  // namespace

Result<bool> UpdateWriter::write(RfbServer& server, const desktop::Pixels& now, const desktop::Rect& wanted,
                                 std::size_t budget, Time time) {
    const std::size_t before = server.output().size();
    const desktop::Rect area = sent_.grid().grown(wanted);
    std::vector<int> changed = sent_.changed(now, area);
    SESAME_TRY(copyMoves(server, now, area, changed, time));
    for (const Job& job : jobsFor(server, now, changed, area, time)) {
        if (server.output().size() - before >= budget) {
            if (!job.refresh)
                for (const int tile : job.piece.tiles)
                    restless_.waits(tile, time);
            continue;
        }
        SESAME_TRY(server.encode(job.piece.area, job.fidelity));
        sent_.sent(now, job.piece.area);
        restless_.sent(job.piece.area, job.fidelity == Fidelity::Photo);
        for (const int tile : job.piece.tiles) {
            sent_.clear(tile);
            if (!job.refresh)
                restless_.changed(tile, time);
        }
    }
    return server.output().size() != before;
}

Status UpdateWriter::copyMoves(RfbServer& server, const desktop::Pixels& now, const desktop::Rect& wanted,
                               std::vector<int>& changed, Time time) {
    if (!server.abilities().copyRect || !sent_.knowsAll())
        return {};
    const Moves moves = moves_.find(now, sent_, changed);
    if (moves.all.empty())
        return {};
    for (const Move& move : moves.all) {
        SESAME_TRY(server.copy(move.to, move.from));
        sent_.copied(move.to, move.from);
        sent_.suspect(move.to);
        restless_.copied(move.to, move.from, time);
    }
    for (const int tile : moves.explained)
        sent_.clear(tile);
    changed = sent_.changed(now, wanted);
    return {};
}

std::vector<UpdateWriter::Job> UpdateWriter::jobsFor(const RfbServer& server, const desktop::Pixels& now,
                                                     const std::vector<int>& changed,
                                                     const desktop::Rect& wanted, Time time) {
    std::vector<Part> exact;
    std::vector<Part> video;
    std::vector<Part> rested;
    for (const int tile : changed) {
        const desktop::Rect area = sent_.difference(now, tile);
        const bool isVideo = server.abilities().jpeg && restless_.isVideo(now, tile, area);
        (isVideo ? video : exact).push_back({tile, area});
    }
    for (const int tile : restless_.due(wanted, time))
        if (std::ranges::find(changed, tile) == changed.end())
            rested.push_back({tile, sent_.grid().area(tile)});
    std::vector<Job> jobs;
    const auto add = [&](const std::vector<Part>& parts, Fidelity fidelity, bool refresh) {
        for (Piece& piece : joined(sent_.grid(), parts, RfbServer::kMostPixels))
            jobs.push_back({std::move(piece), fidelity, refresh});
    };
    add(exact, Fidelity::Exact, false);
    add(video, Fidelity::Photo, false);
    sortByUrgency(jobs);
    add(rested, Fidelity::Exact, true);
    return jobs;
}

/// Small ones first, then what has waited for longest: otherwise the same part of a large picture would
/// always be the one that finds no room.
void UpdateWriter::sortByUrgency(std::vector<Job>& jobs) const {
    for (Job& job : jobs)
        for (const int tile : job.piece.tiles)
            job.waitsSince = std::min(job.waitsSince, restless_.waitsSince(tile));
    std::ranges::stable_sort(jobs, {}, [](const Job& job) {
        const std::int64_t pixels = job.piece.area.area();
        return pixels <= kSmallPixels ? std::tuple(false, Time(), pixels)
                                      : std::tuple(true, job.waitsSince, std::int64_t{0});
    });
}

}  // namespace sesame::remote
