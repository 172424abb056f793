// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/help_report.h"

#include "client/outcome_row.h"

#include <algorithm>

namespace sesame::client {
namespace {

constexpr const char* kRunningHelp = "help.running";
constexpr std::size_t kEntryBytes = MessageId::kSize + RuleHash::kSize;

Bytes entryOf(const MessageId& invitation, const RuleHash& rule) {
    Bytes out(kEntryBytes);
    const auto rest = std::copy(invitation.value.begin(), invitation.value.end(), out.begin());
    std::copy(rule.value.begin(), rule.value.end(), rest);
    return out;
}

}  // namespace

HelpReport::HelpReport(Ledger& ledger, ContactBook& contacts, Conversation& conversation, Diary& diary,
                       Outbox& outbox, InvitationBook& invitations, crypto::Random& random,
                       const Clock& clock)
    : ledger_(ledger),
      contacts_(contacts),
      conversation_(conversation),
      diary_(diary),
      outbox_(outbox),
      invitations_(invitations),
      random_(random),
      clock_(clock) {
}

Status HelpReport::begin(const store::ContactRecord& helper, const MessageId& invitation,
                         const RuleHash& rule) {
    Bytes running = ledger_.bytes(kRunningHelp);
    const Bytes entry = entryOf(invitation, rule);
    running.insert(running.end(), entry.begin(), entry.end());
    SESAME_TRY(ledger_.store().setValue(kRunningHelp, running));
    return invitations_.setState(helper, invitation, InvitationState::Used);
}

void HelpReport::done(ContactId helperId, const MessageId& invitation, const RuleHash& rule,
                      const execute::Outcome& outcome) {
    static_cast<void>(ledger_.transact([&]() -> Status {
        SESAME_TRY_ASSIGN(const auto helper, contacts_.get(helperId));
        SESAME_TRY(noLongerRunning(entryOf(invitation, rule)));
        return tell(helper, invitation, rule, outcome);
    }));
}

Status HelpReport::noLongerRunning(const Bytes& entry) {
    const Bytes running = ledger_.bytes(kRunningHelp);
    Bytes rest;
    for (std::size_t at = 0; at + kEntryBytes <= running.size(); at += kEntryBytes) {
        const ByteView one = ByteView(running).subspan(at, kEntryBytes);
        if (!std::equal(one.begin(), one.end(), entry.begin()))
            rest.insert(rest.end(), one.begin(), one.end());
    }
    return rest.empty() ? ledger_.store().removeValue(kRunningHelp)
                        : ledger_.store().setValue(kRunningHelp, rest);
}

Status HelpReport::tell(const store::ContactRecord& helper, const MessageId& invitation, const RuleHash& rule,
                        const execute::Outcome& outcome) {
    using Kind = execute::OutcomeKind;
    const bool ran =
        outcome.kind == Kind::Started || outcome.kind == Kind::Focused || outcome.kind == Kind::Changed;
    SESAME_TRY(diary_.record(
        ran ? "executed" : "refused", helper,
        std::string(execute::name(outcome.kind)) + ": " + outcome.target + " " + outcome.detail));
    SESAME_TRY_ASSIGN(const auto asked, ledger_.store().invitation(invitation));
    if (!asked)
        return Error{ErrorCode::NotFound, "no such invitation"};
    const Content content{random_.messageId(), clock_.wallMs(),
                          OutcomeContent{invitation, rule, outcome.kind, shortTarget(outcome.target)}};
    SESAME_TRY(show(*asked, content, outcome.kind, outcome.target));
    return outbox_.post(helper, content);
}

// The invitation stands in both databases, so each side knows by itself what was to run.
Status HelpReport::show(const store::InvitationRecord& asked, const Content& content,
                        execute::OutcomeKind kind, const std::string& target) {
    SESAME_TRY_ASSIGN(const auto rule, trigger::openRule(signedRuleOf(asked.rule, asked.ruleSignature)));
    store::MessageRecord row = outcomeRow(content.id, kind, rule.command, target);
    row.contact = asked.contact;
    row.direction = asked.direction == Direction::Incoming ? Direction::Outgoing : Direction::Incoming;
    row.sentMs = content.sentMs;
    SESAME_TRY(conversation_.add(std::move(row)));
    return {};
}

void HelpReport::finishCutOff() {
    const Bytes running = ledger_.bytes(kRunningHelp);
    for (std::size_t at = 0; at + kEntryBytes <= running.size(); at += kEntryBytes)
        finishCutOff(ByteView(running).subspan(at, kEntryBytes));
}

void HelpReport::finishCutOff(ByteView entry) {
    const auto invitation = MessageId::from(entry.first(MessageId::kSize));
    const auto rule = RuleHash::from(entry.subspan(MessageId::kSize));
    const auto record = ledger_.store().invitation(*invitation);
    if (!record || !*record)
        return;
    const auto opened = trigger::openRule(signedRuleOf((*record)->rule, (*record)->ruleSignature));
    if (!opened)
        return;
    done((*record)->contact, *invitation, *rule,
         {execute::OutcomeKind::Failed, saidTarget(opened->command), "this program ended while it ran"});
}

Status HelpReport::received(const store::ContactRecord& from, const Content& content,
                            const OutcomeContent& outcome) {
    SESAME_TRY_ASSIGN(const auto invitation, ledger_.store().invitation(outcome.invitation));
    if (!invitation || invitation->contact != from.id || invitation->direction != Direction::Outgoing ||
        invitation->ruleHash != outcome.rule)
        return Error{ErrorCode::Refused, "an outcome of nothing that we asked"};
    if (invitation->state == InvitationState::Open)
        SESAME_TRY(invitations_.setState(from, outcome.invitation, InvitationState::Used));
    SESAME_TRY(diary_.record("outcome", from,
                             std::string(execute::name(outcome.kind)) + ": " + shortTarget(outcome.target)));
    return show(*invitation, content, outcome.kind, outcome.target);
}

}  // namespace sesame::client
