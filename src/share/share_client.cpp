// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/share/share_client.h"

#include "share/destination_folder.h"
#include "share/peer_thread.h"
#include "share/transfers.h"

#include <atomic>
#include <variant>

namespace sesame::share {
namespace {

class Client final : public ShareClient, private PeerThread::Handler {
  public:
    Client(Boundaries own, const Clock& clock, ClientEvents events)
        : own_(std::move(own)),
          events_(withOwn(std::move(events))),
          thread_(*this),
          transfers_(clock, events_.transfers, [this] { thread_.wake(); }) {
        thread_.start();
    }
    ~Client() override { Client::stop(); }

    Status attach(Descriptor connection) override { return thread_.attach(std::move(connection)); }
    Result<RequestNumber> list(ListRequest request) override;
    Status page(RequestNumber listing, std::uint64_t first, std::uint32_t count) override;
    Result<TransferNumber> take(std::string path, Destination destination) override;
    Result<TransferNumber> put(const std::string& path, const PutId& id) override;
    void cancel(TransferNumber transfer) override;
    void stop() override { thread_.stop(); }

  private:
    struct Take {
        std::string path;
        Destination destination;
        std::shared_ptr<DestinationFolder> arrivals{};  ///< on the latest connection
    };
    struct Put {
        std::shared_ptr<const SharedFolder> source;
        std::string id;
    };
    using Job = std::variant<Take, Put>;

    void connected(PeerLink& link) override;
    Result<bool> received(const Frame& frame, PeerLink& link) override;
    Result<bool> pump(PeerLink& link) override;
    void disconnected(const Error& why) override;

    ClientEvents withOwn(ClientEvents events);
    Result<TransferNumber> add(Job job);
    void greeted(const pb::ShareHello& hello);
    void answered(const pb::ShareFrame& frame) const;
    void begin(PeerLink& link);
    void begin(TransferNumber number, Take& take, PeerLink& link);
    void begin(TransferNumber number, const Put& put, PeerLink& link);

    const Boundaries own_;
    const ClientEvents events_;
    std::atomic<std::uint32_t> lastNumber_{0};

    PeerThread thread_;
    // On the thread.
    PeerLink* link_ = nullptr;
    bool greeted_ = false;
    std::map<TransferNumber, Job> jobs_;
    std::vector<TransferNumber> waiting_;  ///< those of them that have not begun on this connection
    Transfers transfers_;
};

/// What has ended is not begun again, and leaves nothing of an earlier connection.
ClientEvents Client::withOwn(ClientEvents events) {
    events.transfers.ended = [this, told = std::move(events.transfers.ended)](TransferNumber number,
                                                                              Ending why) {
        if (const auto job = jobs_.extract(number); !job.empty())
            if (const auto* take = std::get_if<Take>(&job.mapped()); take != nullptr && take->arrivals)
                take->arrivals->finish();
        if (told)
            told(number, why);
    };
    return events;
}

Result<RequestNumber> Client::list(ListRequest request) {
    const RequestNumber number = ++lastNumber_;
    SESAME_TRY(thread_.post([this, number, wanted = std::move(request)] {
        if (!greeted_)
            return;
        pb::ShareFrame frame;
        auto& list = *frame.mutable_list();
        list.set_request(number);
        list.set_folder(wanted.folder);
        list.set_order(static_cast<std::uint32_t>(wanted.order));
        list.set_descending(wanted.descending);
        list.set_search(wanted.search);
        list.set_tree(wanted.tree);
        link_->write(frame);
    }));
    return number;
}

Status Client::page(RequestNumber listing, std::uint64_t first, std::uint32_t count) {
    return thread_.post([this, listing, first, count] {
        if (!greeted_)
            return;
        pb::ShareFrame frame;
        frame.mutable_page()->set_request(listing);
        frame.mutable_page()->set_first(first);
        frame.mutable_page()->set_count(std::clamp<std::uint32_t>(count, 1, kMaxPageEntries));
        link_->write(frame);
    });
}

Result<TransferNumber> Client::take(std::string path, Destination destination) {
    return add(Take{std::move(path), std::move(destination)});
}

Result<TransferNumber> Client::put(const std::string& path, const PutId& id) {
    SESAME_TRY_ASSIGN(auto source, SharedFolder::open(path, own_));
    return add(Put{std::make_shared<const SharedFolder>(std::move(source)), toString(id)});
}

Result<TransferNumber> Client::add(Job job) {
    const TransferNumber number = ++lastNumber_;
    SESAME_TRY(thread_.post([this, number, shared = std::make_shared<Job>(std::move(job))] {
        jobs_.emplace(number, std::move(*shared));
        waiting_.push_back(number);
    }));
    return number;
}

void Client::cancel(TransferNumber transfer) {
    static_cast<void>(thread_.post([this, transfer] {
        if (link_ != nullptr)
            transfers_.cancel(transfer, *link_);
        if (jobs_.contains(transfer))
            events_.transfers.ended(transfer, Ending::Cancelled);
    }));
}

void Client::connected(PeerLink& link) {
    link_ = &link;
    greeted_ = false;
    waiting_.clear();
    for (const auto& [number, job] : jobs_)
        waiting_.push_back(number);
    pb::ShareFrame frame;
    frame.mutable_hello()->set_version(kShareVersion);
    link.write(frame);
}

Result<bool> Client::received(const Frame& frame, PeerLink&) {
    if (const auto* piece = std::get_if<Piece>(&frame))
        return transfers_.received(*piece);
    SESAME_TRY_ASSIGN(const auto control, readControl(std::get<Control>(frame).bytes, Side::Server));
    if (control.has_hello() == greeted_ ||
        (control.has_hello() && control.hello().version() != kShareVersion))
        return Error{ErrorCode::Malformed, "a greeting out of turn or of another version"};
    if (control.has_hello()) {
        greeted(control.hello());
        return true;
    }
    SESAME_TRY_ASSIGN(const bool taken, transfers_.received(control));
    if (control.has_end() && jobs_.contains(control.end().transfer()))
        events_.transfers.ended(control.end().transfer(), endingOf(control.end().reason()));
    if (!taken)
        answered(control);
    return true;
}

void Client::greeted(const pb::ShareHello& hello) {
    greeted_ = true;
    if (events_.opened)
        events_.opened({hello.name(), hello.is_file(), static_cast<Level>(hello.level())});
}

void Client::answered(const pb::ShareFrame& frame) const {
    if (frame.has_listed() && events_.listed) {
        const auto& listed = frame.listed();
        events_.listed(listed.request(), {listed.entries(), listed.left_out(), listed.cut_short()});
    } else if (frame.has_entries() && events_.entries) {
        std::vector<Entry> entries;
        for (const auto& entry : frame.entries().entries())
            entries.push_back({entry.name(), entry.is_folder(), entry.size(), entry.modified_ms(), 0});
        events_.entries(frame.entries().request(), frame.entries().first(), std::move(entries));
    } else if (frame.has_refusal() && events_.refused) {
        events_.refused(frame.refusal().request(), endingOf(frame.refusal().reason()));
    }
}

Result<bool> Client::pump(PeerLink& link) {
    if (!greeted_)
        return false;
    begin(link);
    return transfers_.pump(link);
}

void Client::begin(PeerLink& link) {
    std::vector<TransferNumber> later;
    for (const TransferNumber number : std::exchange(waiting_, {})) {
        const auto job = jobs_.find(number);
        if (job == jobs_.end())
            continue;
        if (!transfers_.mayBegin(number))
            later.push_back(number);
        else
            std::visit([&](auto& what) { begin(number, what, link); }, job->second);
    }
    waiting_.insert(waiting_.end(), later.begin(), later.end());
}

void Client::begin(TransferNumber number, Take& take, PeerLink& link) {
    auto folder = DestinationFolder::open(take.destination);
    if (!folder)
        return events_.transfers.ended(number, endingOf(folder.error()));
    if (take.arrivals)
        (*folder)->takeOver(*take.arrivals);
    take.arrivals = *std::move(folder);
    take.destination.resumes = true;
    pb::ShareFrame frame;
    frame.mutable_take()->set_transfer(number);
    frame.mutable_take()->set_path(take.path);
    link.write(frame);
    transfers_.receive(number, take.arrivals);
}

void Client::begin(TransferNumber number, const Put& put, PeerLink& link) {
    pb::ShareFrame frame;
    frame.mutable_put()->set_transfer(number);
    frame.mutable_put()->set_id(put.id);
    link.write(frame);
    const std::string prefix = put.source->isFile() ? "" : put.source->name();
    if (const auto begun = transfers_.send(number, put.source, "", prefix); !begun) {
        link.write(endFrame(number, endingOf(begun.error())));
        events_.transfers.ended(number, endingOf(begun.error()));
    }
}

void Client::disconnected(const Error& why) {
    link_ = nullptr;
    greeted_ = false;
    transfers_.drop();
    if (events_.closed)
        events_.closed(why);
}

}  // namespace

std::unique_ptr<ShareClient> ShareClient::create(Boundaries own, const Clock& clock, ClientEvents events) {
    return std::make_unique<Client>(std::move(own), clock, std::move(events));
}

}  // namespace sesame::share
