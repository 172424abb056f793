// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/transfers.h"

namespace sesame::share {

Transfers::Transfers(const Clock& clock, const TransferEvents& events, std::function<void()> landed)
    : clock_(clock), events_(events), landing_(std::move(landed)) {
}

bool Transfers::mayBegin(TransferNumber number) const {
    return incoming_.size() + outgoing_.size() < kMaxAtOnce && !incoming_.contains(number) &&
           !outgoing_.contains(number);
}

Status Transfers::send(TransferNumber number, std::shared_ptr<const SharedFolder> source,
                       const std::string& path, std::string prefix) {
    SESAME_TRY_ASSIGN(auto transfer,
                      Outgoing::begin(number, std::move(source), path, std::move(prefix), clock_, events_));
    outgoing_.emplace(number, std::move(transfer));
    return {};
}

void Transfers::receive(TransferNumber number, const std::shared_ptr<Arrivals>& arrivals) {
    incoming_.try_emplace(number, number, arrivals, landing_, clock_, events_);
}

Incoming* Transfers::incoming(TransferNumber number) {
    const auto found = incoming_.find(number);
    return found == incoming_.end() ? nullptr : &found->second;
}

Outgoing* Transfers::outgoing(TransferNumber number) {
    const auto found = outgoing_.find(number);
    return found == outgoing_.end() ? nullptr : found->second.get();
}

Result<bool> Transfers::received(const pb::ShareFrame& frame) {
    Status done;
    switch (frame.body_case()) {
        case pb::ShareFrame::kOffer:
            if (auto* transfer = incoming(frame.offer().transfer()))
                done = transfer->offered(frame.offer());
            break;
        case pb::ShareFrame::kOfferEnd:
            if (auto* transfer = incoming(frame.offer_end().transfer()))
                done = transfer->offerEnded(frame.offer_end());
            break;
        case pb::ShareFrame::kFailed:
            if (auto* transfer = incoming(frame.failed().transfer()))
                transfer->failed(frame.failed());
            break;
        case pb::ShareFrame::kWant:
            if (auto* transfer = outgoing(frame.want().transfer()))
                done = transfer->wanted(frame.want());
            break;
        case pb::ShareFrame::kKept:
            if (auto* transfer = outgoing(frame.kept().transfer()))
                done = transfer->kept(frame.kept());
            break;
        case pb::ShareFrame::kEnd:
            ended(frame.end());
            break;
        default:
            return false;
    }
    if (!done)
        return done.error();
    return true;
}

Result<bool> Transfers::received(const Piece& piece) {
    auto* transfer = incoming(piece.transfer);
    return transfer != nullptr ? transfer->piece(piece) : true;
}

void Transfers::ended(const pb::TransferEnd& end) {
    const Ending why = endingOf(end.reason());
    if (auto* transfer = outgoing(end.transfer()))
        transfer->end(why);
    // Only whoever gets the files knows that they are all there.
    if (auto* transfer = incoming(end.transfer())) {
        land();
        transfer->end(why == Ending::Done ? Ending::Failed : why);
    }
    incoming_.erase(end.transfer());
    outgoing_.erase(end.transfer());
}

bool Transfers::pump(PeerLink& link) {
    takeLanded();
    bool busy = false;
    for (auto& [number, transfer] : incoming_)
        busy = transfer.pump(link) || busy;
    for (auto& [number, transfer] : outgoing_)
        busy = transfer->pump(link) || busy;
    std::erase_if(incoming_, [](const auto& one) { return one.second.isOver(); });
    return busy;
}

void Transfers::takeLanded() {
    for (const Landing::Landed& landed : landing_.take())
        if (auto* transfer = incoming(landed.job.transfer))
            transfer->landed(landed);
}

/// What has arrived whole is on disk and told before anything ends.
void Transfers::land() {
    landing_.drain();
    takeLanded();
}

void Transfers::cancel(TransferNumber number, PeerLink& link) {
    auto* in = incoming(number);
    auto* out = outgoing(number);
    if (in == nullptr && out == nullptr)
        return;
    link.write(endFrame(number, Ending::Cancelled));
    if (in != nullptr) {
        land();
        in->end(Ending::Cancelled);
    }
    if (out != nullptr)
        out->end(Ending::Cancelled);
    incoming_.erase(number);
    outgoing_.erase(number);
}

void Transfers::drop() {
    land();
    for (auto& [number, transfer] : incoming_)
        transfer.pause();
    incoming_.clear();
    outgoing_.clear();
}

pb::ShareFrame endFrame(TransferNumber number, Ending why) {
    pb::ShareFrame frame;
    frame.mutable_end()->set_transfer(number);
    frame.mutable_end()->set_reason(reasonOf(why));
    return frame;
}

}  // namespace sesame::share
