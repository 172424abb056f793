// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/offer_book.h"

#include "client/invitation_time.h"
#include "client/message_row.h"
#include "client/qt_text.h"

#include "sesame/client/plain_text.h"
#include "sesame/crypto/hash.h"

#include <algorithm>
#include <set>

namespace sesame::client {
namespace {

using store::OfferRecord;
using store::OfferState;

const char* offerEvent(OfferState state) {
    static constexpr const char* kEvents[] = {"",
                                              "offer-open",
                                              "offer-accepted",
                                              "offer-declined",
                                              "offer-withdrawn",
                                              "offer-expired",
                                              "offer-replaced"};
    return kEvents[static_cast<std::size_t>(state)];
}

}  // namespace

OfferBook::OfferBook(Ledger& ledger, AccountKeeper& account, ContactBook& contacts,
                     Conversation& conversation, Diary& diary, Outbox& outbox, RuleBook& rules,
                     crypto::Random& random, const Clock& clock, std::string bootId)
    : ledger_(ledger),
      account_(account),
      contacts_(contacts),
      conversation_(conversation),
      diary_(diary),
      outbox_(outbox),
      rules_(rules),
      random_(random),
      clock_(clock),
      bootId_(std::move(bootId)) {
}

// The same for all to whom it is offered, and for every offer under this name.
store::SetId OfferBook::setOf(const std::string& name) const {
    Bytes named = toBytes(asBytes(std::string_view("sesame rule set v1")));
    const ByteView helper = account_.identity().publicKey().view();
    named.insert(named.end(), helper.begin(), helper.end());
    const ByteView words = asBytes(name);
    named.insert(named.end(), words.begin(), words.end());
    store::SetId out;
    std::copy_n(crypto::hash(named).begin(), out.value.size(), out.value.begin());
    return out;
}

// On either clock, or somebody has set the wall clock since it was made.
bool OfferBook::isOver(const OfferRecord& record) const {
    const std::int64_t now = clock_.wallMs();
    return now >= record.expiresMs || now < record.madeMs - InvitationTime::kJumpMs ||
           (record.bootId == bootId_ &&
            clock_.bootMs() - record.madeBootMs >= record.expiresMs - record.madeMs);
}

Result<OfferRecord> OfferBook::get(const MessageId& id) {
    SESAME_TRY_ASSIGN(auto found, ledger_.store().offer(id));
    if (!found)
        return Error{ErrorCode::NotFound, "no such offer"};
    return *std::move(found);
}

std::vector<trigger::SignedRule> OfferBook::rulesOf(const OfferRecord& record) {
    const auto content = decode(record.rules);
    const auto* body = content ? std::get_if<RuleOfferContent>(&content->body) : nullptr;
    return body != nullptr ? body->rules : std::vector<trigger::SignedRule>();
}

std::vector<OfferRecord> OfferBook::all(Direction direction) {
    auto found = ledger_.store().offers(direction);
    return found ? *std::move(found) : std::vector<OfferRecord>();
}

bool OfferBook::isOnlyOffered(ContactId contact, Direction direction, const RuleId& rule) {
    const auto found = ledger_.store().isOnlyOffered(contact, direction, rule);
    return !found || *found;
}

Status OfferBook::setState(const OfferRecord& record, OfferState state, std::uint32_t taken) {
    SESAME_TRY_ASSIGN(const auto contact, contacts_.get(record.contact));
    SESAME_TRY(ledger_.store().setOfferState(record.id, state, taken));
    SESAME_TRY(diary_.record(offerEvent(state), contact, record.name));
    conversation_.announceChange(record.id);
    return {};
}

// The older offers of this set are over, and of the rest there are not too many (S37).
Result<bool> OfferBook::makeRoom(ContactId contact, Direction direction, const store::SetId& set) {
    SESAME_TRY_ASSIGN(const auto open, ledger_.store().openOffers(contact, direction));
    std::size_t left = open.size();
    for (const auto& record : open) {
        if (record.set != set)
            continue;
        SESAME_TRY(setState(record, OfferState::Replaced));
        --left;
    }
    return left < kMostOpen;
}

Status OfferBook::begin(OfferRecord record, const store::ContactRecord& with, const Content& content,
                        const std::vector<RuleId>& rules) {
    record.id = content.id;
    record.contact = with.id;
    record.madeMs = clock_.wallMs();
    record.madeBootMs = clock_.bootMs();
    record.bootId = bootId_;
    record.expiresMs = std::min(record.expiresMs, record.madeMs + kLifeMs);
    record.count = static_cast<std::uint32_t>(rules.size());
    record.rules = encode(content);
    SESAME_TRY(ledger_.store().addOffer(record, rules));
    SESAME_TRY(conversation_.add(
        messageRow(content, with.id, record.direction, MessageKind::RuleOffer, record.name)));
    return diary_.record(record.direction == Direction::Outgoing ? "offer-made" : "offer-received", with,
                         record.name);
}

Status OfferBook::tell(const store::ContactRecord& to, const MessageId& offer, Answer answer,
                       std::vector<RuleId> taken) {
    return outbox_.post(
        to, {random_.messageId(), clock_.wallMs(), RuleOfferAnswerContent{offer, answer, std::move(taken)}});
}

// The helper.

Result<MessageId> OfferBook::offer(const store::ContactRecord& receiver, const std::string& name,
                                   const std::vector<trigger::Rule>& rules) {
    RuleOfferContent body{setOf(name), name, {}, clock_.wallMs() + kLifeMs};
    std::vector<RuleId> ids;
    for (const auto& rule : rules) {
        body.rules.push_back(trigger::sign(rule, account_.identity()));
        ids.push_back(rule.id);
    }
    OfferRecord record;
    record.direction = Direction::Outgoing;
    record.set = body.set;
    record.name = name;
    record.expiresMs = body.expiresMs;
    const Content content{random_.messageId(), clock_.wallMs(), std::move(body)};
    if (!decode(encode(content)))
        return Error{ErrorCode::Malformed, "too much for one offer"};
    const Status sent = ledger_.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(const bool room, makeRoom(receiver.id, Direction::Outgoing, record.set));
        if (!room)
            return Error{ErrorCode::Unavailable, "too many open offers"};
        SESAME_TRY(begin(record, receiver, content, ids));
        return outbox_.post(receiver, content);
    });
    if (!sent)
        return sent.error();
    return content.id;
}

Status OfferBook::withdraw(const MessageId& id) {
    SESAME_TRY_ASSIGN(const auto record, get(id));
    if (record.direction != Direction::Outgoing)
        return Error{ErrorCode::NotFound, "no such offer"};
    if (record.state != OfferState::Open)
        return Error{ErrorCode::Expired, "not open any more"};
    SESAME_TRY_ASSIGN(const auto receiver, contacts_.get(record.contact));
    return ledger_.transact([&]() -> Status {
        SESAME_TRY(setState(record, OfferState::Withdrawn));
        return tell(receiver, id, Answer::Withdrawn);
    });
}

Result<std::uint32_t> OfferBook::adopt(const store::ContactRecord& receiver, const OfferRecord& record,
                                       const std::vector<RuleId>& taken) {
    std::uint32_t count = 0;
    for (const auto& signedRule : rulesOf(record)) {
        const auto rule = trigger::openRule(signedRule);
        if (!rule || std::find(taken.begin(), taken.end(), rule->id) == taken.end())
            continue;
        SESAME_TRY(rules_.adopt(receiver, signedRule));
        ++count;
    }
    return count;
}

// The receiver's own word about what is in use there counts, also where it crossed a withdrawal of ours.
Result<bool> OfferBook::answered(const store::ContactRecord& from, const RuleOfferAnswerContent& answer) {
    SESAME_TRY_ASSIGN(const auto record, get(answer.offer));
    const bool withdrawn = answer.answer == Answer::Withdrawn;
    if (record.contact != from.id ||
        record.direction != (withdrawn ? Direction::Incoming : Direction::Outgoing))
        return Error{ErrorCode::Refused, "not an offer of theirs"};
    if (withdrawn) {
        if (record.state == OfferState::Open)
            SESAME_TRY(setState(record, OfferState::Withdrawn));
        return false;
    }
    if (record.state == OfferState::Accepted || record.state == OfferState::Declined)
        return false;
    const bool declined = answer.answer == Answer::Declined;
    if (declined) {
        SESAME_TRY(setState(record, OfferState::Declined));
    } else {
        SESAME_TRY_ASSIGN(const std::uint32_t count, adopt(from, record, answer.taken));
        SESAME_TRY(setState(record, OfferState::Accepted, count));
    }
    SESAME_TRY(
        conversation_.notice(from.id, declined ? Notice::OfferDeclined : Notice::OfferTaken, record.name));
    return !declined;
}

// The receiver.

Status OfferBook::refuse(const store::ContactRecord& helper, const char* why, ErrorCode code) {
    SESAME_TRY(diary_.record("offer-refused", helper, why));
    return Error{code, why};
}

// No honest client sends any of what is refused here.
Status OfferBook::received(const store::ContactRecord& helper, const Content& content,
                           const RuleOfferContent& body) {
    std::vector<RuleId> ids;
    std::set<RuleId> seen;
    for (const auto& signedRule : body.rules) {
        const auto rule = rules_.open(helper, signedRule);
        if (!rule || rule->wish || rule->media || rule->removed || !seen.insert(rule->id).second)
            return refuse(helper, "not rules of theirs for this user", ErrorCode::Refused);
        ids.push_back(rule->id);
    }
    if (!isPlainName(toQt(body.name)))
        return refuse(helper, "its name is not plain", ErrorCode::Malformed);
    if (body.expiresMs <= clock_.wallMs())
        return refuse(helper, "its time is over", ErrorCode::Expired);
    SESAME_TRY_ASSIGN(const auto taken, ledger_.store().message(content.id));
    if (taken)
        return refuse(helper, "the id is in use", ErrorCode::Refused);
    SESAME_TRY_ASSIGN(const bool room, makeRoom(helper.id, Direction::Incoming, body.set));
    if (!room)
        return refuse(helper, "too many open offers", ErrorCode::Refused);
    OfferRecord record;
    record.direction = Direction::Incoming;
    record.set = body.set;
    record.name = body.name;
    record.expiresMs = body.expiresMs;
    return begin(record, helper, content, ids);
}

Result<OfferRecord> OfferBook::acceptable(const MessageId& id) {
    SESAME_TRY_ASSIGN(auto record, get(id));
    if (record.direction != Direction::Incoming)
        return Error{ErrorCode::NotFound, "no such offer"};
    if (record.state != OfferState::Open || isOver(record))
        return Error{ErrorCode::Expired, "not open any more"};
    SESAME_TRY_ASSIGN(const auto helper, contacts_.get(record.contact));
    if (!ContactBook::mayAsk(helper))
        return Error{ErrorCode::Refused, "not an accepted contact"};
    return record;
}

Result<std::vector<RuleBook::Fit>> OfferBook::accept(const OfferRecord& record) {
    SESAME_TRY_ASSIGN(const auto helper, contacts_.get(record.contact));
    const auto offered = rulesOf(record);
    SESAME_TRY_ASSIGN(auto fits, rules_.takeAccepted(helper, offered));
    std::vector<RuleId> taken;
    for (std::size_t i = 0; i < fits.size(); ++i) {
        const auto rule = trigger::openRule(offered[i]);
        if (isGood(fits[i].fate) && rule)
            taken.push_back(rule->id);
    }
    SESAME_TRY(setState(record, OfferState::Accepted, static_cast<std::uint32_t>(taken.size())));
    SESAME_TRY(tell(helper, record.id, Answer::Accepted, std::move(taken)));
    return fits;
}

Status OfferBook::decline(const MessageId& id) {
    SESAME_TRY_ASSIGN(const auto record, acceptable(id));
    SESAME_TRY_ASSIGN(const auto helper, contacts_.get(record.contact));
    return ledger_.transact([&]() -> Status {
        SESAME_TRY(setState(record, OfferState::Declined));
        return tell(helper, id, Answer::Declined);
    });
}

// Both.

Status OfferBook::voidAll(const store::ContactRecord& contact) {
    for (const Direction direction : {Direction::Incoming, Direction::Outgoing}) {
        SESAME_TRY_ASSIGN(const auto open, ledger_.store().openOffers(contact.id, direction));
        for (const auto& record : open)
            SESAME_TRY(setState(record, OfferState::Withdrawn));
    }
    return {};
}

bool OfferBook::expire() {
    bool any = false;
    for (const Direction direction : {Direction::Incoming, Direction::Outgoing})
        for (const auto& record : all(direction))
            if (record.state == OfferState::Open && isOver(record) &&
                ledger_.transact([&] { return setState(record, OfferState::Expired); }))
                any = true;
    return any;
}

std::optional<Content> OfferBook::again(const MessageId& id) {
    const auto record = get(id);
    if (!record || record->direction != Direction::Outgoing || record->state != OfferState::Open)
        return std::nullopt;
    const auto content = decode(record->rules);
    return content ? std::optional(*content) : std::nullopt;
}

}  // namespace sesame::client
