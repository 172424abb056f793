// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "share/listing.h"
#include "share/peer_link.h"

#include <list>

namespace sesame::share {

/// The listings that a client leafs through. The oldest goes when there are too many. One thread.
class Listings {
  public:
    explicit Listings(const SharedFolder& shared) : shared_(shared) {}

    void list(const pb::ListFolder& request, PeerLink& link);
    void page(const pb::PageOfListing& request, PeerLink& link) const;
    /// Reads on in those that are not complete. True: there is more to do at once.
    bool pump(PeerLink& link);
    void clear() { open_.clear(); }

  private:
    struct Open {
        std::uint32_t request = 0;
        Listing listing;
        bool filled = false;
    };
    static void tell(const Open& one, PeerLink& link);

    const SharedFolder& shared_;
    std::list<Open> open_;
};

}  // namespace sesame::share
