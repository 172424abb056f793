// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/outbox.h"

#include "client/message_ids.h"
#include "client/qt_text.h"

#include "sesame/wire/limits.h"

#include <algorithm>

namespace sesame::client {
namespace {

namespace pb = wire::pb;

constexpr std::size_t kMostInFlight = 64;
constexpr std::size_t kMostBatchBytes = 48 * 1024;
constexpr std::size_t kBytesPerMailBesides = 128;
constexpr std::uint32_t kShortestPauseMs = 1000;
constexpr int kRowsAtOnce = 500;
// What is not there yet, be it keys, a mailbox or room in it, is asked for again after 0.2, 0.4 … 51 s.
constexpr int kAskAgainMs = 200;
constexpr int kMostDoublings = 8;
// First byte of an outbox row: is the rest a content that waits for a session, or a sealed envelope?
constexpr std::byte kWaiting{0};
constexpr std::byte kSealed{1};

Bytes marked(std::byte mark, ByteView bytes) {
    Bytes out(bytes.size() + 1, mark);
    std::copy(bytes.begin(), bytes.end(), out.begin() + 1);
    return out;
}

bool isWaiting(const store::OutboxRecord& row) {
    return row.sealed.empty() || row.sealed.front() == kWaiting;
}

}  // namespace

Outbox::Outbox(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, Conversation& conversation,
               SessionShelf& sessions, HubConnection& hub)
    : ledger_(ledger),
      account_(account),
      contacts_(contacts),
      conversation_(conversation),
      sessions_(sessions),
      hub_(hub) {
    resume_.setSingleShot(true);
    connect(&resume_, &QTimer::timeout, this, &Outbox::restart);
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &Outbox::lookAgain);
}

Result<Bytes> Outbox::seal(const store::ContactRecord& to, const MessageId& id, ByteView plain) {
    const Bytes associated = SessionShelf::associated(id, account_.identity().publicKey(), to.identity);
    SESAME_TRY_ASSIGN(const Bytes sealed, sessions_.seal(to.id, plain, associated));
    return marked(kSealed, sealed);
}

Status Outbox::post(const store::ContactRecord& to, const Content& content) {
    store::OutboxRecord row;
    row.id = content.id;
    row.contact = to.id;
    const Bytes plain = encode(content);
    if (!to.newIdentity && sessions_.has(to.id)) {
        SESAME_TRY_ASSIGN(row.sealed, seal(to, content.id, plain));
    } else {
        row.sealed = marked(kWaiting, plain);
    }
    SESAME_TRY(ledger_.store().addOutbox(row));
    ledger_.afterCommit([this] {
        QMetaObject::invokeMethod(
            this, [this] { pump(); }, Qt::QueuedConnection);
    });
    return {};
}

Result<std::vector<store::OutboxRecord>> Outbox::rowsOf(ContactId contact) {
    std::vector<store::OutboxRecord> out;
    for (std::int64_t after = 0;;) {
        SESAME_TRY_ASSIGN(auto rows, ledger_.store().outbox(after, kRowsAtOnce));
        if (rows.empty())
            return out;
        after = rows.back().order;
        for (auto& row : rows)
            if (row.contact == contact)
                out.push_back(std::move(row));
    }
}

Status Outbox::sealWaiting(const store::ContactRecord& to) {
    SESAME_TRY_ASSIGN(auto rows, rowsOf(to.id));
    for (auto& row : rows) {
        if (!isWaiting(row))
            continue;
        SESAME_TRY_ASSIGN(row.sealed, seal(to, row.id, ByteView(row.sealed).subspan(1)));
        // A new place at the end, so that the pump, which never looks back, comes by.
        SESAME_TRY(ledger_.store().removeOutbox(row.id));
        SESAME_TRY(ledger_.store().addOutbox(row));
    }
    ledger_.afterCommit([this] {
        QMetaObject::invokeMethod(
            this, [this] { pump(); }, Qt::QueuedConnection);
    });
    return {};
}

Status Outbox::unseal(const store::ContactRecord& to,
                      const std::function<std::optional<Content>(MessageId)>& again) {
    SESAME_TRY_ASSIGN(auto rows, rowsOf(to.id));
    for (auto& row : rows) {
        if (isWaiting(row))
            continue;
        SESAME_TRY(ledger_.store().removeOutbox(row.id));
        if (const auto content = again(row.id)) {
            row.sealed = marked(kWaiting, encode(*content));
            SESAME_TRY(ledger_.store().addOutbox(row));
        }
    }
    ledger_.afterCommit([this] { restart(); });
    return {};
}

void Outbox::restart() {
    paused_ = false;
    resume_.stop();
    inFlight_.clear();
    fetching_.clear();
    inVain_.clear();
    tryAgain();
}

void Outbox::tryAgain() {
    refusedInVain_ = 0;
    again_.stop();
    lookAgain();
}

void Outbox::lookAgain() {
    handledUpTo_ = 0;
    pump();
}

void Outbox::pump() {
    while (!paused_ && hub_.state() == ConnectionState::Online && inFlight_.size() < kMostInFlight)
        if (!sendBatch())
            return;
}

// One frame. False when there is nothing more to do now.
bool Outbox::sendBatch() {
    const auto rows =
        ledger_.store().outbox(handledUpTo_, static_cast<int>(kMostInFlight - inFlight_.size()));
    if (!rows || rows->empty())
        return false;
    pb::SendMail batch;
    std::vector<MessageId> ids;
    std::size_t bytes = 0;
    for (const auto& row : *rows) {
        const std::size_t size = row.sealed.size() + kBytesPerMailBesides;
        if (!ids.empty() && bytes + size > kMostBatchBytes)
            break;
        handledUpTo_ = row.order;
        const auto contact = contacts_.get(row.contact);
        if (!contact || contact->newIdentity)
            continue;  // waits until the new key is acknowledged
        if (inFlight_.contains(row.id))
            continue;
        if (isWaiting(row)) {
            startSession(row.contact);
            continue;
        }
        bytes += size;
        ids.push_back(row.id);
        pb::Mail* mail = batch.add_mails();
        mail->set_peer(contact->handle);
        mail->set_message_id(toString(row.id.view()));
        mail->set_sealed(toString(ByteView(row.sealed).subspan(1)));
        if (const auto tag = tag_(row.contact, row.id))
            mail->set_tag(toString(tag->view()));
    }
    if (!ids.empty())
        send(std::move(batch), ids);
    return true;
}

void Outbox::send(pb::SendMail batch, const std::vector<MessageId>& ids) {
    inFlight_.insert(ids.begin(), ids.end());
    pb::ClientFrame frame;
    *frame.mutable_send_mail() = std::move(batch);
    hub_.post(std::move(frame));  // settled mail by mail, in frames of the hub's choosing
}

void Outbox::settle(const pb::HubFrame& frame) {
    if (frame.has_mail_accepted())
        accepted(messageIds(frame.mail_accepted().message_ids()));
    else if (frame.has_refusal())
        refused(frame.refusal(), messageIds(frame.refusal().message_ids()));
}

void Outbox::accepted(const std::vector<MessageId>& ids) {
    const Status stored = ledger_.transact([&]() -> Status {
        for (const MessageId& id : ids) {
            if (!inFlight_.contains(id))
                continue;  // the hub can only take what it was given
            SESAME_TRY(ledger_.store().removeOutbox(id));
            SESAME_TRY(settled(id, Delivery::Sent, ""));
        }
        return {};
    });
    if (!stored)
        return;  // still in the outbox: sent again on the next connection, and the hub knows it by its id
    for (const MessageId& id : ids)
        inFlight_.erase(id);
    pump();
}

Status Outbox::settled(const MessageId& id, Delivery delivery, const char* reason) {
    SESAME_TRY_ASSIGN(const auto row, ledger_.store().message(id));
    return row ? conversation_.setDelivery(id, delivery, reason) : besides_(id, delivery, reason);
}

void Outbox::refused(const pb::Refusal& refusal, const std::vector<MessageId>& ids) {
    if (ids.empty())
        return pause(refusal.retry_after_ms());
    switch (refusal.code()) {
        case pb::Refusal::NO_SUCH_ACCOUNT:
            return keepForLater(ids, failure::kNoAccount);
        case pb::Refusal::BLOCKED:
            return fail(ids, failure::kBlocked);
        case pb::Refusal::MAILBOX_FULL:
            return keepForLater(ids, failure::kFull);
        case pb::Refusal::TOO_FAST:
        case pb::Refusal::HUB_FULL:
        case pb::Refusal::SHUTTING_DOWN:
            return pause(refusal.retry_after_ms());
        default:
            return fail(ids, failure::kRefused);
    }
}

void Outbox::pause(std::uint32_t ms) {
    paused_ = true;
    constexpr std::uint32_t kLongestPauseMs = 60'000;
    resume_.start(std::chrono::milliseconds(std::clamp(ms, kShortestPauseMs, kLongestPauseMs)));
}

void Outbox::fail(const std::vector<MessageId>& ids, const char* reason) {
    const Status stored = ledger_.transact([&]() -> Status {
        for (const MessageId& id : ids) {
            SESAME_TRY(ledger_.store().removeOutbox(id));
            SESAME_TRY(settled(id, Delivery::Failed, reason));
        }
        return {};
    });
    for (const MessageId& id : ids)
        inFlight_.erase(id);
    if (stored)
        pump();
}

/// A person sends a message again by hand; nobody does that with anything else.
void Outbox::keepForLater(const std::vector<MessageId>& ids, const char* reason) {
    std::vector<MessageId> messages;
    for (const MessageId& id : ids) {
        inFlight_.erase(id);
        if (const auto shown = ledger_.store().message(id); shown && *shown)
            messages.push_back(id);
    }
    if (messages.size() < ids.size())
        again_.start(kAskAgainMs << std::min(refusedInVain_++, kMostDoublings));
    fail(messages, reason);
}

void Outbox::startSession(ContactId id) {
    if (!fetching_.insert(id).second)
        return;
    const auto contact = contacts_.get(id);
    if (!contact)
        return;
    pb::ClientFrame frame;
    frame.mutable_fetch_prekeys()->set_handle(contact->handle);
    hub_.request(std::move(frame), [this, id](const Result<pb::HubFrame>& answer) {
        fetching_.erase(id);
        if (answer)
            bundleArrived(id, *answer);
    });
}

void Outbox::renewSession(ContactId with, Content first) {
    renewing_.insert_or_assign(with, std::move(first));
    startSession(with);
}

void Outbox::bundleArrived(ContactId id, const pb::HubFrame& frame) {
    auto contact = contacts_.get(id);
    if (!contact)
        return;
    if (frame.has_refusal() && frame.refusal().code() == pb::Refusal::NO_SUCH_ACCOUNT) {
        std::vector<MessageId> waiting;
        if (const auto rows = rowsOf(id))
            for (const auto& row : *rows)
                if (const auto shown = ledger_.store().message(row.id); isWaiting(row) && shown && *shown)
                    waiting.push_back(row.id);
        // Or its keys are not published yet: what nobody could send again by hand is tried again.
        fetching_.insert(id);
        QTimer::singleShot(kAskAgainMs << std::min(inVain_[id]++, kMostDoublings), this, [this, id] {
            fetching_.erase(id);
            lookAgain();
        });
        return fail(waiting, failure::kNoAccount);
    }
    inVain_.erase(id);
    const auto bundle = frame.has_prekey_bundle()
                            ? readBundle(frame.prekey_bundle())
                            : Result<crypto::PrekeyBundle>(Error{ErrorCode::Refused, ""});
    if (!bundle)
        return pause(frame.refusal().retry_after_ms());
    if (bundle->identity != contact->identity) {
        static_cast<void>(contacts_.keyChanged(id, bundle->identity));
        return;
    }
    const auto renewed = renewing_.extract(id);
    const Status sealed = ledger_.transact([&]() -> Status {
        if (!renewed.empty() || !sessions_.has(id))
            SESAME_TRY(sessions_.begin(id, account_.identity(), contact->identity, *bundle));
        if (!renewed.empty())
            SESAME_TRY(post(*contact, renewed.mapped()));
        return sealWaiting(*contact);
    });
    if (!sealed)
        pause(kShortestPauseMs);
}

Result<crypto::PrekeyBundle> readBundle(const pb::PrekeyBundle& frame) {
    crypto::PrekeyBundle out;
    SESAME_TRY_ASSIGN(out.identity, PublicIdentity::from(asBytes(frame.identity_key())));
    out.signedPrekeyId = frame.signed_prekey().id();
    SESAME_TRY_ASSIGN(out.signedPrekey,
                      crypto::AgreementPublic::from(asBytes(frame.signed_prekey().public_key())));
    SESAME_TRY_ASSIGN(out.signedPrekeySignature, toArray<64>(asBytes(frame.signed_prekey().signature())));
    if (frame.has_one_time()) {
        SESAME_TRY_ASSIGN(const auto key,
                          crypto::AgreementPublic::from(asBytes(frame.one_time().public_key())));
        out.oneTime = crypto::PrekeyBundle::OneTime{frame.one_time().id(), key};
    }
    return out;
}

}  // namespace sesame::client
