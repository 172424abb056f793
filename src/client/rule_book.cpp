// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/rule_book.h"

#include "client/qt_text.h"

#include "sesame/trigger/phrase.h"

#include <algorithm>

namespace sesame::client {
namespace {

constexpr std::size_t kEntryBytes = MessageId::kSize + RuleId::kSize;
constexpr std::int64_t kDayMs = 24LL * 3600 * 1000;
// Of one mail with rules; what it may hold is more.
constexpr std::size_t kMostUpdateRules = 50;
constexpr std::size_t kMostUpdateBytes = 24UL * 1024;

// Mail and rule ids of updates that have not arrived yet, one after the other.
std::string onTheWay(ContactId contact) {
    return "rules.on-the-way." + std::to_string(contact.value);
}

// As the user chose it; it is no part of what is signed.
std::string mediaFileOf(const RuleId& id) {
    return "rules.media-file." + toHex(id.view());
}

store::RuleRecord recordOf(ContactId contact, Direction direction, const trigger::Rule& rule,
                           const trigger::SignedRule& signedRule, bool enabled) {
    return {rule.id, contact, direction, rule.version, signedRule.rule, toBytes(signedRule.signature),
            enabled};
}

}  // namespace

RuleBook::RuleBook(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, Conversation& conversation,
                   Diary& diary, Outbox& outbox, Events& events, crypto::Random& random, const Clock& clock)
    : ledger_(ledger),
      account_(account),
      contacts_(contacts),
      conversation_(conversation),
      diary_(diary),
      outbox_(outbox),
      events_(events),
      random_(random),
      clock_(clock) {
}

std::vector<RuleBook::Known> RuleBook::known(ContactId contact, Direction direction) {
    std::vector<Known> out;
    auto records = ledger_.store().rules(contact, direction);
    if (!records)
        return out;
    for (auto& record : *records)
        // The signature is checked at every reading: a row that was altered on disk is no rule (S42).
        if (auto rule = trigger::openRule(signedRuleOf(record.rule, record.signature)))
            out.push_back({std::move(record), std::move(*rule)});
    return out;
}

std::vector<trigger::Rule> RuleBook::inUse(const std::vector<Known>& known) {
    std::vector<trigger::Rule> out;
    for (const auto& one : known)
        if (one.record.enabled && !one.rule.removed)
            out.push_back(one.rule);
    return out;
}

void RuleBook::announce(ContactId contact) {
    ledger_.afterCommit([this, contact] { Q_EMIT events_.rulesChanged(contact); });
}

Result<RuleId> RuleBook::save(ContactId receiver, const std::optional<RuleId>& id, const std::string& phrase,
                              const trigger::Command& command, const RuleTerms& terms,
                              std::optional<trigger::RuleProblem>* problem) {
    if (!trigger::isLegal(terms.ways))
        return Error{ErrorCode::Malformed, "no way to grant it"};
    SESAME_TRY_ASSIGN(const auto contact, contacts_.get(receiver));
    if (!ContactBook::mayAsk(contact))
        return Error{ErrorCode::Refused, "not an accepted contact"};
    const auto rules = known(receiver, Direction::Outgoing);
    trigger::Rule rule;
    rule.id = id.value_or(random_.ruleId());
    for (const auto& one : rules)
        if (one.rule.id == rule.id)
            rule.version = one.record.version + 1;
    if (id && rule.version == 1)
        return Error{ErrorCode::NotFound, "no such rule"};
    rule.phrase = phrase;
    rule.command = command;
    rule.ways = terms.ways;
    rule.judgedAt = terms.judgedAt;
    rule.media = terms.media;
    if (!trigger::isLegal(rule))
        return Error{ErrorCode::Malformed, "a picture where only a phrase may be"};
    rule.helper = account_.identity().publicKey();
    rule.receiver = contact.identity;
    rule.createdMs = clock_.wallMs();
    rule.expiresMs = endOf(rule.createdMs, terms.days);
    if (auto found = trigger::checkRule(rule, inUse(rules))) {
        if (problem)
            *problem = std::move(found);
        return Error{ErrorCode::Refused, "the rule has a problem"};
    }
    const Status done = ledger_.transact([&]() -> Status {
        if (rule.media || !mediaFile(rule.id).isEmpty())
            SESAME_TRY(ledger_.store().setValue(
                mediaFileOf(rule.id), toBytes(asBytes(toStd(rule.media ? terms.mediaFile : QString())))));
        return publish(contact, rule);
    });
    if (!done)
        return done.error();
    return rule.id;
}

QString RuleBook::mediaFile(const RuleId& id) const {
    return toQt(toString(ledger_.bytes(mediaFileOf(id))));
}

Status RuleBook::saveAll(const store::ContactRecord& receiver, const std::vector<trigger::Rule>& rules) {
    std::vector<trigger::SignedRule> signedRules;
    for (const auto& rule : rules) {
        signedRules.push_back(trigger::sign(rule, account_.identity()));
        SESAME_TRY(ledger_.store().saveRule(
            recordOf(receiver.id, Direction::Outgoing, rule, signedRules.back(), true)));
    }
    announce(receiver.id);
    return sendUpdates(receiver, rules, signedRules);
}

Status RuleBook::sendUpdates(const store::ContactRecord& receiver, const std::vector<trigger::Rule>& rules,
                             const std::vector<trigger::SignedRule>& signedRules) {
    for (std::size_t at = 0; at < rules.size();) {
        Content content{random_.messageId(), clock_.wallMs(), RuleUpdateContent{}};
        auto& update = std::get<RuleUpdateContent>(content.body);
        for (std::size_t bytes = 0; at < rules.size() && update.rules.size() < kMostUpdateRules; ++at) {
            bytes += signedRules[at].rule.size() + signedRules[at].signature.size();
            if (!update.rules.empty() && bytes > kMostUpdateBytes)
                break;
            update.rules.push_back(signedRules[at]);
            SESAME_TRY(noteSent(receiver.id, content.id, rules[at]));
        }
        SESAME_TRY(outbox_.post(receiver, content));
    }
    return {};
}

Status RuleBook::adopt(const store::ContactRecord& receiver, const trigger::SignedRule& signedRule) {
    SESAME_TRY_ASSIGN(const auto rule, trigger::openRule(signedRule));
    for (const auto& one : known(receiver.id, Direction::Outgoing))
        if (one.rule.id == rule.id && one.record.version >= rule.version)
            return {};
    announce(receiver.id);
    return ledger_.store().saveRule(recordOf(receiver.id, Direction::Outgoing, rule, signedRule, true));
}

Status RuleBook::remove(ContactId receiver, const RuleId& id) {
    SESAME_TRY_ASSIGN(const auto contact, contacts_.get(receiver));
    for (const auto& one : known(receiver, Direction::Outgoing)) {
        if (one.rule.id != id || one.rule.removed)
            continue;
        trigger::Rule tombstone = one.rule;
        tombstone.version = one.record.version + 1;
        tombstone.removed = true;
        return publish(contact, tombstone);
    }
    return Error{ErrorCode::NotFound, "no such rule"};
}

Status RuleBook::publish(const store::ContactRecord& receiver, const trigger::Rule& rule) {
    const trigger::SignedRule signedRule = trigger::sign(rule, account_.identity());
    return ledger_.transact([&]() -> Status {
        SESAME_TRY(
            ledger_.store().saveRule(recordOf(receiver.id, Direction::Outgoing, rule, signedRule, true)));
        const Content content{random_.messageId(), clock_.wallMs(), RuleUpdateContent{{signedRule}}};
        SESAME_TRY(noteSent(receiver.id, content.id, rule));
        SESAME_TRY(outbox_.post(receiver, content));
        announce(receiver.id);
        return {};
    });
}

Status RuleBook::noteSent(ContactId receiver, const MessageId& mail, const trigger::Rule& rule) {
    Bytes list = ledger_.bytes(onTheWay(receiver));
    list.insert(list.end(), mail.value.begin(), mail.value.end());
    list.insert(list.end(), rule.id.value.begin(), rule.id.value.end());
    return ledger_.store().setValue(onTheWay(receiver), list);
}

std::vector<MessageId> RuleBook::undelivered(ContactId receiver) {
    std::vector<MessageId> out;
    const Bytes list = ledger_.bytes(onTheWay(receiver));
    for (std::size_t at = 0; at + kEntryBytes <= list.size(); at += kEntryBytes)
        if (const auto id = MessageId::from(ByteView(list).subspan(at, MessageId::kSize)))
            out.push_back(*id);
    return out;
}

void RuleBook::delivered(ContactId receiver, const MessageId& mail) {
    const Bytes list = ledger_.bytes(onTheWay(receiver));
    Bytes rest;
    for (std::size_t at = 0; at + kEntryBytes <= list.size(); at += kEntryBytes) {
        const ByteView entry = ByteView(list).subspan(at, kEntryBytes);
        if (!std::equal(mail.value.begin(), mail.value.end(), entry.begin()))
            rest.insert(rest.end(), entry.begin(), entry.end());
    }
    if (rest.size() == list.size())
        return;
    if (ledger_.store().setValue(onTheWay(receiver), rest))
        announce(receiver);
}

Result<trigger::SignedRule> RuleBook::current(ContactId receiver, const RuleId& id) {
    for (const auto& one : known(receiver, Direction::Outgoing))
        if (one.rule.id == id && one.record.enabled && !one.rule.removed)
            return signedRuleOf(one.record.rule, one.record.signature);
    return Error{ErrorCode::NotFound, "no such rule"};
}

std::vector<trigger::Candidate> RuleBook::judgedAtHub(const store::ContactRecord& receiver) {
    std::vector<trigger::Candidate> out;
    for (const auto& one : known(receiver.id, Direction::Outgoing))
        if (one.record.enabled && !one.rule.removed && one.rule.receiver == receiver.identity &&
            one.rule.judgedAt == trigger::JudgePlace::Hub && one.rule.ways.phrase)
            out.push_back({trigger::hashOf(signedRuleOf(one.record.rule, one.record.signature)), one.rule});
    return out;
}

Result<trigger::Rule> RuleBook::open(const store::ContactRecord& helper,
                                     const trigger::SignedRule& signedRule) const {
    SESAME_TRY_ASSIGN(auto rule, trigger::openRule(signedRule));
    if (rule.helper != helper.identity || rule.receiver != account_.identity().publicKey())
        return Error{ErrorCode::Refused, "a rule of or for somebody else"};
    return rule;
}

Status RuleBook::take(const store::ContactRecord& helper, const trigger::SignedRule& signedRule) {
    const auto opened = open(helper, signedRule);
    if (!opened || opened->wish) {
        const Error why = opened ? Error{ErrorCode::Malformed, "made for a wish"} : opened.error();
        SESAME_TRY(diary_.record("rule-refused", helper, name(why.code)));
        return why;
    }
    const auto rules = known(helper.id, Direction::Incoming);
    const Fit found = fit(rules, *opened, signedRule.rule);
    const auto refuse = [&](const char* why, const Error& error) -> Status {
        SESAME_TRY(diary_.record("rule-refused", helper, why));
        return error;
    };
    switch (found.fate) {
        case RowFate::Same:
            return {};
        case RowFate::NoRoom:
            return refuse("too many rules", {ErrorCode::Refused, "too many rules"});
        case RowFate::Older:
            return refuse("older version", {ErrorCode::Changed, "older than what is on file"});
        case RowFate::New:
            if (withheld_(helper, opened->id))
                return refuse("offered, not accepted", {ErrorCode::Refused, "offered, not accepted"});
            break;
        case RowFate::Replaces:
        case RowFate::Refused:
        case RowFate::Over:
            break;
    }
    const bool good = found.fate != RowFate::Refused;
    if (!good && !found.problem)
        return Error{ErrorCode::Refused, "not in use"};
    SESAME_TRY(ledger_.store().saveRule(recordOf(helper.id, Direction::Incoming, *opened, signedRule, good)));
    announce(helper.id);
    if (good)
        return diary_.record(opened->removed ? "rule-removed" : "rule-received", helper,
                             opened->media ? trigger::name(trigger::kindOf(*opened->media)) : opened->phrase);
    SESAME_TRY(diary_.record("rule-refused", helper, found.problem->reason()));
    SESAME_TRY(conversation_.notice(helper.id, Notice::RuleRefused, found.problem->reason()));
    return Error{ErrorCode::Refused, "the rule has a problem"};
}

RuleBook::Fit RuleBook::fit(const std::vector<Known>& known, const trigger::Rule& rule,
                            const Bytes& bytes) const {
    const auto onFile =
        std::find_if(known.begin(), known.end(), [&](const Known& one) { return one.rule.id == rule.id; });
    if (onFile == known.end() && known.size() >= kMostRules)
        return {RowFate::NoRoom};
    if (onFile != known.end() && onFile->record.version >= rule.version) {
        if (onFile->record.rule != bytes)
            return {RowFate::Older};
        return {onFile->record.enabled ? RowFate::Same : RowFate::Refused};
    }
    if (!rule.removed)
        if (auto problem = trigger::checkRule(rule, inUse(known)))
            return {RowFate::Refused, std::move(problem)};
    return onFile == known.end() ? Fit{RowFate::New}
                                 : Fit{RowFate::Replaces, std::nullopt, onFile->rule.phrase};
}

// The next ones are looked at as if this one were taken.
RuleBook::Fit RuleBook::walk(const store::ContactRecord& helper, std::vector<Known>& known,
                             const trigger::SignedRule& signedRule) {
    const auto opened = open(helper, signedRule);
    if (!opened || opened->wish || opened->removed)
        return {RowFate::Refused};
    if (isOver(*opened, clock_.wallMs()))
        return {RowFate::Over};
    Fit found = fit(known, *opened, signedRule.rule);
    Known now{recordOf(helper.id, Direction::Incoming, *opened, signedRule, true), *opened};
    if (found.fate == RowFate::New)
        known.push_back(std::move(now));
    else if (found.fate == RowFate::Replaces)
        *std::find_if(known.begin(), known.end(),
                      [&](const Known& one) { return one.rule.id == opened->id; }) = std::move(now);
    return found;
}

std::vector<RuleBook::Fit> RuleBook::look(const store::ContactRecord& helper,
                                          const std::vector<trigger::SignedRule>& rules) {
    std::vector<Fit> out;
    out.reserve(rules.size());
    auto table = known(helper.id, Direction::Incoming);
    for (const auto& rule : rules)
        out.push_back(walk(helper, table, rule));
    return out;
}

Result<std::vector<RuleBook::Fit>> RuleBook::takeAccepted(const store::ContactRecord& helper,
                                                          const std::vector<trigger::SignedRule>& rules) {
    std::vector<Fit> out;
    auto table = known(helper.id, Direction::Incoming);
    for (const auto& signedRule : rules) {
        out.push_back(walk(helper, table, signedRule));
        const Fit& found = out.back();
        if (found.fate == RowFate::Same)
            continue;
        const auto rule = trigger::openRule(signedRule);
        if (!isGood(found.fate) || !rule) {
            SESAME_TRY(diary_.record("rule-refused", helper,
                                     found.problem ? found.problem->reason() : name(found.fate)));
            continue;
        }
        SESAME_TRY(
            ledger_.store().saveRule(recordOf(helper.id, Direction::Incoming, *rule, signedRule, true)));
        SESAME_TRY(diary_.record("rule-received", helper, rule->phrase));
    }
    announce(helper.id);
    return out;
}

bool RuleBook::isCurrent(const store::ContactRecord& helper, const trigger::SignedRule& signedRule) {
    const auto records = ledger_.store().rules(helper.id, Direction::Incoming);
    if (!records)
        return false;
    const auto found = std::find_if(records->begin(), records->end(),
                                    [&](const auto& one) { return one.rule == signedRule.rule; });
    if (found == records->end() || !found->enabled)
        return false;
    const auto rule = trigger::openRule(signedRuleOf(found->rule, found->signature));
    return rule && !rule->removed && !isOver(*rule, clock_.wallMs());
}

std::optional<trigger::Rule> RuleBook::withPhrase(const store::ContactRecord& helper,
                                                  const std::string& text) {
    const std::string normalised = trigger::normalise(text);
    for (auto& one : known(helper.id, Direction::Incoming))
        if (!one.rule.removed && !one.rule.media && trigger::normalise(one.rule.phrase) == normalised)
            return std::move(one.rule);
    return std::nullopt;
}

bool RuleBook::any(ContactId contact, Direction direction) {
    const auto rules = known(contact, direction);
    return std::any_of(rules.begin(), rules.end(), [](const Known& one) { return !one.rule.removed; });
}

QList<RuleView> RuleBook::views(ContactId contact, Direction direction) {
    QList<RuleView> out;
    const Bytes list = ledger_.bytes(onTheWay(contact));
    const auto waits = [&list](const RuleId& id) {
        for (std::size_t at = 0; at + kEntryBytes <= list.size(); at += kEntryBytes)
            if (std::equal(id.value.begin(), id.value.end(), list.data() + at + MessageId::kSize))
                return true;
        return false;
    };
    for (const auto& one : known(contact, direction)) {
        if (one.rule.removed)
            continue;
        out.append(
            {one.rule.id,
             toQt(one.rule.phrase),
             one.rule.command,
             wording::command(one.rule.command),
             one.record.version,
             one.record.enabled,
             direction == Direction::Incoming || !waits(one.rule.id),
             {one.rule.ways, one.rule.judgedAt, daysOf(one.rule), one.rule.media,
              one.rule.media ? mediaFile(one.rule.id) : QString()},
             one.rule.expiresMs == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(one.rule.expiresMs)});
    }
    return out;
}

bool isOver(const trigger::Rule& rule, std::int64_t nowMs) {
    return rule.expiresMs != 0 && rule.expiresMs <= nowMs;
}

std::uint32_t daysOf(const trigger::Rule& rule) {
    const std::int64_t life = rule.expiresMs - rule.createdMs;
    if (rule.expiresMs == 0 || life <= 0)
        return rule.expiresMs == 0 ? 0 : 1;
    return static_cast<std::uint32_t>(
        std::min<std::int64_t>((life + kDayMs - 1) / kDayMs, std::int64_t(kMostDays)));
}

std::int64_t endOf(std::int64_t nowMs, std::uint32_t days) {
    return days == 0 ? 0 : nowMs + std::int64_t(days) * kDayMs;
}

}  // namespace sesame::client
