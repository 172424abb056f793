// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/sent_picture.h"

#include <optional>

namespace sesame::remote {

/// A part of the picture that only moved: the viewer can copy it.
struct Move {
    desktop::Rect to;
    desktop::Point from;
    bool operator==(const Move&) const = default;
};

struct Moves {
    /// In the order in which a viewer can do them.
    std::vector<Move> all;
    /// Tiles that are right once all are done; the others must be looked at.
    std::vector<int> explained;
};

/// Finds what has been scrolled or dragged, by looking for a few striking spots of the new picture in the old
/// one. It may miss a move; what it names is compared pixel by pixel. One thread.
class MoveFinder {
  public:
    /// `changed` are the tiles that differ.
    Moves find(const desktop::Pixels& now, const SentPicture& before, const std::vector<int>& changed);

  private:
    Moves search(const desktop::Pixels& now, const SentPicture& before, const std::vector<int>& changed,
                 const desktop::Rect& bounds);

    desktop::Point latest_;  // how far the last move went; {0, 0}: none yet
    int failures_ = 0;       // of the wide search, in a row
    int skip_ = 0;           // so many wide searches are left out, for it fails again and again
};

}  // namespace sesame::remote
