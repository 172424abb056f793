// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/listings.h"

#include "sesame/share/share_server.h"

#include <algorithm>

namespace sesame::share {
namespace {

// A few milliseconds: transfers go on meanwhile.
constexpr std::size_t kEntriesAtOnce = 2000;
constexpr std::size_t kMaxEntriesBytes = 48UL * 1024;

void refuse(std::uint32_t request, Ending why, PeerLink& link) {
    pb::ShareFrame frame;
    frame.mutable_refusal()->set_request(request);
    frame.mutable_refusal()->set_reason(reasonOf(why));
    link.write(frame);
}

}  // namespace

void Listings::list(const pb::ListFolder& request, PeerLink& link) {
    const ListRequest wanted{request.folder(), static_cast<Order>(request.order()), request.descending(),
                             request.search(), request.tree()};
    auto listing = Listing::begin(shared_, wanted);
    if (!listing)
        return refuse(request.request(), endingOf(listing.error()), link);
    open_.remove_if([&](const Open& one) { return one.request == request.request(); });
    if (open_.size() >= ShareServer::kMaxListings) {
        if (!open_.front().filled)
            refuse(open_.front().request, Ending::Busy, link);
        open_.pop_front();
    }
    open_.push_back({request.request(), *std::move(listing), false});
}

bool Listings::pump(PeerLink& link) {
    bool busy = false;
    for (Open& one : open_) {
        if (one.filled || !link.hasRoom())
            continue;
        one.filled = !one.listing.fill(kEntriesAtOnce);
        if (one.filled)
            tell(one, link);
        busy = busy || !one.filled;
    }
    return busy;
}

void Listings::tell(const Open& one, PeerLink& link) {
    pb::ShareFrame frame;
    auto& listed = *frame.mutable_listed();
    listed.set_request(one.request);
    listed.set_entries(one.listing.size());
    listed.set_left_out(one.listing.leftOut());
    listed.set_cut_short(one.listing.isCutShort());
    link.write(frame);
}

void Listings::page(const pb::PageOfListing& request, PeerLink& link) const {
    const auto found = std::find_if(open_.begin(), open_.end(), [&](const Open& one) {
        return one.request == request.request() && one.filled;
    });
    if (found == open_.end())
        return refuse(request.request(), Ending::Expired, link);
    pb::ShareFrame frame;
    auto& entries = *frame.mutable_entries();
    entries.set_request(request.request());
    entries.set_first(request.first());
    std::size_t bytes = 0;
    for (const Entry& entry : found->listing.page(request.first(), request.count())) {
        constexpr std::size_t kNumberBytes = 32;
        bytes += entry.name.size() + kNumberBytes;
        if (bytes > kMaxEntriesBytes)
            break;
        auto& out = *entries.add_entries();
        out.set_name(entry.name);
        out.set_is_folder(entry.isFolder);
        out.set_size(entry.size);
        out.set_modified_ms(entry.modifiedMs);
    }
    link.write(frame);
}

}  // namespace sesame::share
