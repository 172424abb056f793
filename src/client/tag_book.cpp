// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/tag_book.h"

#include "client/qt_text.h"

#include <algorithm>

namespace sesame::client {
namespace {

namespace pb = wire::pb;

std::string tableName(ContactId receiver) {
    return "tags.table." + std::to_string(receiver.value);
}

// What the hub has, or that the user was told that it does not take it: "has GOAL", "cannot GOAL".
std::string toldName(ContactId receiver) {
    return "tags.told." + std::to_string(receiver.value);
}

}  // namespace

TagBook::TagBook(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, Conversation& conversation,
                 Outbox& outbox, RuleBook& rules, HubConnection& hub, crypto::Random& random,
                 const Clock& clock)
    : ledger_(ledger),
      account_(account),
      contacts_(contacts),
      conversation_(conversation),
      outbox_(outbox),
      rules_(rules),
      hub_(hub),
      random_(random),
      clock_(clock) {
}

std::optional<TagTable> TagBook::tableOf(ContactId receiver) {
    const Bytes stored = ledger_.bytes(tableName(receiver));
    if (stored.empty())
        return std::nullopt;
    auto table = decodeTagTable(stored);
    return table ? std::optional(*std::move(table)) : std::nullopt;
}

// One table of one epoch at one hub.
std::string TagBook::goalOf(const TagTable& table) const {
    return std::to_string(table.told.epoch) + " at " + toStd(account_.hub().url);
}

Status TagBook::forgetTold(ContactId receiver) {
    SESAME_TRY(ledger_.store().removeValue(toldName(receiver)));
    refused_.erase(receiver);
    // The tags go first: when the invitation can be answered, the hub has them.
    ledger_.afterCommit([this, receiver] { tellHub(receiver); });
    return {};
}

Status TagBook::sendKey(const store::ContactRecord& receiver, const TagTable& table) {
    if (!ContactBook::mayAsk(receiver))
        return {};
    return outbox_.post(receiver, {random_.messageId(), clock_.wallMs(), table.told});
}

Status TagBook::follow(const store::ContactRecord& receiver) {
    const auto rules = rules_.judgedAtHub(receiver);
    const auto before = tableOf(receiver.id);
    if (before ? isAbout(*before, rules) : rules.empty())
        return {};
    // By the clock, so that a client that was put back to an older copy goes on above what it has forgotten.
    const auto now = static_cast<std::uint64_t>(std::max<std::int64_t>(clock_.wallMs(), 1));
    const TagTable table = makeTagTable(rules, std::max(now, before ? before->told.epoch + 1 : 0),
                                        receiver.handle, toStd(account_.handle()), random_);
    SESAME_TRY(ledger_.store().setValue(tableName(receiver.id), encode(table)));
    SESAME_TRY(forgetTold(receiver.id));
    return sendKey(receiver, table);
}

Status TagBook::accompany(const store::ContactRecord& receiver, const RuleId& rule) {
    const auto table = tableOf(receiver.id);
    const auto rules = rules_.judgedAtHub(receiver);
    const bool concerned =
        std::any_of(rules.begin(), rules.end(), [&](const auto& one) { return one.rule.id == rule; });
    if (!table || !concerned)
        return {};
    SESAME_TRY(forgetTold(receiver.id));
    return sendKey(receiver, *table);
}

void TagBook::blockChanged(ContactId id) {
    static_cast<void>(ledger_.transact([&] { return forgetTold(id); }));
}

void TagBook::welcomed(std::uint32_t mostTags) {
    mostTags_ = mostTags;
    asking_.clear();
    refused_.clear();
    tellHub();
}

void TagBook::tellHub() {
    for (const auto& contact : contacts_.all())
        tellHub(contact.id);
}

void TagBook::tellHub(ContactId id) {
    if (hub_.state() != ConnectionState::Online || !mostTags_ || asking_.contains(id) ||
        refused_.contains(id))
        return;
    const auto contact = contacts_.get(id);
    const auto table = contact && ContactBook::mayAsk(*contact) ? tableOf(id) : std::nullopt;
    if (!table)
        return;
    const std::string goal = goalOf(*table);
    if (ledger_.text(toldName(id)) == "has " + goal)
        return;
    if (*mostTags_ != 0)
        publish(*contact, *table, goal);
    else if (!table->told.marks.empty())
        cannot(id, goal, Notice::HubCannotRecognise);
}

void TagBook::publish(const store::ContactRecord& receiver, const TagTable& table, const std::string& goal) {
    pb::ClientFrame frame;
    frame.mutable_publish_tags()->set_peer(receiver.handle);
    for (const auto& row : table.rows) {
        auto& one = *frame.mutable_publish_tags()->add_tags();
        one.set_tag(toString(row.tag.view()));
        one.set_reference(toString(row.reference.view()));
    }
    asking_.insert(receiver.id);
    hub_.request(std::move(frame), [this, id = receiver.id, goal](const Result<pb::HubFrame>& answer) {
        asking_.erase(id);
        if (answer)
            published(id, goal, *answer);
    });
}

// Anything but these two answers: tried again later.
void TagBook::published(ContactId id, const std::string& goal, const pb::HubFrame& answer) {
    const auto table = tableOf(id);
    if (!table || goalOf(*table) != goal)
        return tellHub(id);
    if (answer.has_done())
        static_cast<void>(
            ledger_.transact([&] { return ledger_.store().setValue(toldName(id), asBytes("has " + goal)); }));
    else if (answer.refusal().code() == pb::Refusal::TOO_MANY_TAGS)
        cannot(id, goal, Notice::HubTakesNoMore);
}

void TagBook::cannot(ContactId id, const std::string& goal, Notice why) {
    refused_.insert(id);
    const std::string told = "cannot " + goal;
    if (ledger_.text(toldName(id)) == told)
        return;
    static_cast<void>(ledger_.transact([&]() -> Status {
        SESAME_TRY(ledger_.store().setValue(toldName(id), asBytes(told)));
        return conversation_.notice(id, why);
    }));
}

}  // namespace sesame::client
