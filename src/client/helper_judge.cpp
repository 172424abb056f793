// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/helper_judge.h"

#include "sesame/trigger/judge.h"

namespace sesame::client {

HelperJudge::HelperJudge(AccountKeeper& account, Diary& diary, Outbox& outbox, InvitationBook& invitations,
                         crypto::Random& random, const Clock& clock)
    : account_(account),
      diary_(diary),
      outbox_(outbox),
      invitations_(invitations),
      random_(random),
      clock_(clock) {
}

Status HelperJudge::heard(const store::ContactRecord& receiver, const MessageId& id,
                          const std::string& text) {
    std::vector<trigger::Candidate> candidates;
    const auto sent = invitations_.sent(receiver);
    for (const auto& one : sent)
        if (one.rule.judgedAt == trigger::JudgePlace::Helper)
            candidates.push_back({one.record.ruleHash, one.rule});
    if (candidates.empty())
        return {};
    trigger::OwnMessage message;
    message.id = id;
    message.author = receiver.identity;
    message.recipient = account_.identity().publicKey();
    message.text = text;
    message.composed = true;  // whether it was, their client knows and looks at
    const trigger::RuleTable table(std::move(candidates));
    const trigger::Verdict verdict = trigger::judge(message, table);
    if (verdict.kind == trigger::MatchKind::No)
        return {};
    for (const auto& one : sent) {
        if (one.record.ruleHash != verdict.candidate->hash)
            continue;
        SESAME_TRY(diary_.record("ordered", receiver, one.rule.phrase));
        return outbox_.post(receiver, {random_.messageId(), clock_.wallMs(),
                                       OrderContent{id, one.record.id, one.record.ruleHash}});
    }
    return {};
}

}  // namespace sesame::client
