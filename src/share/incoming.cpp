// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/incoming.h"

#include <algorithm>

namespace sesame::share {
namespace {

// Keeps a frame of them far below kMaxControlBytes.
constexpr std::size_t kNumbersPerFrame = 2048;

Error broken(const char* how) {
    return {ErrorCode::Malformed, how};
}

bool fits(const Piece& piece, std::uint64_t before, std::uint64_t whole) {
    const std::uint64_t after = before + piece.bytes.size();
    return after <= whole && (!piece.digest || after == whole);
}

}  // namespace

Incoming::Incoming(TransferNumber number, std::shared_ptr<Arrivals> arrivals, Landing& landing,
                   const Clock& clock, const TransferEvents& events)
    : number_(number),
      arrivals_(std::move(arrivals)),
      landing_(landing),
      events_(events),
      pace_(clock, events) {
    progress_.transfer = number;
}

Status Incoming::offered(const pb::OfferFiles& offer) {
    if (offerEnded_ || files_.size() + static_cast<std::size_t>(offer.files_size()) > kMaxOutstanding)
        return broken("more offers than there may be");
    for (const std::string& folder : offer.folders())
        static_cast<void>(arrivals_->makeFolder(folder));
    for (const auto& file : offer.files()) {
        if (file.file() != next_)
            return broken("an offer out of turn");
        ++next_;
        ++progress_.files;
        progress_.bytes += file.size();
        OfferedFile offered{file.path(), file.size(), file.modified_ms(), file.version()};
        files_.emplace(file.file(), File{std::move(offered), 0, State::Waiting});
        placeOrWait(file.file());
    }
    return {};
}

void Incoming::placeOrWait(std::uint32_t number) {
    if (!place(number))
        waiting_.push_back(number);
}

/// False: the same one is on its way already.
bool Incoming::place(std::uint32_t number) {
    File& file = files_.at(number);
    const auto place = arrivals_->place(file.offer);
    if (!place && place.error().code == ErrorCode::Unavailable)
        return false;
    if (!place) {
        giveUp(number, endingOf(place.error()), true);
    } else if (place->there) {
        progress_.bytesDone += file.offer.size;
        ++progress_.filesDone;
        settle(number);
    } else {
        progress_.bytesDone += place->offset;
        want(number, file, place->offset);
    }
    return true;
}

void Incoming::placeWaiting() {
    while (!waiting_.empty() && (!files_.contains(waiting_.front()) || place(waiting_.front())))
        waiting_.pop_front();
}

void Incoming::want(std::uint32_t number, File& file, std::uint64_t offset) {
    file.state = State::Wanted;
    file.offset = offset;
    pb::WantedFile want;
    want.set_file(number);
    want.set_offset(offset);
    wants_.push_back(std::move(want));
}

Status Incoming::offerEnded(const pb::OfferEnd& end) {
    if (offerEnded_)
        return broken("a second end of offers");
    offerEnded_ = true;
    progress_.leftOut = end.left_out();
    progress_.allKnown = true;
    return {};
}

void Incoming::failed(const pb::FileFailed& failure) {
    const auto found = files_.find(failure.file());
    // What is here whole and was checked is past failing.
    if (found != files_.end() && found->second.state != State::Landing)
        giveUp(failure.file(), endingOf(failure.reason()), false);
}

// Pieces of a file that was given up may still be under way.
Result<bool> Incoming::piece(const Piece& piece) {
    if (piece.file >= next_)
        return broken("a piece of nothing");
    const auto found = files_.find(piece.file);
    if (found == files_.end())
        return true;
    File& file = found->second;
    if (file.state != State::Wanted || (growing_ && growing_->number != piece.file))
        return broken("a piece out of turn");
    const Status begun = growing_ ? Status() : begin(piece.file, file);
    if (begun && growing_->file.isBehind())
        return false;
    if (begun && !fits(piece, growing_->file.size(), file.offer.size))
        return broken("another size than was offered");
    if (const Status grown = begun ? grow(file, piece) : begun; !grown)
        giveUp(piece.file, endingOf(grown.error()), true);
    return true;
}

Status Incoming::begin(std::uint32_t number, const File& file) {
    SESAME_TRY_ASSIGN(auto growing, GrowingFile::open(*arrivals_, file.offer, file.offset));
    growing_.emplace(Growing{number, std::move(growing)});
    return {};
}

Status Incoming::grow(File& file, const Piece& piece) {
    SESAME_TRY(growing_->file.add(piece.bytes));
    progress_.bytesDone += piece.bytes.size();
    return piece.digest ? close(file, *piece.digest) : Status();
}

Status Incoming::close(File& file, const ByteArray<kDigestBytes>& digest) {
    const std::uint32_t number = growing_->number;
    const bool equal = growing_->file.finish() == digest;
    growing_.reset();
    if (equal) {
        file.state = State::Landing;
        landing_.add({arrivals_, number_, number, file.offer});
        return {};
    }
    if (file.offset == 0)
        return Error{ErrorCode::Changed, "the content does not fit its check"};
    // What was there before may have been spoilt: once more, all of it.
    arrivals_->dropPartial(file.offer);
    progress_.bytesDone -= file.offer.size;
    file.state = State::Waiting;
    placeOrWait(number);
    return {};
}

void Incoming::landed(const Landing::Landed& landed) {
    const auto found = files_.find(landed.job.number);
    // Perhaps of an earlier transfer with the same number.
    if (found == files_.end() || landed.job.arrivals != arrivals_)
        return;
    if (!landed.savedAs)
        return giveUp(landed.job.number, endingOf(landed.savedAs.error()), true);
    ++progress_.filesDone;
    if (events_.kept)
        events_.kept(number_, found->second.offer.path, *landed.savedAs);
    settle(landed.job.number);
}

void Incoming::settle(std::uint32_t number) {
    files_.erase(number);
    kept_.push_back(number);
}

void Incoming::giveUp(std::uint32_t number, Ending why, bool tell) {
    const auto found = files_.find(number);
    if (found == files_.end())
        return;
    if (growing_ && growing_->number == number)
        growing_.reset();
    arrivals_->dropPartial(found->second.offer);
    ++progress_.filesFailed;
    if (events_.failed)
        events_.failed(number_, found->second.offer.path, why);
    files_.erase(found);
    std::erase_if(wants_, [number](const pb::WantedFile& want) { return want.file() == number; });
    if (tell)
        givenUp_.push_back(number);
}

void Incoming::pause() {
    growing_.reset();
    arrivals_->pause();
}

void Incoming::end(Ending why) {
    if (over_)
        return;
    over_ = true;
    growing_.reset();
    arrivals_->finish();
    pace_.tellNow(progress_);
    if (events_.ended)
        events_.ended(number_, why);
}

bool Incoming::pump(PeerLink& link) {
    if (over_)
        return false;
    if (growing_ && growing_->file.isBehind() && !growing_->file.catchUp())
        giveUp(growing_->number, Ending::Failed, true);
    placeWaiting();
    writeWants(link);
    writeSettled(link);
    pace_.tell(progress_);
    if (offerEnded_ && files_.empty() && kept_.empty() && givenUp_.empty()) {
        pb::ShareFrame frame;
        frame.mutable_end()->set_transfer(number_);
        frame.mutable_end()->set_reason(pb::SHARE_REASON_DONE);
        link.write(frame);
        end(Ending::Done);
        return false;
    }
    const bool isBehind = growing_ && growing_->file.isBehind();
    return isBehind || !wants_.empty() || !kept_.empty() || !givenUp_.empty();
}

void Incoming::writeWants(PeerLink& link) {
    while (!wants_.empty() && link.hasRoom()) {
        const auto count = static_cast<std::ptrdiff_t>(std::min(wants_.size(), kNumbersPerFrame));
        pb::ShareFrame frame;
        frame.mutable_want()->set_transfer(number_);
        frame.mutable_want()->mutable_files()->Add(wants_.begin(), wants_.begin() + count);
        wants_.erase(wants_.begin(), wants_.begin() + count);
        link.write(frame);
    }
}

void Incoming::writeSettled(PeerLink& link) {
    while (!(kept_.empty() && givenUp_.empty()) && link.hasRoom()) {
        pb::ShareFrame frame;
        frame.mutable_kept()->set_transfer(number_);
        const auto move = [](std::vector<std::uint32_t>& from,
                             google::protobuf::RepeatedField<std::uint32_t>* to) {
            const auto count = static_cast<std::ptrdiff_t>(std::min(from.size(), kNumbersPerFrame));
            to->Add(from.begin(), from.begin() + count);
            from.erase(from.begin(), from.begin() + count);
        };
        move(kept_, frame.mutable_kept()->mutable_kept());
        move(givenUp_, frame.mutable_kept()->mutable_given_up());
        link.write(frame);
    }
}

}  // namespace sesame::share
