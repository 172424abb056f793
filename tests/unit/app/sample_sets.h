// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/client.h"
#include "sesame/client/rule_sets.h"

#include <map>

namespace sesame::app::test {

/// Rule sets that only note what the windows want.
class FakeSets : public client::RuleSets {
  public:
    client::RuleSet gather(client::ContactId, const QString&, const QList<RuleId>&) const override {
        return {};
    }
    QList<client::SetRowView> plan(client::ContactId, const client::RuleSet&,
                                   const QList<bool>& picked) const override {
        ++plans;
        return picked.isEmpty() || picked.at(0) ? planned : plannedWithoutFirst;
    }
    Result<int> import(client::ContactId, const client::RuleSet&, const QList<bool>& picked) override {
        if (importFails)
            return *importFails;
        imported = picked;
        return int(picked.count(true));
    }
    Result<MessageId> offer(client::ContactId receiver, const client::RuleSet& set) override {
        offeredTo << receiver;
        offered = set;
        const auto fails = offerFails.find(receiver);
        return fails == offerFails.end() ? Result<MessageId>(MessageId{}) : Result<MessageId>(fails->second);
    }
    Status withdraw(const MessageId& offer) override {
        withdrawn << offer;
        return {};
    }
    bool isOnlyOffered(client::ContactId, const RuleId&) const override { return false; }
    Result<QList<client::SetRowView>> answer(const MessageId&, bool, Hand) override {
        return QList<client::SetRowView>();
    }
    QList<client::OfferView> offers(client::Direction) const override { return all; }
    Result<QList<client::SetRowView>> rows(const MessageId&) const override { return planned; }

    QList<client::SetRowView> planned;
    QList<client::SetRowView> plannedWithoutFirst;
    QList<client::OfferView> all;
    std::optional<Error> importFails;
    std::map<client::ContactId, Error> offerFails;
    QList<bool> imported;
    QList<client::ContactId> offeredTo;
    client::RuleSet offered;
    QList<MessageId> withdrawn;
    mutable int plans = 0;
};

inline client::SetRowView setRow(const QString& phrase, const trigger::Command& command,
                                 client::RowFate fate = client::RowFate::New,
                                 const QString& fateText = QStringLiteral("New")) {
    client::SetRowView out;
    out.phrase = phrase;
    out.command = command;
    out.commandText = client::Client::describe(command);
    out.termsText = QStringLiteral("They answer by sending it back, or by pressing Yes. Valid for 30 days.");
    out.fate = fate;
    out.fateText = fateText;
    return out;
}

inline QList<client::SetRowView> someRows() {
    return {setRow(QStringLiteral("请打开计算器"), trigger::LaunchProgram{"计算器"}),
            setRow(QStringLiteral("please show me what you see"),
                   trigger::RemoteControl{trigger::RemoteLevel::Point, 45}, client::RowFate::Replaces,
                   QStringLiteral("Takes the place of “please show me what you see”")),
            setRow(QStringLiteral("please open the calculators"), trigger::LaunchProgram{"Calculator"},
                   client::RowFate::Refused,
                   QStringLiteral("Not possible: The phrase is too much like another one: “请打开计算器”.")),
            setRow(QStringLiteral("make the letters larger for me"),
                   trigger::ImSettings{"", "text-size", "large"})};
}

inline client::RuleSet someSet() {
    client::RuleSet out{"Family", {}};
    for (const auto& row : someRows())
        out.rows.push_back({row.phrase.toStdString(), row.command, row.terms});
    return out;
}

inline client::OfferView someOffer(client::OfferState state, client::Direction direction) {
    client::OfferView out;
    out.contactName = QStringLiteral("Anna");
    out.direction = direction;
    out.name = QStringLiteral("Family");
    out.rules = 4;
    out.taken = state == client::OfferState::Accepted ? 3 : 0;
    out.state = state;
    out.time = QDateTime::currentDateTime();
    out.expires = out.time.addDays(client::RuleSets::kOfferDays);
    return out;
}

inline client::ContactView setPerson(int id, const QString& name) {
    client::ContactView out;
    out.id = client::ContactId{id};
    out.name = name;
    out.state = client::ContactState::Accepted;
    return out;
}

}  // namespace sesame::app::test
