// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/media_judge.h"

#include <algorithm>

namespace sesame::client {

MediaJudge::MediaJudge(const Environment& environment, AccountKeeper& account, ContactBook& contacts,
                       InvitationBook& invitations, HelpFlow& help)
    : environment_(environment),
      account_(account),
      contacts_(contacts),
      invitations_(invitations),
      help_(help) {
}

void MediaJudge::sent(ContactId to, const MessageId& id, const QString& path) {
    const auto helper = contacts_.get(to);
    if (!helper || !environment_.recogniseMedia)
        return;
    Invitations waiting;
    for (const auto& open : invitations_.grantable(*helper))
        if (open.rule.media)
            waiting.push_back(open.record.id);
    if (waiting.empty())
        return;
    environment_.recogniseMedia(path, this, [this, to, id, waiting](const auto& print) {
        if (print)
            recognised(to, id, waiting, *print);
    });
}

bool MediaJudge::waitsFor(ContactId from) {
    const auto helper = contacts_.get(from);
    const auto open = helper ? invitations_.grantable(*helper) : std::vector<InvitationBook::Open>();
    return std::any_of(open.begin(), open.end(), [](const auto& one) { return one.rule.media.has_value(); });
}

// Time has gone by: all is looked at anew. An invitation that came meanwhile was not answered by this.
void MediaJudge::recognised(ContactId to, const MessageId& id, const Invitations& openThen,
                            const trigger::MediaPrint& print) {
    const auto helper = contacts_.get(to);
    if (!helper)
        return;
    auto open = invitations_.grantable(*helper);
    std::erase_if(open, [&](const auto& one) {
        return std::find(openThen.begin(), openThen.end(), one.record.id) == openThen.end();
    });
    std::vector<trigger::Candidate> candidates;
    candidates.reserve(open.size());
    for (const auto& one : open)
        candidates.push_back({one.record.ruleHash, one.rule});
    const trigger::OwnMedia media{id, account_.identity().publicKey(), helper->identity, print};
    const trigger::Verdict verdict = trigger::judge(media, candidates);
    if (verdict.kind != trigger::MatchKind::No)
        help_.looksLike(*helper, foundIn(open, verdict), id);
}

}  // namespace sesame::client
