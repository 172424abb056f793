// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/contact_requests.h"

#include "client/qt_text.h"

#include "sesame/client/plain_text.h"
#include "sesame/crypto/hash.h"
#include "sesame/wire/limits.h"

namespace sesame::client {
namespace {

namespace pb = wire::pb;

constexpr int kMostStrangersAsking = 20;
constexpr int kMostAsking = 200;  // a link can fall into many hands

// What the hub has not been told yet; the value is "1" for blocked, "0" for free again.
std::string untold(const store::ContactRecord& contact) {
    return "block.untold." + std::to_string(contact.id.value);
}

// What a blocked contact was before, and will be again.
std::string beforeBlock(const store::ContactRecord& contact) {
    return "block.before." + std::to_string(contact.id.value);
}

std::string plainNameOr(const std::string& name, const std::string& otherwise) {
    const QString plain = plainLine(toQt(name), static_cast<int>(wire::kMaxNameBytes));
    return plain.isEmpty() ? otherwise : toStd(plain);
}

}  // namespace

ContactRequests::ContactRequests(Ledger& ledger, AccountKeeper& account, ContactBook& contacts,
                                 Conversation& conversation, Diary& diary, Outbox& outbox, HubConnection& hub,
                                 crypto::Random& random, const Clock& clock)
    : ledger_(ledger),
      account_(account),
      contacts_(contacts),
      conversation_(conversation),
      diary_(diary),
      outbox_(outbox),
      hub_(hub),
      random_(random),
      clock_(clock) {
}

Content ContactRequests::content(Content::Body body) {
    return {random_.messageId(), clock_.wallMs(), std::move(body)};
}

Result<ContactId> ContactRequests::add(const InvitationLink& link) {
    if (!link.hub.sameHub(account_.hub()) && !link.hub.sameHub(account_.invitation().hub))
        return Error{ErrorCode::Refused, "another hub"};
    if (link.identity == account_.identity().publicKey() || link.handle == account_.handle())
        return Error{ErrorCode::Refused, "own invitation"};
    store::ContactRecord contact;
    if (const auto known = contacts_.byHandle(toStd(link.handle))) {
        if (known->identity != link.identity)
            return Error{ErrorCode::Refused, "known with another key"};
        if (known->state == ContactState::Accepted || known->state == ContactState::Blocked)
            return Error{ErrorCode::Exists, "known already"};
        contact = *known;
    }
    const bool theyAsked = contact.state == ContactState::Incoming && contact.id.value != 0;
    contact.handle = toStd(link.handle);
    contact.name = toStd(link.name);
    contact.identity = link.identity;
    contact.sinceMs = clock_.wallMs();
    contact.state = theyAsked ? ContactState::Incoming : ContactState::Requested;
    const Status done = ledger_.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(contact.id, contacts_.save(contact));
        return theyAsked ? accept(contact.id) : ask(contact, link);
    });
    if (!done)
        return done.error();
    return contact.id;
}

Status ContactRequests::ask(const store::ContactRecord& contact, const InvitationLink& link) {
    SESAME_TRY(diary_.record("contact-asked", contact, {}));
    return outbox_.post(contact, content(ContactRequestContent{toStd(account_.name()), toBytes(link.token)}));
}

Status ContactRequests::reply(const store::ContactRecord& contact, bool accepted) {
    return outbox_.post(contact, content(ContactAnswerContent{accepted, toStd(account_.name())}));
}

Status ContactRequests::accept(ContactId id) {
    return ledger_.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(auto contact, contacts_.get(id));
        if (contact.state != ContactState::Incoming && contact.state != ContactState::Declined)
            return Error{ErrorCode::Refused, "they have not asked"};
        contact.state = ContactState::Accepted;
        contact.sinceMs = clock_.wallMs();
        SESAME_TRY(contacts_.save(contact));
        SESAME_TRY(diary_.record("contact-accepted", contact, {}));
        SESAME_TRY(reply(contact, true));
        return accepted_(contact);
    });
}

Status ContactRequests::decline(ContactId id) {
    return ledger_.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(auto contact, contacts_.get(id));
        if (contact.state != ContactState::Incoming)
            return Error{ErrorCode::Refused, "they have not asked"};
        contact.state = ContactState::Declined;
        SESAME_TRY(contacts_.save(contact));
        SESAME_TRY(diary_.record("contact-declined", contact, {}));
        return reply(contact, false);
    });
}

Status ContactRequests::setBlocked(ContactId id, bool blocked) {
    Status stored = ledger_.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(auto contact, contacts_.get(id));
        if ((contact.state == ContactState::Blocked) == blocked)
            return {};
        SESAME_TRY(blocked ? block(contact) : unblock(contact));
        SESAME_TRY(ledger_.store().setValue(untold(contact), asBytes(blocked ? "1" : "0")));
        return diary_.record(blocked ? "blocked" : "unblocked", contact, {});
    });
    if (stored)
        tellHub();
    return stored;
}

Status ContactRequests::block(store::ContactRecord& contact) {
    SESAME_TRY(ledger_.store().setValue(beforeBlock(contact),
                                        asBytes(contact.state == ContactState::Accepted ? "1" : "0")));
    contact.state = ContactState::Blocked;
    SESAME_TRY(contacts_.save(contact));
    return {};
}

// Who was never accepted is not accepted by a block and its end; they may ask once more.
Status ContactRequests::unblock(store::ContactRecord& contact) {
    const bool wasAccepted = ledger_.text(beforeBlock(contact)) == "1";
    contact.state = wasAccepted ? ContactState::Accepted : ContactState::Declined;
    SESAME_TRY(ledger_.store().removeValue(beforeBlock(contact)));
    SESAME_TRY(contacts_.save(contact));
    return wasAccepted ? accepted_(contact) : Status();
}

void ContactRequests::tellHub() {
    for (const auto& contact : contacts_.all()) {
        const std::string state = ledger_.text(untold(contact));
        if (!state.empty())
            tellHubAbout(contact, state == "1");
    }
}

void ContactRequests::tellHubAbout(const store::ContactRecord& contact, bool blocked) {
    pb::ClientFrame frame;
    frame.mutable_set_blocked()->set_handle(contact.handle);
    frame.mutable_set_blocked()->set_blocked(blocked);
    hub_.request(std::move(frame), [this, contact, blocked](const Result<pb::HubFrame>& answer) {
        const bool changedSince = (ledger_.text(untold(contact)) == "1") != blocked;
        if (answer && answer->has_done() && !changedSince)
            static_cast<void>(ledger_.store().removeValue(untold(contact)));
    });
}

Status ContactRequests::requested(const store::ContactRecord& from, const ContactRequestContent& request) {
    store::ContactRecord contact = from;
    const bool hasToken = crypto::equalConstantTime(request.token, account_.token());
    contact.name = plainNameOr(request.name, contact.handle);
    switch (from.state) {
        case ContactState::Requested:  // both asked
            contact.state = ContactState::Accepted;
            SESAME_TRY(contacts_.save(contact));
            SESAME_TRY(diary_.record("contact-accepted", contact, "both asked"));
            SESAME_TRY(conversation_.notice(contact.id, Notice::ContactAccepted));
            SESAME_TRY(reply(contact, true));
            return accepted_(contact);
        case ContactState::Accepted:  // they lost our answer
            return reply(contact, true);
        case ContactState::Incoming:
        case ContactState::Blocked:
            return {};
        case ContactState::Declined:
            break;
    }
    const auto everybody = contacts_.all();
    const auto asking = std::count_if(everybody.begin(), everybody.end(),
                                      [](const auto& c) { return c.state == ContactState::Incoming; });
    if (asking >= (hasToken ? kMostAsking : kMostStrangersAsking))
        return Error{ErrorCode::Refused, "too many ask"};
    contact.state = ContactState::Incoming;
    SESAME_TRY(contacts_.save(contact));
    SESAME_TRY(
        diary_.record("contact-request", contact, hasToken ? "with invitation" : "without invitation"));
    return conversation_.notice(contact.id, hasToken ? Notice::ContactAsks : Notice::StrangerAsks);
}

Status ContactRequests::answered(const store::ContactRecord& from, const ContactAnswerContent& answer) {
    if (from.state != ContactState::Requested)
        return {};
    store::ContactRecord contact = from;
    contact.state = answer.accepted ? ContactState::Accepted : ContactState::Declined;
    contact.name = plainNameOr(answer.name, contact.name);
    SESAME_TRY(contacts_.save(contact));
    SESAME_TRY(diary_.record(answer.accepted ? "contact-accepted" : "contact-declined", contact, "by them"));
    SESAME_TRY(conversation_.notice(contact.id,
                                    answer.accepted ? Notice::ContactAccepted : Notice::ContactDeclined));
    return answer.accepted ? accepted_(contact) : Status();
}

}  // namespace sesame::client
