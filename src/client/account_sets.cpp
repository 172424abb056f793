// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/account_sets.h"

#include "client/qt_text.h"
#include "client/set_wording.h"

#include "sesame/client/plain_text.h"

#include <algorithm>

namespace sesame::client {

AccountSets::AccountSets(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, RuleBook& rules,
                         InvitationBook& invitations, TagBook& tags, OfferBook& offers,
                         crypto::Random& random, const Clock& clock)
    : ledger_(ledger),
      account_(account),
      contacts_(contacts),
      rules_(rules),
      invitations_(invitations),
      tags_(tags),
      offers_(offers),
      random_(random),
      clock_(clock) {
    rules_.withhold([this](const store::ContactRecord& helper, const RuleId& rule) {
        return offers_.isOnlyOffered(helper.id, Direction::Incoming, rule);
    });
}

void AccountSets::announce() {
    ledger_.afterCommit([this] { Q_EMIT offersChanged(); });
}

Result<store::ContactRecord> AccountSets::mayAsk(ContactId receiver) const {
    SESAME_TRY_ASSIGN(auto contact, contacts_.get(receiver));
    if (!ContactBook::mayAsk(contact))
        return Error{ErrorCode::Refused, "not an accepted contact"};
    return contact;
}

Status AccountSets::followTable(const store::ContactRecord& receiver) {
    SESAME_TRY(tags_.follow(receiver));
    return invitations_.voidOlder(receiver, Direction::Outgoing);
}

// Files.

RuleSet AccountSets::gather(ContactId contact, const QString& name, const QList<RuleId>& rules) const {
    RuleSet out;
    out.name = toStd(name);
    for (const auto& one : rules_.known(contact, Direction::Outgoing))
        if (!one.rule.removed && !one.rule.media && (rules.isEmpty() || rules.contains(one.rule.id)))
            out.rows.push_back(rowOf(one.rule));
    return out;
}

std::vector<PlannedRule> AccountSets::planned(const store::ContactRecord& receiver, const RuleSet& set,
                                              const QList<bool>& picked) const {
    return planSet(set, picked, rules_.known(receiver.id, Direction::Outgoing),
                   {account_.identity().publicKey(), receiver.identity, clock_.wallMs()}, random_);
}

QList<SetRowView> AccountSets::plan(ContactId receiver, const RuleSet& set, const QList<bool>& picked) const {
    QList<SetRowView> out;
    const auto contact = contacts_.get(receiver);
    if (!contact)
        return out;
    const auto fates = planned(*contact, set, picked);
    for (std::size_t i = 0; i < fates.size(); ++i)
        out.append(viewOf(set.rows[i], fates[i].fit, Direction::Outgoing, ContactBook::nameOf(*contact)));
    return out;
}

Result<int> AccountSets::import(ContactId receiver, const RuleSet& set, const QList<bool>& picked) {
    SESAME_TRY_ASSIGN(const auto contact, mayAsk(receiver));
    std::vector<trigger::Rule> wanted;
    const auto fates = planned(contact, set, picked);
    for (std::size_t i = 0; i < fates.size(); ++i)
        if (fates[i].goes() && picked.value(static_cast<qsizetype>(i), true))
            wanted.push_back(fates[i].rule);
    const Status saved = ledger_.transact([&]() -> Status {
        SESAME_TRY(rules_.saveAll(contact, wanted));
        return followTable(contact);
    });
    if (!saved)
        return saved.error();
    return static_cast<int>(wanted.size());
}

// The helper.

Result<MessageId> AccountSets::offer(ContactId receiver, const RuleSet& set) {
    SESAME_TRY_ASSIGN(const auto contact, mayAsk(receiver));
    if (!isPlainName(toQt(set.name)) || set.rows.empty())
        return Error{ErrorCode::Malformed, "no name, or no rules"};
    std::vector<trigger::Rule> wanted;
    for (const auto& one : planned(contact, set, {}))
        if (one.goes())
            wanted.push_back(one.rule);
    if (wanted.empty())
        return Error{ErrorCode::Exists, "nothing that could be offered is new"};
    if (wanted.size() > static_cast<std::size_t>(kMostOffered))
        return Error{ErrorCode::Malformed, "too much for one offer"};
    auto sent = offers_.offer(contact, set.name, wanted);
    if (sent)
        announce();
    return sent;
}

Status AccountSets::withdraw(const MessageId& offer) {
    SESAME_TRY(offers_.withdraw(offer));
    announce();
    return {};
}

bool AccountSets::isOnlyOffered(ContactId receiver, const RuleId& rule) const {
    return offers_.isOnlyOffered(receiver, Direction::Outgoing, rule);
}

// The receiver.

Result<QList<SetRowView>> AccountSets::answer(const MessageId& offer, bool yes, Hand hand) {
    SESAME_TRY_ASSIGN(const auto record, offers_.acceptable(offer));
    if (yes && !trust_(hand))
        return Error{ErrorCode::Refused, "a program pressed it"};
    if (!yes) {
        SESAME_TRY(offers_.decline(offer));
        announce();
        return QList<SetRowView>();
    }
    SESAME_TRY_ASSIGN(const auto helper, contacts_.get(record.contact));
    std::vector<RuleBook::Fit> fits;
    const Status taken = ledger_.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(fits, offers_.accept(record));
        return invitations_.voidOlder(helper, Direction::Incoming);
    });
    if (!taken)
        return taken.error();
    announce();
    return shown(record, fits);
}

QList<SetRowView> AccountSets::shown(const store::OfferRecord& record,
                                     const std::vector<RuleBook::Fit>& fits) const {
    QList<SetRowView> out;
    const auto contact = contacts_.get(record.contact);
    const QString peer = contact ? ContactBook::nameOf(*contact) : QString();
    const auto rules = OfferBook::rulesOf(record);
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (const auto rule = trigger::openRule(rules[i])) {
            // What counts for an offer is when it was made, not when it is accepted.
            const auto until =
                rule->expiresMs == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(rule->expiresMs);
            out.append(viewOf(rowOf(*rule), fits[i], record.direction, peer, until));
            out.back().rule = rule->id;
        }
    return out;
}

Result<QList<SetRowView>> AccountSets::rows(const MessageId& offer) const {
    SESAME_TRY_ASSIGN(const auto record, offers_.get(offer));
    const auto rules = OfferBook::rulesOf(record);
    if (record.direction == Direction::Outgoing || record.state != OfferState::Open)
        return shown(record, std::vector<RuleBook::Fit>(rules.size()));
    SESAME_TRY_ASSIGN(const auto helper, contacts_.get(record.contact));
    return shown(record, rules_.look(helper, rules));
}

// Both.

QList<OfferView> AccountSets::offers(Direction direction) const {
    QList<OfferView> out;
    for (const auto& record : offers_.all(direction))
        if (const auto contact = contacts_.get(record.contact))
            out.append(viewOf(record, ContactBook::nameOf(*contact)));
    return out;
}

Status AccountSets::received(const store::ContactRecord& helper, const Content& content,
                             const RuleOfferContent& body) {
    SESAME_TRY(offers_.received(helper, content, body));
    announce();
    return {};
}

Status AccountSets::received(const store::ContactRecord& from, const RuleOfferAnswerContent& answer) {
    SESAME_TRY_ASSIGN(const bool changed, offers_.answered(from, answer));
    announce();
    return changed ? followTable(from) : Status();
}

Status AccountSets::voidAll(const store::ContactRecord& contact) {
    SESAME_TRY(offers_.voidAll(contact));
    announce();
    return {};
}

void AccountSets::expire() {
    if (offers_.expire())
        announce();
}

}  // namespace sesame::client
