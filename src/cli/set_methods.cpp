// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/set_methods.h"

#include "cli/rpc_answer.h"
#include "cli/set_json.h"

namespace sesame::cli {
namespace {

using client::Client;
using client::ContactId;
using client::RuleSet;

RpcError said(const Error& error, const QString& words) {
    return {rpc::kFailed, words.isEmpty() ? QString::fromStdString(error.detail) : words,
            QJsonObject{{"code", QLatin1String(name(error.code))}}};
}

/// A method about one offer, named by "offer".
JsonRpc::Method withOffer(std::function<Answer(const MessageId&)> body) {
    return now([body = std::move(body)](const QJsonObject& params) -> Answer {
        const auto id = idFrom<MessageId>(params, "offer");
        return id ? body(*id) : invalid("\"offer\" must be the id of an offer's message");
    });
}

std::optional<QList<RuleId>> rulesIn(const QJsonObject& params) {
    QList<RuleId> out;
    for (const auto& one : params.value("rules").toArray()) {
        const auto id = idFrom<RuleId>(QJsonObject{{"rule", one}}, "rule");
        if (!id)
            return std::nullopt;
        out << *id;
    }
    return out;
}

QList<bool> pickedIn(const QJsonObject& params, const RuleSet& set) {
    if (!params.contains("rows"))
        return {};
    QList<bool> out(static_cast<qsizetype>(set.rows.size()), false);
    for (const auto& one : params.value("rows").toArray())
        if (const int row = one.toInt(-1); row >= 0 && row < out.size())
            out[row] = true;
    return out;
}

Answer exportRules(Client& client, ContactId contact, const QJsonObject& params) {
    const auto rules = rulesIn(params);
    if (!rules)
        return invalid("\"rules\" must be an array of ids");
    const RuleSet set = client.sets().gather(contact, params.value("name").toString(), *rules);
    if (set.rows.empty())
        return failed({ErrorCode::NotFound, "no such rules"});
    if (set.name.empty())
        return invalid("\"name\" must be the name of the set");
    QString words;
    const Status saved = client::saveRuleSet(params.value("path").toString(), set, &words);
    return saved ? Answer(QJsonValue(QJsonObject{{"rules", qint64(set.rows.size())}}))
                 : Answer(said(saved.error(), words));
}

Answer importRules(Client& client, ContactId contact, const QJsonObject& params) {
    QString words;
    const auto set = client::loadRuleSet(params.value("path").toString(), &words);
    if (!set)
        return said(set.error(), words);
    const QList<bool> picked = pickedIn(params, *set);
    QJsonObject out{{"name", QString::fromStdString(set->name)},
                    {"rows", toJson(client.sets().plan(contact, *set, picked))}};
    if (params.value("look").toBool())
        return QJsonValue(out);
    const auto saved = client.sets().import(contact, *set, picked);
    return done(saved, [&](int count) {
        out["saved"] = count;
        return out;
    });
}

/// Its number or its handle.
std::optional<ContactId> contactIn(Client& client, const QJsonValue& wanted) {
    for (const auto& person : client.contacts())
        if (wanted.isString() ? person.handle == wanted.toString()
                              : wanted.isDouble() && person.id.value == wanted.toInteger())
            return person.id;
    return std::nullopt;
}

// From a file, or from the rules for one contact.
Result<RuleSet> setToOffer(Client& client, const QJsonObject& params, QString& words) {
    if (params.contains("path"))
        return client::loadRuleSet(params.value("path").toString(), &words);
    const auto contact = contactIn(client, params.value("contact"));
    const auto rules = rulesIn(params);
    if (!contact || !rules)
        return Error{ErrorCode::Malformed, "\"path\", or \"contact\" and the ids of \"rules\""};
    return client.sets().gather(*contact, params.value("name").toString(), *rules);
}

Answer offerRules(Client& client, const QJsonObject& params) {
    QString words;
    const auto set = setToOffer(client, params, words);
    if (!set)
        return said(set.error(), words);
    QJsonArray out;
    for (const auto& wanted : params.value("to").toArray()) {
        QJsonObject one{{"to", wanted}};
        const auto contact = contactIn(client, wanted);
        const auto sent = contact ? client.sets().offer(*contact, *set)
                                  : Result<MessageId>(Error{ErrorCode::NotFound, "no such contact"});
        if (sent)
            one["offer"] = idText(sent->view());
        else
            one["code"] = QLatin1String(name(sent.error().code));
        out.append(one);
    }
    return QJsonValue(out);
}

}  // namespace

SetMethods::SetMethods(JsonRpc& rpc, Client& client) {
    client::RuleSets& sets = client.sets();
    rpc.addMethod("rules.export", withContact(client, [&client](ContactId id, const QJsonObject& params) {
                      return exportRules(client, id, params);
                  }));
    rpc.addMethod("rules.import", withContact(client, [&client](ContactId id, const QJsonObject& params) {
                      return importRules(client, id, params);
                  }));
    rpc.addMethod("rules.offer",
                  now([&client](const QJsonObject& params) { return offerRules(client, params); }));
    rpc.addMethod("offers.list", now([&sets](const QJsonObject& params) -> Answer {
                      const bool own = params.value("direction").toString() == QLatin1String("outgoing");
                      return QJsonValue(toJson(
                          sets.offers(own ? client::Direction::Outgoing : client::Direction::Incoming)));
                  }));
    rpc.addMethod("offers.rows", withOffer([&sets](const MessageId& id) {
                      return done(sets.rows(id), [](const auto& rows) { return toJson(rows); });
                  }));
    rpc.addMethod("offers.accept", withOffer([&sets](const MessageId& id) {
                      return done(sets.answer(id, true), [](const auto& rows) { return toJson(rows); });
                  }));
    rpc.addMethod("offers.decline", withOffer([&sets](const MessageId& id) {
                      return done(sets.answer(id, false), [](const auto&) { return QJsonObject(); });
                  }));
    rpc.addMethod("offers.withdraw",
                  withOffer([&sets](const MessageId& id) { return done(sets.withdraw(id)); }));
    connect(&sets, &client::RuleSets::offersChanged, this, [&rpc] { rpc.notify("offers.changed", {}); });
}

}  // namespace sesame::cli
