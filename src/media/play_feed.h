// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/play_frame.h"
#include "media/reader_child.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace sesame::media {

/// Frames of a film or sound, read ahead by a thread of its own, no more than some seconds of them.
class PlayFeed {
  public:
    struct Piece {
        PlayFrame frame;
        Bytes content;
    };

    PlayFeed(std::string path, std::vector<std::string> arguments);

    /// The next sound, if it is due by then; nullopt if none is there yet.
    std::optional<Piece> takeSound(std::uint32_t dueMs);
    /// The latest picture that is due, and none that is older; nullopt if none is there yet.
    std::optional<Piece> takePicture(std::uint32_t dueMs);
    /// Everything was read and taken.
    bool atEnd() const;
    /// Whether anything was ever read.
    bool readable() const;

  private:
    void work(const std::stop_token& stop);
    bool store(Piece piece, const std::stop_token& stop);

    std::string path_;
    std::vector<std::string> arguments_;
    mutable std::mutex mutex_;
    std::condition_variable_any taken_;
    std::deque<Piece> sounds_;
    std::deque<Piece> pictures_;
    std::size_t bytes_ = 0;
    bool readable_ = false;
    bool done_ = false;
    std::jthread thread_;
};

}  // namespace sesame::media
