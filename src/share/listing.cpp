// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/listing.h"

#include "sesame/places/folded_name.h"

#include <algorithm>

namespace sesame::share {

Result<Listing> Listing::begin(const SharedFolder& shared, const ListRequest& request) {
    const auto depth = request.tree ? FolderScan::Depth::Tree : FolderScan::Depth::One;
    SESAME_TRY_ASSIGN(auto scan, FolderScan::begin(shared, request.folder, depth));
    return Listing(std::move(scan), request);
}

Listing::Listing(FolderScan scan, const ListRequest& request)
    : scan_(std::move(scan)),
      search_(places::foldedName(request.search)),
      order_(request.order),
      descending_(request.descending) {
}

bool Listing::fill(std::size_t entries) {
    if (!scan_)
        return false;
    visited_ += entries;
    const bool more = scan_->read(entries, [this](const Entry& entry) { add(entry); });
    cutShort_ = cutShort_ || (more && visited_ >= kMaxVisited);
    if (more && visited_ < kMaxVisited)
        return true;
    leftOut_ = scan_->leftOut();
    cutShort_ = cutShort_ || scan_->unread() > 0;
    scan_.reset();
    sort();
    return false;
}

bool Listing::isWanted(const std::string& path) const {
    const std::string name = path.substr(path.rfind('/') + 1);
    return search_.empty() || places::foldedName(name).find(search_) != std::string::npos;
}

void Listing::add(const Entry& entry) {
    if (!isWanted(entry.name))
        return;
    const std::string key = places::foldedName(entry.name);
    constexpr std::size_t kLongest = UINT16_MAX;
    if (rows_.size() >= kMaxEntries || names_.size() + entry.name.size() > kMaxNameBytes ||
        keys_.size() + key.size() > kMaxNameBytes || key.size() > kLongest) {
        cutShort_ = true;
        return;
    }
    rows_.push_back({entry.size, entry.modifiedMs, static_cast<std::uint32_t>(names_.size()),
                     static_cast<std::uint32_t>(keys_.size()), static_cast<std::uint16_t>(entry.name.size()),
                     static_cast<std::uint16_t>(key.size()), entry.isFolder});
    names_ += entry.name;
    keys_ += key;
}

void Listing::sort() {
    std::sort(rows_.begin(), rows_.end(), [this](const Row& a, const Row& b) { return before(a, b); });
    keys_ = {};
}

bool Listing::before(const Row& a, const Row& b) const {
    if (a.isFolder != b.isFolder)
        return a.isFolder;
    const Row& first = descending_ ? b : a;
    const Row& second = descending_ ? a : b;
    if (order_ == Order::Size && first.size != second.size)
        return first.size < second.size;
    if (order_ == Order::Time && first.modifiedMs != second.modifiedMs)
        return first.modifiedMs < second.modifiedMs;
    if (const int compared = keyOf(first).compare(keyOf(second)); compared != 0)
        return compared < 0;
    return nameOf(first) < nameOf(second);
}

std::string_view Listing::nameOf(const Row& row) const {
    return std::string_view(names_).substr(row.name, row.nameBytes);
}

std::string_view Listing::keyOf(const Row& row) const {
    return std::string_view(keys_).substr(row.key, row.keyBytes);
}

std::vector<Entry> Listing::page(std::size_t first, std::size_t count) const {
    std::vector<Entry> out;
    const std::size_t end = first >= rows_.size() ? first : first + std::min(count, rows_.size() - first);
    for (std::size_t i = first; i < end; ++i)
        out.push_back(
            {std::string(nameOf(rows_[i])), rows_[i].isFolder, rows_[i].size, rows_[i].modifiedMs, 0});
    return out;
}

}  // namespace sesame::share
