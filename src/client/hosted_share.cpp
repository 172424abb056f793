// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/hosted_share.h"

#include "client/qt_text.h"
#include "client/session_time.h"
#include "client/transfer_news.h"

#include "sesame/places/honest_text.h"

#include <algorithm>

namespace sesame::client {
namespace {

constexpr int kTickMs = 250;
// The server ends by itself soon after we should have, whatever holds us up.
constexpr std::int64_t kBackstopMs = 2'000;

static_assert(static_cast<int>(share::Level::Look) == static_cast<int>(trigger::ShareLevel::Look));
static_assert(static_cast<int>(share::Level::Put) == static_cast<int>(trigger::ShareLevel::Put));

}  // namespace

HostedShare::HostedShare(const SessionContext& context, store::ContactRecord helper,
                         const consent::GrantScope& scope, Shares& speaker, std::function<void()> over)
    : context_(context),
      helper_(std::move(helper)),
      scope_(scope),
      speaker_(speaker),
      over_(std::move(over)),
      endsBootMs_(context.environment.clock.bootMs() + command().minutes * SessionTime::kMinuteMs),
      feed_(std::make_shared<Feed<HostedShare>>(*this)),
      news_(std::make_shared<FileNews>()) {
    entry_.session = StreamId{context.environment.random.bytes<StreamId::kSize>()};
    entry_.peer = helper_.id;
    entry_.startedMs = context.environment.clock.wallMs();
    entry_.share = SharedFiles{places::shownName(path()), command().level};
    connect(&tick_, &QTimer::timeout, this, &HostedShare::tick);
}

HostedShare::~HostedShare() {
    feed_->cut();
}

share::ServerEvents HostedShare::events() {
    share::ServerEvents out;
    const auto moved = [feed = feed_, news = news_](FileNews::File file) {
        if (news->add(std::move(file)))
            feed->post([](HostedShare& self) { self.filesMoved(); });
    };
    out.transfers.leaving = [moved](share::TransferNumber number, const std::string& path,
                                    std::uint64_t size) {
        moved({FileNews::File::Way::Leaves, path, size, number});
    };
    out.transfers.kept = [moved](share::TransferNumber number, const std::string& path, const std::string&) {
        moved({FileNews::File::Way::Arrived, path, 0, number});
    };
    tellTransfers(out.transfers, feed_, speaker_, id());
    out.guest = [feed = feed_](bool connected) {
        feed->post([connected](HostedShare& self) { self.setConnected(connected); });
    };
    return out;
}

Status HostedShare::serve(share::SharedFolder folder, share::Quarantine* quarantine) {
    const share::Allowance allowance{static_cast<share::Level>(command().level), endsBootMs_ + kBackstopMs,
                                     toStd(ContactBook::nameOf(helper_))};
    SESAME_TRY_ASSIGN(auto server, share::ShareServer::start(std::move(folder), allowance, quarantine,
                                                             context_.environment.clock, events()));
    crypto::Key secret(context_.environment.random.bytes<32>());
    Status begun = context_.ledger.transact([&]() -> Status {
        SESAME_TRY(context_.journal.begin(entry_));
        return context_.tell(
            helper_, ShareOfferContent{entry_.session, StreamSecret(secret), scope_.invitation, scope_.rule,
                                       command().level, command().minutes, entry_.share->name});
    });
    if (!begun)
        return begun;
    server_ = std::move(server);
    tick_.start(kTickMs);
    openLink(std::move(secret));
    Q_EMIT speaker_.hostedChanged(id());
    return {};
}

void HostedShare::openLink(crypto::Key secret) {
    link_ = std::make_unique<SessionLink>(
        context_.ends(helper_, entry_.session, std::move(secret), stream::Terms::Role::Offers), kFilePatience,
        context_.environment.random, context_.environment.clock,
        [this](std::unique_ptr<stream::Stream> stream) { attach(std::move(stream)); },
        [this](stream::Ending why) { streamOver(why); });
    link_->open();
}

void HostedShare::attach(std::unique_ptr<stream::Stream> stream) {
    stream_ = std::move(stream);
    static_cast<void>(server_->attach(stream_->takeDescriptor()));
}

void HostedShare::streamOver(stream::Ending why) {
    if (why == stream::Ending::Finished)
        return end(SessionEnd::Left);
    end(why == stream::Ending::Tampered ? SessionEnd::Tampered : SessionEnd::Cut);
}

void HostedShare::setConnected(bool connected) {
    if (ended_)
        return;
    link_->setConnected(connected);
    connected_ = connected;
    if (connected)
        context_.journal.seen(entry_);
    Q_EMIT speaker_.hostedChanged(id());
}

void HostedShare::filesMoved() {
    const auto files = news_->take();
    if (files.empty())
        return;
    std::vector<MovedFile> moved;
    static_cast<void>(context_.ledger.transact([&]() -> Status {
        for (const FileNews::File& file : files) {
            const bool leaves = file.way == FileNews::File::Way::Leaves;
            latest_ = places::shownText(file.path);
            if (!leaves)
                ++entry_.share->put;
            else if (!left_.insert(std::hash<std::string>{}(file.path)).second)
                continue;  // once more after a cut
            if (leaves) {
                ++entry_.share->taken;
                entry_.share->takenBytes += file.size;
            }
            context_.journal.note(entry_, leaves ? "share-taken" : "share-left", latest_);
            moved.push_back({file.transfer, leaves, toQt(latest_), file.size});
        }
        context_.journal.update(entry_);
        return {};
    }));
    Q_EMIT speaker_.filesMoved(id(), moved);
    if (std::any_of(moved.begin(), moved.end(), [](const MovedFile& file) { return !file.taken; }))
        Q_EMIT speaker_.quarantineChanged();
    Q_EMIT speaker_.hostedChanged(id());
}

void HostedShare::stopTransfer(share::TransferNumber transfer) {
    if (!ended_)
        server_->cancel(transfer);
}

void HostedShare::tick() {
    if (context_.environment.clock.bootMs() >= endsBootMs_)
        end(SessionEnd::TimeOver);
}

void HostedShare::end(SessionEnd why) {
    if (ended_)
        return;
    ended_ = why;
    tick_.stop();
    if (link_)
        link_->cut();
    if (stream_)
        stream_->close();
    if (!server_)
        return over_();
    Q_EMIT speaker_.hostedChanged(id());
    windUp_.begin([server = server_.get()] { server->stop(); }, [this] { finish(); });
}

void HostedShare::finish() {
    feed_->cut();
    filesMoved();
    server_.reset();  // it uses the quarantine, which may go before we do
    static_cast<void>(context_.ledger.transact([&]() -> Status {
        SESAME_TRY(context_.journal.end(entry_, *ended_));
        return context_.tell(helper_, SessionEndedContent{entry_.session, *ended_});
    }));
    over_();
}

HostedShareView HostedShare::view() const {
    HostedShareView out;
    out.id = id();
    out.helper = helper_.id;
    out.helperName = ContactBook::nameOf(helper_);
    out.path = toQt(scope_.target.display);
    out.level = command().level;
    out.started = QDateTime::fromMSecsSinceEpoch(entry_.startedMs);
    const Clock& clock = context_.environment.clock;
    out.ends = QDateTime::fromMSecsSinceEpoch(clock.wallMs() + endsBootMs_ - clock.bootMs());
    out.connected = connected_;
    out.taken = entry_.share->taken;
    out.takenBytes = entry_.share->takenBytes;
    out.put = entry_.share->put;
    out.latest = toQt(latest_);
    return out;
}

}  // namespace sesame::client
