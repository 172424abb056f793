// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/hub_judge.h"

#include "client/qt_text.h"
#include "content.pb.h"

#include "sesame/trigger/phrase_tag.h"
#include "sesame/wire/frame.h"

#include <QLoggingCategory>
#include <algorithm>

namespace sesame::client {
namespace {

namespace pb = wire::pb;

Q_LOGGING_CATEGORY(logHubJudge, "sesame.hub-judge", QtInfoMsg)

constexpr std::size_t kMostKeyBytes = 32UL * 1024;

std::string keyName(ContactId helper) {
    return "tags.key." + std::to_string(helper.value);
}

bool isJudgedAtHub(const InvitationBook::Open& open) {
    return open.rule.judgedAt == trigger::JudgePlace::Hub && open.rule.ways.phrase;
}

}  // namespace

HubJudge::HubJudge(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, InvitationBook& invitations,
                   SentWords& sent, HelpFlow& help)
    : ledger_(ledger),
      account_(account),
      contacts_(contacts),
      invitations_(invitations),
      sent_(sent),
      help_(help) {
}

std::optional<HubKeyContent> HubJudge::keyOf(ContactId helper) {
    const Bytes stored = ledger_.bytes(keyName(helper));
    pb::HubKey key;
    if (stored.empty() || !wire::parse(stored, key, kMostKeyBytes))
        return std::nullopt;
    auto known = read(key);
    return known ? std::optional(*std::move(known)) : std::nullopt;
}

Status HubJudge::received(const store::ContactRecord& helper, const HubKeyContent& key) {
    const auto known = keyOf(helper.id);
    if (known && known->epoch >= key.epoch)
        return known->epoch == key.epoch ? Status() : Error{ErrorCode::Changed, "an older key"};
    pb::HubKey stored;
    write(key, stored);
    return ledger_.store().setValue(keyName(helper.id), wire::serialise(stored));
}

Status HubJudge::forget(ContactId helper) {
    return ledger_.store().removeValue(keyName(helper));
}

std::optional<PhraseTag> HubJudge::tag(ContactId to, const MessageId& message) {
    const auto said = hubRecognises_ ? sent_.find(to, message) : std::nullopt;
    const auto key = said ? keyOf(to) : std::nullopt;
    if (!key || key->marks.empty())
        return std::nullopt;
    const auto helper = contacts_.get(to);
    if (!helper)
        return std::nullopt;
    const auto open = invitations_.grantable(*helper);
    if (std::none_of(open.begin(), open.end(), isJudgedAtHub))
        return std::nullopt;
    const auto tag =
        trigger::tagOf(crypto::Key(key->key.bytes), toStd(account_.handle()), helper->handle, said->text);
    if (tag)
        sent_.awaitHint(message);
    return tag;
}

void HubJudge::recognised(const pb::MailRecognised& news) {
    for (const auto& one : news.mails()) {
        const auto message = MessageId::from(asBytes(one.message_id()));
        const auto reference = TagReference::from(asBytes(one.reference()));
        if (message && reference)
            recognised(*message, *reference);
        else
            qCInfo(logHubJudge, "hint dropped: malformed");
    }
}

void HubJudge::recognised(const MessageId& message, const TagReference& reference) {
    const auto to = sent_.takeHint(message);
    const auto helper =
        to ? contacts_.get(*to) : Result<store::ContactRecord>(Error{ErrorCode::NotFound, ""});
    if (!helper) {
        qCInfo(logHubJudge, "hint dropped: no message waits for one");
        return;
    }
    const OrderContent order = orderFor(*helper, message, reference);
    // A refusal is noted in the record, and stays there.
    static_cast<void>(ledger_.transact([&]() -> Status {
        static_cast<void>(help_.ordered(*helper, order, trigger::JudgePlace::Hub));
        return {};
    }));
}

// About no invitation at all, where the reference is none of this helper's.
OrderContent HubJudge::orderFor(const store::ContactRecord& helper, const MessageId& message,
                                const TagReference& reference) {
    OrderContent out{message, {}, {}};
    const auto key = keyOf(helper.id);
    if (!key)
        return out;
    const auto mark = std::find_if(key->marks.begin(), key->marks.end(),
                                   [&](const HubMark& one) { return one.reference == reference; });
    if (mark == key->marks.end())
        return out;
    out.rule = mark->rule;
    for (const auto& open : invitations_.grantable(helper))
        if (open.record.ruleHash == mark->rule && isJudgedAtHub(open))
            out.invitation = open.record.id;
    return out;
}

}  // namespace sesame::client
