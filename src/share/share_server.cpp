// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/share/share_server.h"

#include "share/listings.h"
#include "share/peer_thread.h"
#include "share/transfers.h"

namespace sesame::share {
namespace {

class Server final : public ShareServer, private PeerThread::Handler {
  public:
    Server(SharedFolder folder, Allowance allowance, Quarantine* quarantine, const Clock& clock,
           ServerEvents events)
        : folder_(std::make_shared<const SharedFolder>(std::move(folder))),
          allowance_(std::move(allowance)),
          quarantine_(quarantine),
          clock_(clock),
          events_(std::move(events)),
          thread_(*this),
          listings_(*folder_),
          transfers_(clock, events_.transfers, [this] { thread_.wake(); }) {
        thread_.start();
    }
    ~Server() override { Server::stop(); }

    Status attach(Descriptor connection) override { return thread_.attach(std::move(connection)); }
    void cancel(TransferNumber transfer) override {
        static_cast<void>(thread_.post([this, transfer] {
            if (link_ != nullptr)
                transfers_.cancel(transfer, *link_);
        }));
    }
    void stop() override { thread_.stop(); }

  private:
    void connected(PeerLink& link) override;
    Result<bool> received(const Frame& frame, PeerLink& link) override;
    Result<bool> pump(PeerLink& link) override;
    void disconnected(const Error& why) override;

    Status requested(const pb::ShareFrame& frame, PeerLink& link);
    void take(const pb::TakeFiles& request, PeerLink& link);
    void put(const pb::PutFiles& request, PeerLink& link);

    std::shared_ptr<const SharedFolder> folder_;
    const Allowance allowance_;
    Quarantine* quarantine_;
    const Clock& clock_;
    const ServerEvents events_;

    PeerThread thread_;
    // On the thread.
    PeerLink* link_ = nullptr;
    bool greeted_ = false;
    Listings listings_;
    Transfers transfers_;
};

void Server::connected(PeerLink& link) {
    link_ = &link;
    greeted_ = false;
    pb::ShareFrame frame;
    auto& hello = *frame.mutable_hello();
    hello.set_version(kShareVersion);
    hello.set_level(static_cast<std::uint32_t>(allowance_.level));
    hello.set_name(folder_->name());
    hello.set_is_file(folder_->isFile());
    link.write(frame);
}

Result<bool> Server::received(const Frame& frame, PeerLink& link) {
    if (const auto* piece = std::get_if<Piece>(&frame))
        return transfers_.received(*piece);
    SESAME_TRY_ASSIGN(const auto control, readControl(std::get<Control>(frame).bytes, Side::Client));
    if (control.has_hello() == greeted_ ||
        (control.has_hello() && control.hello().version() != kShareVersion))
        return Error{ErrorCode::Malformed, "a greeting out of turn or of another version"};
    if (control.has_hello()) {
        greeted_ = true;
        if (events_.guest)
            events_.guest(true);
        return true;
    }
    SESAME_TRY_ASSIGN(const bool taken, transfers_.received(control));
    if (!taken)
        SESAME_TRY(requested(control, link));
    return true;
}

Status Server::requested(const pb::ShareFrame& frame, PeerLink& link) {
    switch (frame.body_case()) {
        case pb::ShareFrame::kList:
            if (events_.looked)
                events_.looked(frame.list().folder());
            listings_.list(frame.list(), link);
            return {};
        case pb::ShareFrame::kPage:
            listings_.page(frame.page(), link);
            return {};
        case pb::ShareFrame::kTake:
            take(frame.take(), link);
            return {};
        case pb::ShareFrame::kPut:
            put(frame.put(), link);
            return {};
        default:
            return Error{ErrorCode::Malformed, "not for a server"};
    }
}

void Server::take(const pb::TakeFiles& request, PeerLink& link) {
    const TransferNumber number = request.transfer();
    if (allowance_.level < Level::Take)
        return link.write(endFrame(number, Ending::NotAllowed));
    if (!transfers_.mayBegin(number))
        return link.write(endFrame(number, Ending::Busy));
    if (const auto begun = transfers_.send(number, folder_, request.path(), ""); !begun)
        link.write(endFrame(number, endingOf(begun.error())));
}

void Server::put(const pb::PutFiles& request, PeerLink& link) {
    const TransferNumber number = request.transfer();
    if (allowance_.level < Level::Put || quarantine_ == nullptr)
        return link.write(endFrame(number, Ending::NotAllowed));
    if (!transfers_.mayBegin(number))
        return link.write(endFrame(number, Ending::Busy));
    transfers_.receive(number,
                       quarantine_->arrivals(allowance_.guest, toHex(asBytes(request.id())), folder_));
}

Result<bool> Server::pump(PeerLink& link) {
    if (clock_.bootMs() >= allowance_.endsBootMs)
        return Error{ErrorCode::Expired, "the time is over"};
    const bool listing = listings_.pump(link);
    return transfers_.pump(link) || listing;
}

void Server::disconnected(const Error&) {
    link_ = nullptr;
    listings_.clear();
    transfers_.drop();
    if (greeted_ && events_.guest)
        events_.guest(false);
}

}  // namespace

Result<std::unique_ptr<ShareServer>> ShareServer::start(SharedFolder folder, Allowance allowance,
                                                        Quarantine* quarantine, const Clock& clock,
                                                        ServerEvents events) {
    return std::unique_ptr<ShareServer>(std::make_unique<Server>(std::move(folder), std::move(allowance),
                                                                 quarantine, clock, std::move(events)));
}

}  // namespace sesame::share
