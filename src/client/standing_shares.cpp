// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/standing_shares.h"

#include "client/qt_text.h"
#include "client/session_time.h"

#include "sesame/places/honest_text.h"

#include <algorithm>

namespace sesame::client {
namespace {

using Side = SessionJournal::Side;

constexpr std::int64_t kDayMs = 24LL * 3600 * 1000;
constexpr std::int64_t kAskedMs = 120'000;
constexpr std::int64_t kHeldMs = 30LL * 60 * 1000;

const char* reasonName(StandingRefusal why) {
    switch (why) {
        case StandingRefusal::Over:
            return "over";
        case StandingRefusal::Changed:
            return "changed";
        case StandingRefusal::Away:
            return "away";
        case StandingRefusal::NotNow:
            return "not-now";
    }
    return "unknown";
}

Notice noticeOf(StandingRefusal why) {
    switch (why) {
        case StandingRefusal::Over:
            return Notice::StandingOver;
        case StandingRefusal::Changed:
            return Notice::StandingGone;
        case StandingRefusal::Away:
            return Notice::StandingAway;
        case StandingRefusal::NotNow:
            break;
    }
    return Notice::StandingNotNow;
}

}  // namespace

StandingShares::StandingShares(const SessionContext& context, Conversation& conversation, Diary& diary,
                               share::Boundaries boundaries, std::string bootId, Shares& speaker, Host host)
    : context_(context),
      conversation_(conversation),
      diary_(diary),
      boundaries_(std::move(boundaries)),
      speaker_(speaker),
      host_(std::move(host)),
      book_(context.ledger, context.environment.clock, std::move(bootId)) {
    looking_.setMaxThreadCount(1);
}

StandingShares::~StandingShares() {
    looking_.waitForDone();  // it answers to us
}

// The receiver.

Status StandingShares::grant(const store::ContactRecord& helper, const consent::GrantScope& scope) {
    const auto& command = std::get<trigger::ShareFolder>(scope.command);
    StandingRecord record;
    record.id = StreamId{context_.environment.random.bytes<StreamId::kSize>()};
    record.peer = helper.id;
    record.identity = helper.identity;
    record.name = places::shownName(scope.target.reference);
    record.level = command.level;
    if (scope.standingDays != consent::kStandingUntilEnded)
        record.untilMs = context_.environment.clock.wallMs() + scope.standingDays * kDayMs;
    record.target = scope.target;
    record.minutes = command.minutes;
    heldMs_.erase(helper.id);  // a Yes is newer than a Stop
    return context_.ledger.transact([&]() -> Status {
        // The newest word about the same object counts.
        for (const auto& old : book_.all())
            if (old.side == Side::Receiver && old.peer == helper.id && old.target == record.target)
                SESAME_TRY(endRecord(old, {"replaced", true}));
        SESAME_TRY(book_.add(record));
        SESAME_TRY(diary_.record("standing-given", helper, record.name));
        SESAME_TRY(conversation_.notice(helper.id, Notice::StandingGiven, record.name));
        SESAME_TRY(context_.tell(helper, StandingShareContent{record.id, scope.invitation, scope.rule,
                                                              record.level, record.untilMs, record.name}));
        context_.ledger.afterCommit([this] { Q_EMIT speaker_.standingChanged(); });
        return {};
    });
}

Status StandingShares::endRecord(const StandingRecord& record, const Ending& ending) {
    SESAME_TRY(book_.remove(record.id, record.side));
    context_.ledger.afterCommit([this] { Q_EMIT speaker_.standingChanged(); });
    SESAME_TRY_ASSIGN(const auto peer, context_.contacts.get(record.peer));
    const bool ours = record.side == Side::Receiver;
    SESAME_TRY(diary_.record(ours ? "standing-end" : "standing-lost", peer,
                             record.name + ", " + std::string(ending.why)));
    SESAME_TRY(conversation_.notice(
        record.peer, ending.said.value_or(ours ? Notice::StandingEnded : Notice::StandingTaken),
        record.name));
    return ending.tell && ContactBook::mayAsk(peer) ? context_.tell(peer, StandingShareContent{record.id})
                                                    : Status();
}

Status StandingShares::end(const ShareId& id) {
    if (const auto record = book_.find(id, Side::Receiver)) {
        SESAME_TRY(context_.ledger.transact([&] { return endRecord(*record, {"ended", true}); }));
        host_.end(record->peer, record->target.reference, SessionEnd::Stopped);
        return {};
    }
    const auto record = book_.find(id, Side::Helper);
    if (!record)
        return Error{ErrorCode::NotFound, "no such standing share"};
    return context_.ledger.transact([&] {
        return endRecord(*record, {"given up", true, Notice::StandingGivenUp});
    });
}

// Whoever asks proves who they are by the ratchet; what they may have is only what this computer has kept
// (I5).
std::optional<StandingRecord> StandingShares::allowed(const store::ContactRecord& from,
                                                      const ShareId& id) const {
    auto record = book_.find(id, Side::Receiver);
    const bool theirs = record && record->peer == from.id && record->identity == from.identity;
    return theirs && ContactBook::mayAsk(from) && !book_.isOver(*record) ? record : std::nullopt;
}

Status StandingShares::received(const store::ContactRecord& from, const Content& content,
                                const StandingOpenContent& request) {
    if (!context_.isFresh(content))
        return Error{ErrorCode::Expired, "asked too long ago"};
    const auto record = allowed(from, request.share);
    if (!record)
        return refuse(from, {}, content.id, StandingRefusal::Over);
    if (!context_.environment.showsShares)
        return refuse(from, record->name, content.id, StandingRefusal::NotNow);
    context_.ledger.afterCommit([this, record = *record, id = content.id] { look(record, id); });
    return {};
}

void StandingShares::look(const StandingRecord& record, const MessageId& request) {
    looking_.start([this, record, request, boundaries = boundaries_, isAway = context_.environment.isAway] {
        const bool away = isAway && isAway();
        auto folder = std::make_shared<Result<share::SharedFolder>>(
            share::SharedFolder::open(record.target.reference, boundaries));
        QMetaObject::invokeMethod(
            this, [=, this] { found(record.id, request, away, std::move(*folder)); }, Qt::QueuedConnection);
    });
}

// It may have ended meanwhile (S36).
void StandingShares::found(const ShareId& id, const MessageId& request, bool away,
                           Result<share::SharedFolder> folder) {
    const auto kept = book_.find(id, Side::Receiver);
    const auto helper = kept ? context_.contacts.get(kept->peer) : Error{ErrorCode::NotFound, "ended"};
    if (!helper)
        return;
    const auto record = allowed(*helper, id);
    if (!record) {
        static_cast<void>(refuse(*helper, kept->name, request, StandingRefusal::Over));
        return;
    }
    if (away) {
        static_cast<void>(refuse(*helper, record->name, request, StandingRefusal::Away));  // I4
        return;
    }
    if (isHeld(record->peer)) {
        static_cast<void>(refuse(*helper, record->name, request, StandingRefusal::NotNow));
        return;
    }
    // The same object at the same place, and still no denied one (I2).
    if (!folder || folder->path() != record->target.reference ||
        folder->fingerprint() != record->target.fingerprint) {
        static_cast<void>(refuse(*helper, record->name, request, StandingRefusal::Changed));
        return;
    }
    if (!admit(*helper, *record, request, std::move(*folder)))
        static_cast<void>(refuse(*helper, record->name, request, StandingRefusal::NotNow));
}

void StandingShares::hold(ContactId helper) {
    heldMs_[helper] = context_.environment.clock.bootMs();
}

bool StandingShares::isHeld(ContactId helper) const {
    const auto found = heldMs_.find(helper);
    return found != heldMs_.end() && context_.environment.clock.bootMs() - found->second < kHeldMs;
}

Status StandingShares::admit(const store::ContactRecord& helper, StandingRecord record,
                             const MessageId& request, share::SharedFolder folder) {
    const std::int64_t now = context_.environment.clock.wallMs();
    std::int64_t minutes = record.minutes;
    if (record.untilMs != 0)
        minutes = std::min(minutes, (record.untilMs - now) / SessionTime::kMinuteMs);
    if (minutes < trigger::kLeastMinutes)
        return Error{ErrorCode::Expired, "its time is nearly over"};
    record.seenMs = std::max(record.seenMs, now);
    Status noted = context_.ledger.transact([&]() -> Status {
        SESAME_TRY(book_.update(record));
        return diary_.record("standing-open", helper, record.name);
    });
    if (!noted)
        return noted;
    consent::GrantScope scope;
    scope.helper = helper.identity;
    scope.invitation = request;
    scope.command =
        trigger::ShareFolder{record.target.reference, {}, record.level, static_cast<std::uint32_t>(minutes)};
    scope.target = record.target;
    return host_.begin(scope, std::move(folder));
}

Status StandingShares::refuse(const store::ContactRecord& helper, const std::string& name,
                              const MessageId& request, StandingRefusal why) {
    return context_.ledger.transact([&]() -> Status {
        SESAME_TRY(
            diary_.record("standing-refused", helper, (name.empty() ? "" : name + ", ") + reasonName(why)));
        if (why == StandingRefusal::Changed)
            SESAME_TRY(conversation_.notice(helper.id, Notice::StandingChanged, name));
        return ContactBook::mayAsk(helper) ? context_.tell(helper, StandingRefusalContent{request, why})
                                           : Status();
    });
}

// The helper.

Status StandingShares::received(const store::ContactRecord& from, const StandingShareContent& share) {
    if (!share.level)
        return over(from, share.share);
    const auto known = book_.find(share.share, Side::Helper);
    // Only what this user has asked for (S47).
    SESAME_TRY_ASSIGN(const auto rule, context_.askedRule(from, share.invitation, share.rule));
    const auto* asked = std::get_if<trigger::ShareFolder>(&rule.command);
    if (known || !asked || *share.level > asked->level)
        return Error{ErrorCode::Refused, "a standing share of more than we asked"};
    StandingRecord record;
    record.id = share.share;
    record.peer = from.id;
    record.identity = from.identity;
    record.side = Side::Helper;
    record.name = share.name;
    record.level = *share.level;
    record.untilMs = share.untilMs;
    SESAME_TRY(book_.add(record));
    SESAME_TRY(diary_.record("standing-got", from, record.name));
    context_.ledger.afterCommit([this] { Q_EMIT speaker_.standingChanged(); });
    return conversation_.notice(from.id, Notice::StandingGot, record.name);
}

Status StandingShares::open(const ShareId& id) {
    const auto record = book_.find(id, Side::Helper);
    if (!record || book_.isOver(*record))
        return Error{ErrorCode::NotFound, "no such standing share"};
    SESAME_TRY_ASSIGN(const auto receiver, context_.contacts.get(record->peer));
    if (!ContactBook::mayAsk(receiver) || receiver.identity != record->identity)
        return Error{ErrorCode::Refused, "not a contact who may share"};
    if (!context_.contacts.view(receiver).online)
        return Error{ErrorCode::Unavailable, "not online"};
    const Content request{context_.environment.random.messageId(), context_.environment.clock.wallMs(),
                          StandingOpenContent{id}};
    Status sent = context_.ledger.transact([&]() -> Status {
        SESAME_TRY(diary_.record("standing-ask", receiver, record->name));
        return context_.outbox.post(receiver, request);
    });
    if (!sent)
        return sent;
    asked_[request.id] = {*record, context_.environment.clock.bootMs()};
    return {};
}

bool StandingShares::hasAsked(const store::ContactRecord& from, const ShareOfferContent& offer) const {
    const auto found = asked_.find(offer.invitation);
    return found != asked_.end() && offer.rule == RuleHash{} && found->second.share.peer == from.id &&
           found->second.share.identity == from.identity && offer.level <= found->second.share.level &&
           context_.environment.clock.bootMs() - found->second.bootMs <= kAskedMs;
}

Status StandingShares::received(const store::ContactRecord& from, const StandingRefusalContent& refusal) {
    const auto found = asked_.find(refusal.request);
    if (found == asked_.end() || found->second.share.peer != from.id)
        return Error{ErrorCode::Refused, "a refusal of what we did not ask"};
    const StandingRecord record = found->second.share;
    asked_.erase(found);
    SESAME_TRY(diary_.record("standing-not", from, record.name + ", " + reasonName(refusal.reason)));
    SESAME_TRY(conversation_.notice(from.id, noticeOf(refusal.reason), record.name));
    if (refusal.reason != StandingRefusal::Over)
        return {};
    SESAME_TRY(book_.remove(record.id, Side::Helper));
    context_.ledger.afterCommit([this] { Q_EMIT speaker_.standingChanged(); });
    return {};
}

// Both.

// Either side may end it; it takes nothing but what was theirs to have or to give.
Status StandingShares::over(const store::ContactRecord& from, const ShareId& id) {
    for (const Side side : {Side::Helper, Side::Receiver}) {
        const auto record = book_.find(id, side);
        if (!record)
            continue;
        if (record->peer != from.id)
            return Error{ErrorCode::Refused, "somebody else's standing share"};
        if (side == Side::Helper)
            return endRecord(*record, {"ended", false});
        context_.ledger.afterCommit([this, peer = record->peer, path = record->target.reference] {
            host_.end(peer, path, SessionEnd::Left);
        });
        return endRecord(*record, {"given up", false, Notice::StandingReturned});
    }
    return {};
}

QList<StandingShareView> StandingShares::views() const {
    QList<StandingShareView> out;
    for (const auto& record : book_.all()) {
        const auto peer = context_.contacts.get(record.peer);
        if (!peer || peer->identity != record.identity || book_.isOver(record))
            continue;
        StandingShareView view;
        view.id = record.id;
        view.contact = record.peer;
        view.contactName = ContactBook::nameOf(*peer);
        view.hosted = record.side == Side::Receiver;
        view.name = toQt(record.name);
        view.path = toQt(record.target.display);
        view.level = record.level;
        view.granted = QDateTime::fromMSecsSinceEpoch(record.grantedMs);
        if (record.untilMs != 0)
            view.until = QDateTime::fromMSecsSinceEpoch(record.untilMs);
        out.append(view);
    }
    return out;
}

void StandingShares::contactChanged(ContactId id) {
    const auto contact = context_.contacts.get(id);
    static_cast<void>(context_.ledger.transact([&]() -> Status {
        for (const auto& record : book_.all()) {
            if (record.peer != id)
                continue;
            const bool known = contact && contact->state == ContactState::Accepted;
            if (!known || contact->identity != record.identity)
                SESAME_TRY(endRecord(record, {known ? "other key" : "no contact", false}));
        }
        return {};
    }));
}

void StandingShares::expire() {
    static_cast<void>(context_.ledger.transact([&]() -> Status {
        for (const auto& record : book_.all())
            if (book_.isOver(record))
                SESAME_TRY(endRecord(record, {"time over", false}));
        return {};
    }));
}

}  // namespace sesame::client
