// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/viewed_share.h"

#include "client/qt_text.h"
#include "client/session_time.h"
#include "client/transfer_news.h"

#include <map>

namespace sesame::client {

ViewedShare::ViewedShare(const SessionContext& context, store::ContactRecord receiver,
                         const ShareOfferContent& offer, SessionJournal::Entry entry, share::Boundaries own,
                         Shares& speaker, std::function<void()> over)
    : context_(context),
      receiver_(std::move(receiver)),
      entry_(std::move(entry)),
      speaker_(speaker),
      over_(std::move(over)),
      feed_(std::make_shared<Feed<ViewedShare>>(*this)),
      news_(std::make_shared<FileNews>()),
      client_(share::ShareClient::create(std::move(own), context.environment.clock, events())),
      endsWallMs_(context.environment.clock.wallMs() + offer.minutes * SessionTime::kMinuteMs) {
}

ViewedShare::~ViewedShare() {
    feed_->cut();
    client_->stop();
}

share::ClientEvents ViewedShare::events() {
    share::ClientEvents out;
    const auto post = [feed = feed_](std::function<void(ViewedShare&)> call) { feed->post(std::move(call)); };
    out.opened = [post](const share::Offered& what) {
        post([what](ViewedShare& self) { self.opened(what); });
    };
    out.closed = [post](const Error& why) {
        post([malformed = why.code == ErrorCode::Malformed](ViewedShare& self) {
            self.setConnected(false);
            if (malformed)
                self.end(SessionEnd::Tampered);
        });
    };
    out.listed = [post](share::RequestNumber listing, const share::Listed& what) {
        post([=](ViewedShare& self) { Q_EMIT self.speaker_.listed(self.id(), listing, what); });
    };
    out.entries = [post](share::RequestNumber listing, std::uint64_t first,
                         std::vector<share::Entry> entries) {
        post([listing, first, entries = std::move(entries)](ViewedShare& self) {
            Q_EMIT self.speaker_.entriesCame(self.id(), listing, first, entries);
        });
    };
    out.refused = [post](share::RequestNumber request, share::Ending why) {
        post([=](ViewedShare& self) { Q_EMIT self.speaker_.refused(self.id(), request, why); });
    };
    out.transfers.kept = [post, news = news_](share::TransferNumber number, const std::string&,
                                              const std::string& savedAs) {
        if (news->add({FileNews::File::Way::Arrived, savedAs, 0, number}))
            post([](ViewedShare& self) { self.filesArrived(); });
    };
    tellTransfers(out.transfers, feed_, speaker_, id());
    return out;
}

void ViewedShare::open(crypto::Key secret) {
    link_ = std::make_unique<SessionLink>(
        context_.ends(receiver_, entry_.session, std::move(secret), stream::Terms::Role::Answers),
        kFilePatience, context_.environment.random, context_.environment.clock,
        [this](std::unique_ptr<stream::Stream> stream) { attach(std::move(stream)); },
        [this](stream::Ending why) { streamOver(why); });
    Q_EMIT speaker_.viewedChanged(id());
    link_->open();
}

void ViewedShare::attach(std::unique_ptr<stream::Stream> stream) {
    stream_ = std::move(stream);
    static_cast<void>(client_->attach(stream_->takeDescriptor()));
}

// A server says that this was all when its time is over.
void ViewedShare::streamOver(stream::Ending why) {
    if (why == stream::Ending::Finished)
        return end(SessionEnd::TimeOver);
    end(why == stream::Ending::Tampered ? SessionEnd::Tampered : SessionEnd::Cut);
}

void ViewedShare::opened(const share::Offered& what) {
    isFile_ = what.isFile;
    setConnected(true);
}

void ViewedShare::setConnected(bool connected) {
    if (ended_)
        return;
    link_->setConnected(connected);
    connected_ = connected;
    if (connected)
        context_.journal.seen(entry_);
    Q_EMIT speaker_.viewedChanged(id());
}

void ViewedShare::filesArrived() {
    const auto files = news_->take();
    entry_.share->taken += files.size();
    context_.journal.update(entry_);
    std::map<share::TransferNumber, const std::string*> latest;
    for (const FileNews::File& file : files)
        latest[file.transfer] = &file.path;
    for (const auto& [transfer, path] : latest)
        Q_EMIT speaker_.filesKept(id(), transfer, toQt(*path));
    Q_EMIT speaker_.viewedChanged(id());
}

void ViewedShare::end(SessionEnd why) {
    if (ended_)
        return;
    ended_ = why;
    connected_ = false;
    if (link_)
        link_->cut();
    if (stream_)
        stream_->close();
    Q_EMIT speaker_.viewedChanged(id());
    windUp_.begin([client = client_.get()] { client->stop(); }, [this] { finish(); });
}

void ViewedShare::finish() {
    feed_->cut();
    entry_.share->taken += news_->take().size();
    static_cast<void>(context_.journal.end(entry_, *ended_));
    Q_EMIT speaker_.viewedChanged(id());
    over_();
}

Status ViewedShare::leave() {
    if (ended_)
        return {};
    Status told = context_.tell(receiver_, SessionLeaveContent{entry_.session});
    end(SessionEnd::Left);
    return told;
}

ViewedShareView ViewedShare::view() const {
    ViewedShareView out;
    out.id = id();
    out.receiver = receiver_.id;
    out.receiverName = ContactBook::nameOf(receiver_);
    out.name = toQt(entry_.share->name);
    out.level = entry_.share->level;
    out.ends = QDateTime::fromMSecsSinceEpoch(endsWallMs_);
    out.connected = connected_;
    out.isFile = isFile_;
    out.taken = entry_.share->taken;
    out.ended = ended_;
    return out;
}

}  // namespace sesame::client
