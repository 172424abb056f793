// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/client_methods.h"

#include "cli/command_json.h"
#include "cli/rpc_answer.h"

#include <QTimer>

namespace sesame::cli {
namespace {

using client::Client;
using client::ContactId;

QJsonObject idObject(const char* key, ByteView id) {
    return {{QLatin1String(key), idText(id)}};
}

/// Creation goes through the hub, so the answer waits for it.
void createAccount(Client& client, const QJsonObject& params, const JsonRpc::Reply& reply) {
    const Status begun = client.createAccount(params.value("name").toString(), params.value("hub").toString(),
                                              params.value("fingerprint").toString());
    if (!begun)
        return reply(failed(begun.error()));
    auto* waiting = new QObject(&client);
    const auto finish = [waiting, reply](const Answer& answer) {
        waiting->deleteLater();
        waiting->disconnect();
        reply(answer);
    };
    QObject::connect(&client, &Client::accountCreated, waiting,
                     [&client, finish] { finish(QJsonValue(toJson(*client.account()))); });
    QObject::connect(&client, &Client::connectionChanged, waiting, [&client, finish] {
        if (client.connection() == client::ConnectionState::Refused)
            finish(RpcError{rpc::kFailed, client.connectionProblem(), QJsonObject{{"code", "refused"}}});
    });
}

void addAccountMethods(JsonRpc& rpc, Client& client) {
    rpc.addMethod("account.create", [&client](const QJsonObject& params, const JsonRpc::Reply& reply) {
        createAccount(client, params, reply);
    });
    rpc.addMethod("account.get", now([&client](const QJsonObject&) -> Answer {
                      const auto account = client.account();
                      return account ? QJsonValue(toJson(*account)) : QJsonValue(QJsonValue::Null);
                  }));
    rpc.addMethod("account.link", now([&client](const QJsonObject&) -> Answer {
                      return QJsonValue(QJsonObject{{"link", client.invitationLink()}});
                  }));
    rpc.addMethod("connection.get", now([&client](const QJsonObject&) -> Answer {
                      return QJsonValue(QJsonObject{{"state", connectionName(client.connection())},
                                                    {"problem", client.connectionProblem()}});
                  }));
    rpc.addMethod("connection.retry", now([&client](const QJsonObject&) -> Answer {
                      client.connectNow();
                      return QJsonValue(QJsonObject());
                  }));
}

void addContactMethods(JsonRpc& rpc, Client& client) {
    rpc.addMethod("contacts.list", now([&client](const QJsonObject&) -> Answer {
                      return QJsonValue(list(client.contacts()));
                  }));
    rpc.addMethod("contacts.add", now([&client](const QJsonObject& params) {
                      return done(client.addContact(params.value("link").toString()), [](ContactId id) {
                          return QJsonObject{{"contact", qint64(id.value)}};
                      });
                  }));
    rpc.addMethod("contacts.accept", withContact(client, [&client](ContactId id, const QJsonObject&) {
                      return done(client.acceptContact(id));
                  }));
    rpc.addMethod("contacts.decline", withContact(client, [&client](ContactId id, const QJsonObject&) {
                      return done(client.declineContact(id));
                  }));
    rpc.addMethod("contacts.block", withContact(client, [&client](ContactId id, const QJsonObject& params) {
                      return done(client.setBlocked(id, params.value("blocked").toBool(true)));
                  }));
    rpc.addMethod("contacts.rename", withContact(client, [&client](ContactId id, const QJsonObject& params) {
                      return done(client.renameContact(id, params.value("name").toString()));
                  }));
    rpc.addMethod("contacts.acknowledgeKey", withContact(client, [&client](ContactId id, const QJsonObject&) {
                      return done(client.acknowledgeKey(id));
                  }));
    rpc.addMethod("contacts.verify", withContact(client, [&client](ContactId id, const QJsonObject& params) {
                      return done(client.setVerified(id, params.value("verified").toBool(true)));
                  }));
    rpc.addMethod("contacts.safetyNumber", withContact(client, [&client](ContactId id, const QJsonObject&) {
                      const auto words = client.safetyWords(id);
                      return done(client.safetyNumber(id), [&](const QString& digits) {
                          return QJsonObject{
                              {"digits", digits},
                              {"words", QJsonArray::fromStringList(words ? *words : QStringList())}};
                      });
                  }));
}

void addMessageMethods(JsonRpc& rpc, Client& client) {
    rpc.addMethod("messages.send", withContact(client, [&client](ContactId id, const QJsonObject& params) {
                      return done(client.sendText(id, params.value("text").toString()),
                                  [](const MessageId& sent) { return idObject("id", sent.view()); });
                  }));
    rpc.addMethod(
        "messages.history", withContact(client, [&client](ContactId id, const QJsonObject& params) {
            const int limit = qBound(1, params.value("limit").toInt(50), 1000);
            return Answer(QJsonValue(list(client.history(id, params.value("before").toInteger(), limit))));
        }));
    rpc.addMethod("messages.read", withContact(client, [&client](ContactId id, const QJsonObject&) {
                      return done(client.markRead(id));
                  }));
    rpc.addMethod("messages.retry", now([&client](const QJsonObject& params) -> Answer {
                      const auto id = idFrom<MessageId>(params, "id");
                      return id ? done(client.retry(*id)) : failed(id.error());
                  }));
}

// Both, where nothing is said.
std::optional<trigger::Ways> waysFrom(const QJsonValue& value) {
    if (value.isUndefined())
        return trigger::Ways{true, true};
    trigger::Ways out{false, false};
    for (const auto& way : value.toArray()) {
        if (way == QLatin1String("phrase"))
            out.phrase = true;
        else if (way == QLatin1String("buttons"))
            out.buttons = true;
        else if (way == QLatin1String("told"))
            out.told = true;
        else
            return std::nullopt;
    }
    return trigger::isLegal(out) ? std::optional(out) : std::nullopt;
}

std::optional<trigger::JudgePlace> placeFrom(const QJsonValue& value) {
    if (value.isUndefined())
        return trigger::JudgePlace::Receiver;
    for (const auto place : trigger::kJudgePlaces)
        if (value == QLatin1String(trigger::name(place)))
            return place;
    return std::nullopt;
}

// "yes" or "no", nothing else.
Answer answered(const QJsonObject& params, const std::function<Status(const MessageId&, bool)>& act) {
    const auto id = idFrom<MessageId>(params, "id");
    const QString said = params.value("answer").toString();
    if (!id)
        return failed(id.error());
    if (said != QLatin1String("yes") && said != QLatin1String("no"))
        return invalid("\"answer\" must be \"yes\" or \"no\"");
    return done(act(*id, said == QLatin1String("yes")));
}

Answer saveRule(Client& client, ContactId contact, const QJsonObject& params,
                const std::optional<trigger::MediaPrint>& media = {}) {
    const auto command = commandFromJson(params.value("command").toObject());
    if (!command)
        return invalid("\"command\" must be an object with a known \"type\"");
    std::optional<RuleId> id;
    if (params.contains("rule")) {
        const auto given = idFrom<RuleId>(params, "rule");
        if (!given)
            return failed(given.error());
        id = *given;
    }
    const auto ways = waysFrom(params.value("ways"));
    if (!ways)
        return invalid(
            "\"ways\" must be an array of \"phrase\" and \"buttons\", or of \"phrase\" and \"told\"");
    const auto place = placeFrom(params.value("judgedAt"));
    if (!place)
        return invalid("\"judgedAt\" must be \"receiver\", \"helper\" or \"hub\"");
    const int days = params.value("days").toInt(0);
    if (days < 0 || days > static_cast<int>(client::kMostDays))
        return invalid("\"days\" must be a number of days, or 0 for no end");
    std::optional<trigger::RuleProblem> problem;
    const auto saved = client.saveRule(
        contact, id, params.value("phrase").toString(), *command, &problem,
        {*ways, *place, static_cast<std::uint32_t>(days), media, params.value("media").toString()});
    if (problem)
        return RpcError{rpc::kFailed, Client::describe(*problem),
                        QJsonObject{{"code", "refused"}, {"reason", QLatin1String(problem->reason())}}};
    return done(saved, [](const RuleId& rule) { return idObject("rule", rule.view()); });
}

/// A rule whose key is a file waits until it is known what the file is recognised by.
void saveAnyRule(Client& client, const QJsonObject& params, const JsonRpc::Reply& reply) {
    const QString path = params.value("media").toString();
    const auto save = [&client, params](const std::optional<trigger::MediaPrint>& media) {
        Answer out;
        withContact(client, [&](ContactId id, const QJsonObject&) {
            return saveRule(client, id, params, media);
        })(params, [&out](const Answer& answer) { out = answer; });
        return out;
    };
    if (!params.contains("media"))
        return reply(save({}));
    client.recognise(path, &client, [save, reply](const auto& print) {
        reply(print ? save(*print) : failed(print.error()));
    });
}

void addRuleMethods(JsonRpc& rpc, Client& client) {
    rpc.addMethod("rules.list", withContact(client, [&client](ContactId id, const QJsonObject& params) {
                      const bool theirs = params.value("direction").toString() == QLatin1String("incoming");
                      return Answer(QJsonValue(list(client.rules(
                          id, theirs ? client::Direction::Incoming : client::Direction::Outgoing))));
                  }));
    rpc.addMethod("rules.save", [&client](const QJsonObject& params, const JsonRpc::Reply& reply) {
        saveAnyRule(client, params, reply);
    });
    rpc.addMethod("rules.remove", withContact(client, [&client](ContactId id, const QJsonObject& params) {
                      const auto rule = idFrom<RuleId>(params, "rule");
                      return rule ? done(client.removeRule(id, *rule)) : failed(rule.error());
                  }));
    rpc.addMethod("invitations.send", withContact(client, [&client](ContactId id, const QJsonObject& params) {
                      const auto rule = idFrom<RuleId>(params, "rule");
                      if (!rule)
                          return failed(rule.error());
                      return done(client.invite(id, *rule),
                                  [](const MessageId& sent) { return idObject("id", sent.view()); });
                  }));
    rpc.addMethod("invitations.withdraw", now([&client](const QJsonObject& params) -> Answer {
                      const auto id = idFrom<MessageId>(params, "id");
                      return id ? done(client.withdrawInvitation(*id)) : failed(id.error());
                  }));
    rpc.addMethod("invitations.press", now([&client](const QJsonObject& params) {
                      return answered(params, [&client](const MessageId& id, bool yes) {
                          return client.pressInvitation(id, yes);
                      });
                  }));
    rpc.addMethod("wishes.answer", now([&client](const QJsonObject& params) {
                      return answered(params, [&client](const MessageId& id, bool yes) {
                          return client.answerWish(id, yes);
                      });
                  }));
}

void addRecordMethods(JsonRpc& rpc, Client& client) {
    rpc.addMethod("audit.list", now([&client](const QJsonObject&) {
                      return done(client.audit().entries(),
                                  [](const std::vector<consent::AuditEntry>& entries) {
                                      return list(QList<consent::AuditEntry>(entries.begin(), entries.end()));
                                  });
                  }));
    rpc.addMethod("audit.verify", now([&client](const QJsonObject&) {
                      return done(client.audit().verify(), [](const consent::AuditLog::Check& check) {
                          return QJsonObject{{"intact", check.intact},
                                             {"firstBad", static_cast<qint64>(check.firstBad)}};
                      });
                  }));
    rpc.addMethod(
        "settings.get", now([&client](const QJsonObject& params) -> Answer {
            return QJsonValue(QJsonObject{{"value", client.setting(params.value("key").toString())}});
        }));
    rpc.addMethod(
        "settings.set", now([&client](const QJsonObject& params) {
            return done(client.setSetting(params.value("key").toString(), params.value("value").toString()));
        }));
    rpc.addMethod("places.get", now([&client](const QJsonObject&) -> Answer {
                      return QJsonValue(QJsonArray::fromStringList(client.allowedPlaces()));
                  }));
    rpc.addMethod("places.set", now([&client](const QJsonObject& params) {
                      QStringList places;
                      for (const auto& place : params.value("places").toArray())
                          places << place.toString();
                      return done(client.setAllowedPlaces(places));
                  }));
}

}  // namespace

void addClientMethods(JsonRpc& rpc, Client& client) {
    addAccountMethods(rpc, client);
    addContactMethods(rpc, client);
    addMessageMethods(rpc, client);
    addRuleMethods(rpc, client);
    addRecordMethods(rpc, client);
    rpc.addMethod("methods", now([&rpc](const QJsonObject&) -> Answer {
                      return QJsonValue(QJsonArray::fromStringList(rpc.methods()));
                  }));
}

}  // namespace sesame::cli
