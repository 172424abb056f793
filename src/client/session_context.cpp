// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session_context.h"

#include "client/qt_text.h"
#include "client/rule_book.h"

#include <QUrl>
#include <cstdlib>

namespace sesame::client {
namespace {

constexpr std::int64_t kFreshMs = 120'000;

stream::Relay relayOf(const HubAddress& hub) {
    const QUrl url(hub.url);
    return {toStd(url.host()), static_cast<std::uint16_t>(url.port(443)), hub.fingerprint};
}

}  // namespace

Status SessionContext::tell(const store::ContactRecord& to, Content::Body body) const {
    const Content content{environment.random.messageId(), environment.clock.wallMs(), std::move(body)};
    return ledger.transact([&] { return outbox.post(to, content); });
}

SessionLink::Ends SessionContext::ends(const store::ContactRecord& peer, const StreamId& stream,
                                       crypto::Key secret, stream::Terms::Role role) const {
    return {relayOf(account.hub()),
            {stream, std::move(secret), role, toStd(account.handle()), peer.handle},
            account.identity().seed().clone()};
}

Result<store::ContactRecord> SessionContext::helperOf(const consent::GrantScope& scope) const {
    for (const auto& contact : contacts.all())
        if (contact.identity == scope.helper && ContactBook::mayAsk(contact))
            return contact;
    return Error{ErrorCode::Refused, "not a contact that may help"};
}

Result<trigger::Rule> SessionContext::askedRule(const store::ContactRecord& from, const MessageId& invitation,
                                                const RuleHash& rule) const {
    SESAME_TRY_ASSIGN(const auto asked, ledger.store().invitation(invitation));
    if (!asked || asked->contact != from.id || asked->direction != Direction::Outgoing ||
        asked->ruleHash != rule)
        return Error{ErrorCode::Refused, "an offer of nothing that we asked"};
    return trigger::openRule(signedRuleOf(asked->rule, asked->ruleSignature));
}

bool SessionContext::isFresh(const Content& content) const {
    return std::llabs(environment.clock.wallMs() - content.sentMs) <= kFreshMs;
}

}  // namespace sesame::client
