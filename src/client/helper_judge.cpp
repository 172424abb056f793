// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/helper_judge.h"

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
    const auto sent = invitations_.sent(receiver);
    const trigger::RuleTable table = tableOf(sent, trigger::JudgePlace::Helper);
    if (table.size() == 0)
        return {};
    trigger::OwnMessage message;
    message.id = id;
    message.author = receiver.identity;
    message.recipient = account_.identity().publicKey();
    message.text = text;
    message.composed = true;  // whether it was, their client knows and looks at
    const trigger::Verdict verdict = trigger::judge(message, table);
    if (verdict.kind == trigger::MatchKind::No)
        return {};
    const InvitationBook::Open& found = foundIn(sent, verdict);
    SESAME_TRY(diary_.record("ordered", receiver, found.rule.phrase));
    return outbox_.post(receiver, {random_.messageId(), clock_.wallMs(),
                                   OrderContent{id, found.record.id, found.record.ruleHash}});
}

}  // namespace sesame::client
