// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/inbox.h"

#include "client/outbox.h"
#include "client/qt_text.h"

#include "sesame/wire/frame.h"
#include "sesame/wire/limits.h"

#include <QLoggingCategory>
#include <QTimer>
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>

namespace sesame::client {
namespace {

namespace pb = wire::pb;

Q_LOGGING_CATEGORY(logInbox, "sesame.inbox", QtInfoMsg)

// Together half of what the hub leaves unacknowledged, so that the mail of all others keeps coming. A request
// to become a contact is short, and the first that anybody sends.
constexpr std::size_t kMostStrangers = 32;
constexpr std::size_t kMostMailsOfStranger = 4;
constexpr std::size_t kMostBytesOfStrangersMail = 4 * 1024;
constexpr std::uint32_t kShortestPauseMs = 1000;
constexpr std::uint32_t kLongestPauseMs = 60'000;
constexpr std::int64_t kRenewPauseMs = 10LL * 60 * 1000;
constexpr int kMostHeld = 200;
constexpr std::size_t kMostHeldBytes = 10 * 1024 * 1024;

std::string heldName(ContactId id) {
    return "held." + std::to_string(id.value);
}
std::string unreadableName(ContactId id) {
    return "unreadable." + std::to_string(id.value);
}

std::string renewedName(ContactId id) {
    return "renewed." + std::to_string(id.value);
}

bool isPassing(const pb::Refusal& refusal) {
    return refusal.code() == pb::Refusal::TOO_FAST || refusal.code() == pb::Refusal::HUB_FULL ||
           refusal.code() == pb::Refusal::SHUTTING_DOWN;
}

}  // namespace

Inbox::Inbox(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, Conversation& conversation,
             SessionShelf& sessions, HubConnection& hub, const Clock& clock, Handler handler,
             SessionBegun sessionBegun, SessionLost sessionLost)
    : ledger_(ledger),
      account_(account),
      contacts_(contacts),
      conversation_(conversation),
      sessions_(sessions),
      hub_(hub),
      clock_(clock),
      handler_(std::move(handler)),
      sessionBegun_(std::move(sessionBegun)),
      sessionLost_(std::move(sessionLost)) {
}

void Inbox::restart() {
    strangers_.clear();
    lookingUp_.clear();
}

void Inbox::deliver(const pb::MailDelivery& delivery) {
    Mails known;
    for (const pb::Mail& mail : delivery.mails()) {
        if (contacts_.byHandle(mail.peer()))
            known.push_back(mail);
        else
            meetStranger(mail);
    }
    take(known);
}

// One sync to disk for the whole frame; mail by mail only if that fails.
void Inbox::take(const Mails& mails) {
    if (mails.empty())
        return;
    const Status all = ledger_.transact([&]() -> Status {
        for (const pb::Mail& mail : mails)
            SESAME_TRY(takeOne(mail));
        return {};
    });
    if (all) {
        acknowledge(mails);
        return;
    }
    for (const pb::Mail& mail : mails)
        if (ledger_.transact([&] { return takeOne(mail); }))
            acknowledge({mail});
}

Status Inbox::takeOne(const pb::Mail& mail) {
    const auto contact = contacts_.byHandle(mail.peer());
    if (!contact || contact->state == ContactState::Blocked)
        return {};
    return takeFrom(*contact, mail);
}

// Fails only when the disk does; everything wrong with the mail itself ends in dropping it.
Status Inbox::takeFrom(const store::ContactRecord& contact, const pb::Mail& mail) {
    const auto id = MessageId::from(asBytes(mail.message_id()));
    if (!id)
        return {};
    SESAME_TRY_ASSIGN(const bool fresh, ledger_.store().rememberMail(contact.id, *id));
    if (!fresh) {
        count("repeated");
        return {};
    }
    if (contact.newIdentity)
        return hold(contact, mail);
    const bool hadSession = sessions_.has(contact.id);
    const Bytes associated = SessionShelf::associated(*id, contact.identity, account_.identity().publicKey());
    auto plain =
        sessions_.open(contact.id, account_.identity(), contact.identity, asBytes(mail.sealed()), associated);
    if (!plain) {
        if (plain.error().code == ErrorCode::Io || plain.error().code == ErrorCode::Full)
            return plain.error();
        return unopened(contact, mail);
    }
    SESAME_TRY(ledger_.store().removeValue(unreadableName(contact.id)));
    SESAME_TRY(act(contact, *id, *plain));
    if (!hadSession)
        SESAME_TRY(sessionBegun_(contact));
    return {};
}

Status Inbox::act(const store::ContactRecord& contact, const MessageId& id, ByteView plain) {
    const auto content = decode(plain);
    if (!content || content->id != id) {
        count(content ? "other id" : content.error().detail.c_str());
        return {};
    }
    Status done = handler_(contact, *content);
    if (!done && (done.error().code == ErrorCode::Io || done.error().code == ErrorCode::Full))
        return done;
    if (!done)
        count(name(done.error().code));
    return {};
}

// A first message that their known key did not write may come from a new key: the hub is asked, the user
// decides.
Status Inbox::unopened(const store::ContactRecord& contact, const pb::Mail& mail) {
    if (!crypto::Session::isInitial(asBytes(mail.sealed()))) {
        count("unreadable");
        return noteUnreadable(contact);
    }
    SESAME_TRY(hold(contact, mail));
    ledger_.afterCommit([this, id = contact.id] { lookUpKey(id); });
    return {};
}

Status Inbox::noteUnreadable(const store::ContactRecord& contact) {
    if (contact.state != ContactState::Accepted)
        return {};
    SESAME_TRY(renewSession(contact.id));
    const std::string name = unreadableName(contact.id);
    if (!ledger_.bytes(name).empty())
        return {};
    SESAME_TRY(ledger_.store().setValue(name, asBytes("1")));
    return conversation_.notice(contact.id, Notice::Undecryptable);
}

// One of the two may have lost what the session has come to, as with a database that was put back. A hub that
// makes this up gets one new session now and then, and the old one goes on opening what comes.
Status Inbox::renewSession(ContactId with) {
    const std::string name = renewedName(with);
    const std::int64_t now = clock_.wallMs();
    const std::string last = ledger_.text(name);
    std::int64_t lastMs = 0;
    std::from_chars(last.data(), last.data() + last.size(), lastMs);
    if (!last.empty() && std::llabs(now - lastMs) < kRenewPauseMs)
        return {};
    SESAME_TRY(ledger_.store().setValue(name, asBytes(std::to_string(now))));
    ledger_.afterCommit([this, with] { sessionLost_(with); });
    return {};
}

Status Inbox::hold(const store::ContactRecord& contact, const pb::Mail& mail) {
    pb::MailDelivery held;
    static_cast<void>(wire::parse(ledger_.bytes(heldName(contact.id)), held, kMostHeldBytes));
    if (held.mails_size() >= kMostHeld || held.ByteSizeLong() + mail.ByteSizeLong() > kMostHeldBytes) {
        count("too many held");
        return {};
    }
    *held.add_mails() = mail;
    return ledger_.store().setValue(heldName(contact.id), wire::serialise(held));
}

void Inbox::lookUpKey(ContactId id) {
    const auto contact = contacts_.get(id);
    if (!contact || !lookingUp_.insert(id).second)
        return;
    pb::ClientFrame frame;
    frame.mutable_fetch_prekeys()->set_handle(contact->handle);
    hub_.request(std::move(frame), [this, id](const Result<pb::HubFrame>& answer) {
        lookingUp_.erase(id);
        if (!answer || !answer->has_prekey_bundle())
            return;
        if (const auto identity = PublicIdentity::from(asBytes(answer->prekey_bundle().identity_key())))
            keyLookedUp(id, *identity);
    });
}

void Inbox::keyLookedUp(ContactId id, const PublicIdentity& identity) {
    const auto contact = contacts_.get(id);
    if (!contact)
        return;
    if (identity != contact->identity) {
        static_cast<void>(contacts_.keyChanged(id, identity));
        return;
    }
    static_cast<void>(ledger_.transact([&]() -> Status {
        count("unreadable");
        SESAME_TRY(ledger_.store().removeValue(heldName(id)));
        return noteUnreadable(*contact);
    }));
}

void Inbox::openHeld(ContactId id) {
    pb::MailDelivery held;
    static_cast<void>(wire::parse(ledger_.bytes(heldName(id)), held, kMostHeldBytes));
    static_cast<void>(ledger_.transact([&]() -> Status {
        SESAME_TRY(ledger_.store().removeValue(heldName(id)));
        for (const pb::Mail& mail : held.mails()) {
            SESAME_TRY_ASSIGN(const auto contact, contacts_.get(id));
            const auto message = MessageId::from(asBytes(mail.message_id()));
            if (!message || contact.newIdentity)
                continue;
            const Bytes associated =
                SessionShelf::associated(*message, contact.identity, account_.identity().publicKey());
            const auto plain =
                sessions_.open(id, account_.identity(), contact.identity, asBytes(mail.sealed()), associated);
            if (plain)
                SESAME_TRY(act(contact, *message, *plain));
            else
                count("unreadable");
        }
        return {};
    }));
}

void Inbox::meetStranger(const pb::Mail& mail) {
    const std::string& handle = mail.peer();
    const auto found = strangers_.find(handle);
    const bool more = found != strangers_.end();
    const bool room = more ? found->second.size() < kMostMailsOfStranger : strangers_.size() < kMostStrangers;
    if (!room || mail.sealed().size() > kMostBytesOfStrangersMail || !isHandle(toQt(handle)) ||
        !crypto::Session::isInitial(asBytes(mail.sealed()))) {
        count("stranger");
        acknowledge({mail});
        return;
    }
    strangers_[handle].push_back(mail);
    if (!more)
        lookUpStranger(handle);
}

void Inbox::lookUpStranger(const std::string& handle) {
    pb::ClientFrame frame;
    frame.mutable_fetch_prekeys()->set_handle(handle);
    hub_.request(std::move(frame), [this, handle](const Result<pb::HubFrame>& answer) {
        if (!answer)
            return;  // no connection: all comes again on the next one
        if (isPassing(answer->refusal()))
            lookUpStrangerLater(handle, answer->refusal().retry_after_ms());
        else
            strangerKnown(handle, *answer);
    });
}

void Inbox::lookUpStrangerLater(const std::string& handle, std::uint32_t ms) {
    const std::chrono::milliseconds pause(std::clamp(ms, kShortestPauseMs, kLongestPauseMs));
    QTimer::singleShot(pause, this, [this, handle] {
        if (strangers_.contains(handle))
            lookUpStranger(handle);
    });
}

// The hub says whose key it is; that the mail was really written by that key, the session proves.
void Inbox::strangerKnown(const std::string& handle, const pb::HubFrame& frame) {
    const auto found = strangers_.extract(handle);
    if (found.empty())
        return;
    const auto identity = PublicIdentity::from(asBytes(frame.prekey_bundle().identity_key()));
    for (const pb::Mail& mail : found.mapped()) {
        if (contacts_.byHandle(handle)) {
            take({mail});
            continue;
        }
        const Status taken =
            identity ? ledger_.transact([&] { return takeStranger(*identity, mail); }) : Status();
        if (!taken && (taken.error().code == ErrorCode::Io || taken.error().code == ErrorCode::Full))
            continue;
        if (!taken)
            count("stranger");
        acknowledge({mail});
    }
}

// Rolled back as a whole unless it is a request to become a contact.
Status Inbox::takeStranger(const PublicIdentity& identity, const pb::Mail& mail) {
    store::ContactRecord contact;
    contact.handle = mail.peer();
    contact.name = contact.handle;
    contact.identity = identity;
    contact.state = ContactState::Declined;  // nothing is theirs to do until the request has been read
    contact.sinceMs = clock_.wallMs();
    SESAME_TRY_ASSIGN(contact.id, ledger_.store().saveContact(contact));
    SESAME_TRY_ASSIGN(const MessageId id, MessageId::from(asBytes(mail.message_id())));
    SESAME_TRY_ASSIGN(const bool fresh, ledger_.store().rememberMail(contact.id, id));
    if (!fresh)
        return Error{ErrorCode::Refused, "repeated"};
    const Bytes associated = SessionShelf::associated(id, identity, account_.identity().publicKey());
    SESAME_TRY_ASSIGN(const Bytes plain, sessions_.open(contact.id, account_.identity(), identity,
                                                        asBytes(mail.sealed()), associated));
    SESAME_TRY_ASSIGN(const Content content, decode(plain));
    if (content.id != id || !std::holds_alternative<ContactRequestContent>(content.body))
        return Error{ErrorCode::Refused, "not a contact request"};
    return handler_(contact, content);
}

void Inbox::acknowledge(const Mails& mails) {
    pb::ClientFrame frame;
    for (const pb::Mail& mail : mails)
        frame.mutable_acknowledge_mail()->add_sequences(mail.sequence());
    hub_.send(std::move(frame));
}

void Inbox::count(const char* what) {
    qCInfo(logInbox, "mail dropped: %s", what);
}

}  // namespace sesame::client
