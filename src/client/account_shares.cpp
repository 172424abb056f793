// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/account_shares.h"

#include "client/qt_text.h"
#include "client/share_bridge.h"

#include "sesame/places/honest_text.h"
#include "sesame/trigger/intent.h"

#include <algorithm>

namespace sesame::client {

AccountShares::AccountShares(const SessionContext& context, Conversation& conversation, Diary& diary,
                             Events& events, ShareBridge& bridge, std::string ownData,
                             const std::string& bootId)
    : context_(context),
      diary_(diary),
      bridge_(bridge),
      ownData_(std::move(ownData)),
      standing_(
          context, conversation, diary, bridge.boundaries(), bootId, *this,
          {[this](const consent::GrantScope& scope, share::SharedFolder folder) {
               return begin(scope, std::move(folder));
           },
           [this](ContactId helper, const std::string& path, SessionEnd why) {
               endHosted(
                   [&](const HostedShare& one) { return one.helper().id == helper && one.path() == path; },
                   why);
           }}) {
    bridge_.serve(this);
    copying_.setMaxThreadCount(1);
    connect(&events, &Events::contactChanged, this, &AccountShares::contactChanged);
}

AccountShares::~AccountShares() {
    copying_.waitForDone();  // it works for us, in the quarantine
    bridge_.serve(nullptr);
}

void AccountShares::shutDown() {
    blockSignals(true);
    bridge_.serve(nullptr);
    endHosted([](const HostedShare&) { return true; }, SessionEnd::Failed);
    while (!hosted_.empty())
        hosted_.begin()->second->settle();
    while (!viewed_.empty()) {
        ViewedShare& share = *viewed_.begin()->second;
        static_cast<void>(share.leave());
        share.settle();
    }
}

Result<share::Quarantine*> AccountShares::quarantine() const {
    if (!quarantine_) {
        SESAME_TRY_ASSIGN(quarantine_,
                          share::Quarantine::open(ownData_ + "/quarantine", {}, context_.environment.clock));
    }
    return quarantine_.get();
}

Status AccountShares::begin(const consent::GrantScope& scope, share::SharedFolder folder) {
    SESAME_TRY_ASSIGN(const auto helper, context_.helperOf(scope));
    share::Quarantine* waiting = nullptr;
    if (std::get<trigger::ShareFolder>(scope.command).level == trigger::ShareLevel::Put) {
        SESAME_TRY_ASSIGN(waiting, quarantine());
    }
    endHosted(
        [&](const HostedShare& one) {
            return one.helper().id == helper.id && one.path() == scope.target.reference;
        },
        SessionEnd::Stopped);
    if (hosted_.size() >= kMostHosted)
        return Error{ErrorCode::Full, "too much is shared already"};
    const auto id = std::make_shared<ShareId>();
    auto share =
        std::make_unique<HostedShare>(context_, helper, scope, *this, [this, id] { hostedOver(*id); });
    HostedShare& begun = *share;
    *id = begun.id();
    hosted_.emplace(*id, std::move(share));
    if (Status served = begun.serve(std::move(folder), waiting); !served) {
        hosted_.erase(*id);
        return served;
    }
    if (scope.standingDays > 0)
        if (Status stands = standing_.grant(helper, scope); !stands) {
            begun.end(SessionEnd::Failed);
            return stands;
        }
    if (!away_ && context_.environment.watchSession)
        away_ = context_.environment.watchSession(
            [this](desktop::Away) { endHosted([](const HostedShare&) { return true; }, SessionEnd::Away); });
    return {};
}

void AccountShares::endHosted(const std::function<bool(const HostedShare&)>& which, SessionEnd why) {
    std::vector<HostedShare*> ending;
    for (const auto& [id, share] : hosted_)
        if (which(*share))
            ending.push_back(share.get());
    for (HostedShare* share : ending)
        share->end(why);
}

void AccountShares::hostedOver(const ShareId& id) {
    auto gone = hosted_.extract(id);
    // We are inside one of its calls.
    if (!gone.empty())
        gone.mapped().release()->deleteLater();
    Q_EMIT hostedChanged(id);
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (hosted_.empty())
                away_.reset();
        },
        Qt::QueuedConnection);
}

void AccountShares::viewedOver(const ShareId& id) {
    auto gone = viewed_.extract(id);
    if (!gone.empty())
        gone.mapped().release()->deleteLater();
}

void AccountShares::typed(ContactId to, const std::string& text) {
    const auto isTheirs = [to](const HostedShare& one) { return one.helper().id == to; };
    const bool shared =
        std::any_of(hosted_.begin(), hosted_.end(), [&](const auto& one) { return isTheirs(*one.second); });
    if (shared && trigger::asksToStop(text))
        stopByHand(isTheirs);
}

void AccountShares::stopByHand(const std::function<bool(const HostedShare&)>& which) {
    for (const auto& [id, share] : hosted_)
        if (which(*share))
            standing_.hold(share->helper().id);
    endHosted(which, SessionEnd::Stopped);
}

// Blocked, no contact any more, or with a key that nobody has confirmed (S08).
void AccountShares::contactChanged(ContactId id) {
    standing_.contactChanged(id);
    const auto contact = context_.contacts.get(id);
    if (contact && ContactBook::mayAsk(*contact))
        return;
    const SessionEnd why = contact && contact->newIdentity ? SessionEnd::Tampered : SessionEnd::Stopped;
    endHosted([id](const HostedShare& one) { return one.helper().id == id; }, why);
    std::vector<ViewedShare*> ending;
    for (const auto& [share, one] : viewed_)
        if (one->receiver().id == id)
            ending.push_back(one.get());
    for (ViewedShare* one : ending)
        one->end(why == SessionEnd::Stopped ? SessionEnd::Left : why);
}

// Only what this user has asked for opens here (S47).
Status AccountShares::checkOffer(const store::ContactRecord& from, const ShareOfferContent& offer) {
    if (taken_.contains(offer.invitation))
        return Error{ErrorCode::Refused, "an offer that was taken up before"};
    if (standing_.hasAsked(from, offer))
        return {};
    SESAME_TRY_ASSIGN(const auto rule, context_.askedRule(from, offer.invitation, offer.rule));
    const auto* asked = std::get_if<trigger::ShareFolder>(&rule.command);
    if (!asked || offer.level > asked->level || offer.minutes > asked->minutes)
        return Error{ErrorCode::Refused, "an offer of more than we asked"};
    return {};
}

Status AccountShares::received(const store::ContactRecord& from, const Content& content,
                               const ShareOfferContent& offer) {
    SESAME_TRY(checkOffer(from, offer));
    if (!context_.isFresh(content))
        return context_.journal.cameTooLate(from.id);
    SessionJournal::Entry entry;
    entry.session = offer.session;
    entry.peer = from.id;
    entry.side = SessionJournal::Side::Helper;
    entry.startedMs = context_.environment.clock.wallMs();
    entry.share = SharedFiles{offer.name, offer.level};
    SESAME_TRY(context_.journal.begin(entry));
    context_.ledger.afterCommit([this, from, offer, entry] { open(from, offer, entry); });
    return {};
}

void AccountShares::open(const store::ContactRecord& from, const ShareOfferContent& offer,
                         const SessionJournal::Entry& entry) {
    if (viewed_.contains(offer.session) || !taken_.insert(offer.invitation).second) {
        static_cast<void>(context_.journal.end(entry, SessionEnd::Cut));
        return;
    }
    auto share = std::make_unique<ViewedShare>(context_, from, offer, entry, bridge_.boundaries(), *this,
                                               [this, id = offer.session] { viewedOver(id); });
    ViewedShare& opened = *share;
    viewed_.emplace(offer.session, std::move(share));
    opened.open(crypto::Key(offer.secret.bytes));
}

// The share may begin with the commit of the very transaction in which this came, so it is looked for then.
void AccountShares::received(const store::ContactRecord& from, const SessionEndedContent& ended) {
    context_.ledger.afterCommit([this, contact = from.id, ended] {
        const auto found = viewed_.find(ended.session);
        if (found != viewed_.end() && found->second->receiver().id == contact)
            found->second->end(ended.reason);
    });
}

bool AccountShares::received(const store::ContactRecord& from, const SessionLeaveContent& leave) {
    const auto found = hosted_.find(leave.session);
    if (found == hosted_.end() || found->second->helper().id != from.id)
        return false;
    context_.ledger.afterCommit([this, id = leave.session] {
        endHosted([id](const HostedShare& one) { return one.id() == id; }, SessionEnd::Left);
    });
    return true;
}

bool AccountShares::receivedStanding(const store::ContactRecord& from, const Content& content, Status& done) {
    if (const auto* share = std::get_if<StandingShareContent>(&content.body))
        done = standing_.received(from, *share);
    else if (const auto* request = std::get_if<StandingOpenContent>(&content.body))
        done = standing_.received(from, content, *request);
    else if (const auto* refusal = std::get_if<StandingRefusalContent>(&content.body))
        done = standing_.received(from, *refusal);
    else
        return false;
    return true;
}

QList<HostedShareView> AccountShares::hosted() const {
    QList<HostedShareView> out;
    for (const auto& [id, share] : hosted_)
        if (!share->hasEnded())
            out.append(share->view());
    return out;
}

std::optional<HostedShareView> AccountShares::hosted(const ShareId& id) const {
    const auto found = hosted_.find(id);
    return found == hosted_.end() || found->second->hasEnded() ? std::nullopt
                                                               : std::optional(found->second->view());
}

void AccountShares::stop(const ShareId& id) {
    stopByHand([&](const HostedShare& one) { return one.id() == id; });
}

void AccountShares::stopTransfer(const ShareId& id, share::TransferNumber transfer) {
    if (const auto found = hosted_.find(id); found != hosted_.end())
        found->second->stopTransfer(transfer);
}

std::vector<share::QuarantinedFile> AccountShares::quarantined() const {
    const auto waiting = quarantine();
    return waiting ? (*waiting)->files() : std::vector<share::QuarantinedFile>();
}

void AccountShares::noteLeft(const std::string& event, const share::QuarantinedFile& file) {
    static_cast<void>(diary_.record(event, file.from, places::shownText(file.path)));
}

void AccountShares::accept(const std::string& quarantined, const QString& folder) {
    const auto waiting = quarantine();
    const auto file = waiting ? (*waiting)->file(quarantined) : waiting.error();
    const auto answer = [this, quarantined, file](const Result<QString>& path) {
        QMetaObject::invokeMethod(
            this,
            [this, quarantined, file, path] {
                if (path && file)
                    noteLeft("share-kept", *file);
                Q_EMIT accepted(quarantined, path);
                Q_EMIT quarantineChanged();
            },
            Qt::QueuedConnection);
    };
    if (!waiting)
        return answer(waiting.error());
    copying_.start([answer, quarantined, place = *waiting, folder = toStd(folder)] {
        const auto path = place->release(quarantined, folder);
        answer(path ? Result<QString>(toQt(*path)) : path.error());
    });
}

void AccountShares::discard(const std::string& quarantined) {
    if (const auto waiting = quarantine()) {
        if (const auto file = (*waiting)->file(quarantined))
            noteLeft("share-discarded", *file);
        (*waiting)->discard(quarantined);
    }
    Q_EMIT quarantineChanged();
}

QList<ViewedShareView> AccountShares::viewed() const {
    QList<ViewedShareView> out;
    for (const auto& [id, share] : viewed_)
        out.append(share->view());
    return out;
}

std::optional<ViewedShareView> AccountShares::viewed(const ShareId& id) const {
    const auto found = viewed_.find(id);
    return found == viewed_.end() ? std::nullopt : std::optional(found->second->view());
}

Result<share::ShareClient*> AccountShares::client(const ShareId& id) const {
    const auto found = viewed_.find(id);
    if (found == viewed_.end())
        return Error{ErrorCode::NotFound, "no such share"};
    return &found->second->client();
}

Result<share::RequestNumber> AccountShares::list(const ShareId& id, const share::ListRequest& request) {
    SESAME_TRY_ASSIGN(share::ShareClient* const client, this->client(id));
    if (!viewed(id)->connected)
        return Error{ErrorCode::Unavailable, "not connected"};
    return client->list(request);
}

Status AccountShares::page(const ShareId& id, share::RequestNumber listing, quint64 first, quint32 count) {
    SESAME_TRY_ASSIGN(share::ShareClient* const client, this->client(id));
    return client->page(listing, first, count);
}

Result<share::TransferNumber> AccountShares::take(const ShareId& id, const std::string& path,
                                                  const share::Destination& destination) {
    SESAME_TRY_ASSIGN(share::ShareClient* const client, this->client(id));
    return client->take(path, destination);
}

Result<share::TransferNumber> AccountShares::put(const ShareId& id, const std::string& path,
                                                 const share::ShareClient::PutId& put) {
    SESAME_TRY_ASSIGN(share::ShareClient* const client, this->client(id));
    return client->put(path, put);
}

Status AccountShares::cancel(const ShareId& id, share::TransferNumber transfer) {
    SESAME_TRY_ASSIGN(share::ShareClient* const client, this->client(id));
    client->cancel(transfer);
    return {};
}

Status AccountShares::leave(const ShareId& id) {
    const auto found = viewed_.find(id);
    if (found == viewed_.end())
        return Error{ErrorCode::NotFound, "no such share"};
    return found->second->leave();
}

}  // namespace sesame::client
