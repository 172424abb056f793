// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/outgoing.h"

#include <unistd.h>

#include <algorithm>

namespace sesame::share {
namespace {

constexpr std::size_t kHashAtOnce = 4UL * 1024 * 1024;
constexpr std::size_t kReadBytes = 256UL * 1024;
constexpr std::size_t kScanAtOnce = 128;
constexpr std::size_t kMaxOfferBytes = 32UL * 1024;

std::string parentOf(const std::string& path) {
    return path.substr(0, path.find_last_of('/') == std::string::npos ? 0 : path.find_last_of('/'));
}

std::string nameOf(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

}  // namespace

Result<std::unique_ptr<Outgoing>> Outgoing::begin(TransferNumber number,
                                                  std::shared_ptr<const SharedFolder> source,
                                                  const std::string& path, std::string prefix,
                                                  const Clock& clock, const TransferEvents& events) {
    const auto make = [&](std::string base) {
        return std::unique_ptr<Outgoing>(
            new Outgoing(number, std::move(source), std::move(base), std::move(prefix), clock, events));
    };
    if (source->isFile() ? path.empty() : bool(source->openFolder(path))) {
        SESAME_TRY_ASSIGN(auto scan, FolderScan::begin(*source, path, FolderScan::Depth::Tree));
        auto out = make(path);
        out->scan_.emplace(std::move(scan));
        return out;
    }
    SESAME_TRY_ASSIGN(const auto file, source->openFile(path));
    auto out = make(parentOf(path));
    out->only_ = Entry{nameOf(path), false, file.size, file.modifiedMs, file.version};
    return out;
}

Outgoing::Outgoing(TransferNumber number, std::shared_ptr<const SharedFolder> source, std::string base,
                   std::string prefix, const Clock& clock, const TransferEvents& events)
    : number_(number),
      source_(std::move(source)),
      base_(std::move(base)),
      prefix_(std::move(prefix)),
      events_(events),
      pace_(clock, events) {
    progress_.transfer = number;
}

Status Outgoing::wanted(const pb::WantFiles& want) {
    for (const auto& file : want.files()) {
        if (file.file() >= next_ || wants_.size() >= kMaxOutstanding)
            return Error{ErrorCode::Malformed, "wants what was not offered"};
        const auto found = files_.find(file.file());
        if (found == files_.end())
            continue;
        if (file.offset() > found->second.size)
            return Error{ErrorCode::Malformed, "wants what is beyond the end"};
        wants_.push_back(file);
    }
    return {};
}

Status Outgoing::kept(const pb::FilesKept& kept) {
    for (const std::uint32_t number : kept.kept()) {
        if (number >= next_)
            return Error{ErrorCode::Malformed, "keeps what was not offered"};
        const auto found = files_.find(number);
        if (found == files_.end())
            continue;
        ++progress_.filesDone;
        count(found->second, found->second.size);
        settle(number);
    }
    for (const std::uint32_t number : kept.given_up())
        if (const auto found = files_.find(number); found != files_.end()) {
            ++progress_.filesFailed;
            count(found->second, 0);
            settle(number);
        }
    return {};
}

/// So many bytes of it are done: fewer than before when it is sent once more.
void Outgoing::count(File& file, std::uint64_t bytes) {
    progress_.bytesDone = progress_.bytesDone - file.counted + bytes;
    file.counted = bytes;
}

void Outgoing::settle(std::uint32_t number) {
    if (leaving_ && leaving_->number == number)
        leaving_.reset();
    files_.erase(number);
}

void Outgoing::end(Ending why) {
    if (over_)
        return;
    over_ = true;
    leaving_.reset();
    pace_.tellNow(progress_);
    if (events_.ended)
        events_.ended(number_, why);
}

bool Outgoing::pump(PeerLink& link) {
    if (over_ || !link.hasRoom())
        return !over_;
    search(link);
    pace_.tell(progress_);
    const bool mayFindMore = !offersEnded_ && files_.size() < kMaxOutstanding - kScanAtOnce;
    if (!leaving_ && !open(link))
        return mayFindMore || !wants_.empty();
    if (leaving_ && (hashBefore() || sendPiece(link)))
        return true;
    return mayFindMore || leaving_ || !wants_.empty();
}

void Outgoing::search(PeerLink& link) {
    if (offersEnded_ || files_.size() + kScanAtOnce > kMaxOutstanding)
        return;
    pb::ShareFrame frame;
    auto& offers = *frame.mutable_offer();
    offers.set_transfer(number_);
    std::size_t bytes = 0;
    const auto take = [&](const Entry& entry) {
        bytes += entry.name.size() + prefix_.size();
        offer(entry, offers);
    };
    bool more = scan_.has_value();
    if (only_)
        take(*only_);
    for (std::size_t i = 0; i < kScanAtOnce && bytes < kMaxOfferBytes && more; ++i)
        more = scan_->read(1, take);
    if (offers.files_size() + offers.folders_size() > 0)
        link.write(frame);
    if (!more)
        endOffers(link);
}

void Outgoing::offer(const Entry& entry, pb::OfferFiles& offer) {
    const std::string path = joined(prefix_, entry.name);
    if (path.size() > kMaxPathBytes) {
        ++progress_.leftOut;
        return;
    }
    if (entry.isFolder) {
        offer.add_folders(path);
        return;
    }
    ++progress_.files;
    progress_.bytes += entry.size;
    auto& file = *offer.add_files();
    file.set_file(next_);
    file.set_path(path);
    file.set_size(entry.size);
    file.set_modified_ms(entry.modifiedMs);
    file.set_version(entry.version);
    files_.emplace(next_++, File{joined(base_, entry.name), entry.size, entry.version});
}

void Outgoing::endOffers(PeerLink& link) {
    offersEnded_ = true;
    progress_.leftOut += scan_ ? scan_->leftOut() + scan_->unread() : 0;
    progress_.allKnown = true;
    pb::ShareFrame frame;
    auto& end = *frame.mutable_offer_end();
    end.set_transfer(number_);
    end.set_files(progress_.files);
    end.set_bytes(progress_.bytes);
    end.set_left_out(progress_.leftOut);
    link.write(frame);
}

/// The next file that is wanted; false: none is.
bool Outgoing::open(PeerLink& link) {
    while (!wants_.empty()) {
        const pb::WantedFile want = std::move(wants_.front());
        wants_.pop_front();
        const auto found = files_.find(want.file());
        if (found == files_.end())
            continue;
        auto file = source_->openFile(found->second.path);
        const bool same = file && file->version == found->second.version;
        const Ending why = file ? Ending::Changed : endingOf(file.error());
        leaving_.emplace(Leaving{want.file(), file ? *std::move(file) : OpenedFile(), {}, want.offset(), 0});
        if (same) {
            count(found->second, want.offset());
            if (events_.leaving)
                events_.leaving(number_, found->second.path, found->second.size);
            return true;
        }
        fail(why, link);
    }
    return false;
}

/// False: all that the other side has already is hashed.
bool Outgoing::hashBefore() {
    Bytes buffer(leaving_->read < leaving_->offset ? kReadBytes : 0);
    const std::uint64_t until = std::min(leaving_->offset, leaving_->read + kHashAtOnce);
    while (leaving_->read < until) {
        const auto wanted =
            static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), until - leaving_->read));
        const ssize_t got = ::pread(leaving_->file.descriptor.get(), buffer.data(), wanted,
                                    static_cast<off_t>(leaving_->read));
        // The next read of the rest finds out what is wrong.
        if (got <= 0)
            return false;
        leaving_->hasher.add(ByteView(buffer).first(static_cast<std::size_t>(got)));
        leaving_->read += static_cast<std::uint64_t>(got);
    }
    return leaving_->read < leaving_->offset;
}

/// True when something was sent.
bool Outgoing::sendPiece(PeerLink& link) {
    const std::uint64_t left = leaving_->file.size - leaving_->read;
    const bool last = left <= kMaxPieceBytes;
    const auto room = link.piece(last ? static_cast<std::size_t>(left) : kMaxPieceBytes, last);
    const ssize_t got = ::pread(leaving_->file.descriptor.get(), room.data(), room.size(),
                                static_cast<off_t>(leaving_->read));
    const bool whole = got == static_cast<ssize_t>(room.size()) && leaving_->read >= leaving_->offset;
    if (!whole || (last && !leaving_->file.checkUnchanged())) {
        link.dropPiece();
        fail(Ending::Changed, link);
        return true;
    }
    leaving_->hasher.add(room);
    leaving_->read += room.size();
    count(files_.at(leaving_->number), leaving_->read);
    if (last) {
        const auto digest = leaving_->hasher.finish();
        link.sendPiece(number_, leaving_->number, &digest);
        leaving_.reset();
    } else {
        link.sendPiece(number_, leaving_->number, nullptr);
    }
    return true;
}

void Outgoing::fail(Ending why, PeerLink& link) {
    const std::uint32_t number = leaving_->number;
    ++progress_.filesFailed;
    count(files_.at(number), 0);
    if (events_.failed)
        events_.failed(number_, files_.at(number).path, why);
    pb::ShareFrame frame;
    frame.mutable_failed()->set_transfer(number_);
    frame.mutable_failed()->set_file(number);
    frame.mutable_failed()->set_reason(reasonOf(why));
    link.write(frame);
    settle(number);
}

}  // namespace sesame::share
