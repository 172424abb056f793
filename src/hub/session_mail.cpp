// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/session.h"

#include <algorithm>

namespace sesame::hub {
namespace {

// Longer than mail is on its way from a client.
constexpr std::int64_t kShortestRefusalMs = 1'000;

pb::Refusal::Code codeOf(AppendOutcome outcome) {
    switch (outcome) {
        case AppendOutcome::NoSuchAccount:
            return pb::Refusal::NO_SUCH_ACCOUNT;
        case AppendOutcome::Blocked:
            return pb::Refusal::BLOCKED;
        case AppendOutcome::MailboxFull:
            return pb::Refusal::MAILBOX_FULL;
        case AppendOutcome::Stored:
            break;
    }
    return pb::Refusal::UNSPECIFIED;
}

}  // namespace

void Session::sendMail(std::uint64_t request, const pb::SendMail& body) {
    const auto nowMs = hub_.clock.bootMs();
    std::vector<std::string> tooFast;
    for (const auto& mail : body.mails()) {
        const std::size_t bytes = mail.sealed().size();
        if (!mayMail(bytes, nowMs)) {
            tooFast.push_back(mail.message_id());
            continue;
        }
        const MessageId id = *MessageId::from(asBytes(mail.message_id()));
        NewMail fresh{account_.id, account_.handle, mail.peer(), id, toBytes(asBytes(mail.sealed()))};
        if (!mail.tag().empty())
            fresh.tag = *PhraseTag::from(asBytes(mail.tag()));
        hub_.store.append(std::move(fresh),
                          [self = shared_from_this(), request, bytes, id](Result<Appended> result) {
                              self->allowance_->stored(bytes);
                              self->appended(request, id, std::move(result));
                          });
    }
    if (!tooFast.empty())
        refuse(request, pb::Refusal::TOO_FAST, static_cast<std::uint32_t>(mailRefusedUntilMs_ - nowMs),
               tooFast);
}

// After one refusal all mail is refused for a while: what the client has sent before it hears of the refusal
// must not overtake the mail that was refused.
bool Session::mayMail(std::size_t bytes, std::int64_t nowMs) {
    if (nowMs < mailRefusedUntilMs_)
        return false;
    const auto waitMs = allowance_->takeMail(bytes, nowMs);
    if (waitMs == 0)
        return true;
    mailRefusedUntilMs_ = nowMs + std::max(waitMs, kShortestRefusalMs);
    return false;
}

void Session::appended(std::uint64_t request, const MessageId& id, Result<Appended> result) {
    if (!result) {
        const bool closing = result.error().code == ErrorCode::Cancelled;
        return refuse(request, closing ? pb::Refusal::SHUTTING_DOWN : pb::Refusal::HUB_FULL, 0,
                      {toString(id.view())});
    }
    if (result->outcome != AppendOutcome::Stored)
        return refuse(request, codeOf(result->outcome), 0, {toString(id.view())});
    ++hub_.metrics.mailsAccepted;
    write([&] {
        if (result->recognised)
            outbox_.recognised(id, *result->recognised);
        outbox_.accepted(id);
    });
    if (result->recognised)
        ++hub_.metrics.mailsRecognised;
    if (const auto recipient = hub_.directory.find(result->mail.recipient))
        recipient->offer(result->mail);
}

void Session::offer(const StoredMail& mail) {
    bool taken = false;
    {
        const std::lock_guard lock(mutex_);
        taken = window_.offer(mail);
        if (taken)
            outbox_.deliver(mail);
    }
    if (!taken)
        return;
    ++hub_.metrics.mailsSent;
    if (const auto transport = transport_.lock())
        transport->wake();
}

void Session::acknowledge(std::uint64_t request, const pb::AcknowledgeMail& body) {
    std::vector<DeliveryWindow::Acknowledged> done;
    {
        const std::lock_guard lock(mutex_);
        done = window_.acknowledge(body.sequences());
    }
    std::vector<std::uint64_t> sequences;
    sequences.reserve(done.size());
    for (const auto& mail : done)
        sequences.push_back(mail.sequence);
    if (!sequences.empty())
        hub_.store.acknowledge(account_.id, std::move(sequences));
    hub_.metrics.mailsAcknowledged += done.size();
    for (const auto& mail : done) {
        if (const auto sender = hub_.directory.find(mail.sender))
            sender->tellDelivered(account_.handle, mail.id);
    }
    if (request != 0)
        answerDone(request, {});
    fetchIfRoom();
}

void Session::tellDelivered(const std::string& peer, const MessageId& id) {
    write([&] { outbox_.delivered(peer, id); });
}

void Session::fetchIfRoom() {
    std::optional<DeliveryWindow::Fetch> fetch;
    {
        const std::lock_guard lock(mutex_);
        fetch = window_.nextFetch();
    }
    if (fetch)
        hub_.store.fetch(
            account_.id, fetch->after, fetch->limits,
            [self = shared_from_this()](Result<Fetched> result) { self->fetched(std::move(result)); });
}

void Session::fetched(Result<Fetched> result) {
    if (!result) {
        // Hanging up makes the client log in again later, which starts the delivery anew.
        hub_.log.error("fetch_failed", {{"reason", name(result.error().code)}});
        if (const auto transport = transport_.lock())
            transport->finish();
        return;
    }
    hub_.metrics.mailsSent += result->mails.size();
    write([&] {
        window_.fetched(*result);
        for (auto& mail : result->mails)
            outbox_.deliver(std::move(mail));
    });
}

void Session::queryWaiting(std::uint64_t request, const pb::QueryWaiting& body) {
    if (!isAllowed(request, Allowance::Spending::WaitingQuery))
        return;
    std::vector<MessageId> ids;
    for (const auto& id : body.message_ids())
        ids.push_back(*MessageId::from(asBytes(id)));
    hub_.store.stillWaiting(
        account_.id, body.peer(), std::move(ids),
        [self = shared_from_this(), request, peer = body.peer()](Result<std::vector<MessageId>> waiting) {
            if (!waiting)
                return self->answerDone(request, waiting.error());
            pb::HubFrame frame;
            frame.mutable_still_waiting()->set_peer(peer);
            for (const auto& id : *waiting)
                frame.mutable_still_waiting()->add_message_ids(toString(id.view()));
            self->answer(request, std::move(frame));
        });
}

}  // namespace sesame::hub
