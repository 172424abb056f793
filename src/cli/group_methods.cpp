// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/group_methods.h"

#include "cli/group_json.h"
#include "cli/rpc_answer.h"

namespace sesame::cli {
namespace {

using client::ContactId;
using client::GroupId;

/// A method about one group, named by "group".
JsonRpc::Method withGroup(std::function<Answer(const GroupId&, const QJsonObject&)> body) {
    return now([body = std::move(body)](const QJsonObject& params) -> Answer {
        const auto id = idFrom<GroupId>(params, "group");
        return id ? body(*id, params) : invalid("\"group\" must be the id of a group");
    });
}

/// A number or a handle.
std::optional<ContactId> memberIn(client::Client& client, const QJsonValue& wanted) {
    for (const auto& person : client.contacts())
        if (wanted.isString() ? person.handle == wanted.toString()
                              : wanted.isDouble() && person.id.value == wanted.toInteger())
            return person.id;
    return std::nullopt;
}

QJsonObject sentJson(const MessageId& id) {
    return {{"id", idText(id.view())}};
}

}  // namespace

GroupMethods::GroupMethods(JsonRpc& rpc, client::Client& client) : client_(client), groups_(client.groups()) {
    addFounding(rpc);
    addTalk(rpc);
    addMeeting(rpc);
    connect(&groups_, &client::Groups::changed, this, [this, &rpc](const GroupId& id) {
        if (const auto group = groups_.group(id))
            rpc.notify("group.changed", toJson(*group));
    });
    connect(&groups_, &client::Groups::messageAdded, this,
            [&rpc](const auto& message) { rpc.notify("group.messageAdded", toJson(message)); });
    connect(&groups_, &client::Groups::messageChanged, this,
            [&rpc](const auto& message) { rpc.notify("group.messageChanged", toJson(message)); });
}

void GroupMethods::addFounding(JsonRpc& rpc) {
    rpc.addMethod("groups.list",
                  now([this](const QJsonObject&) -> Answer { return QJsonValue(list(groups_.all())); }));
    rpc.addMethod("groups.found", now([this](const QJsonObject& params) -> Answer {
                      QList<ContactId> members;
                      for (const auto& one : params.value("members").toArray()) {
                          const auto member = memberIn(client_, one);
                          if (!member)
                              return invalid("\"members\" must be numbers or handles of contacts");
                          members << *member;
                      }
                      return done(groups_.found(params.value("name").toString(), members),
                                  [](const GroupId& id) {
                                      return QJsonObject{{"group", idText(id.view())}};
                                  });
                  }));
    rpc.addMethod("groups.add", withGroup([this](const GroupId& id, const QJsonObject& params) {
                      const auto member = memberIn(client_, params.value("contact"));
                      return member ? done(groups_.add(id, *member))
                                    : invalid("\"contact\" must be the number or the handle of a contact");
                  }));
    rpc.addMethod("groups.remove", withGroup([this](const GroupId& id, const QJsonObject& params) {
                      return done(groups_.remove(id, params.value("handle").toString()));
                  }));
    rpc.addMethod("groups.rename", withGroup([this](const GroupId& id, const QJsonObject& params) {
                      return done(groups_.rename(id, params.value("name").toString()));
                  }));
    rpc.addMethod("groups.end",
                  withGroup([this](const GroupId& id, const QJsonObject&) { return done(groups_.end(id)); }));
    rpc.addMethod("groups.answer", withGroup([this](const GroupId& id, const QJsonObject& params) {
                      const QString answer = params.value("answer").toString();
                      if (answer != QLatin1String("yes") && answer != QLatin1String("no"))
                          return invalid("\"answer\" must be \"yes\" or \"no\"");
                      return done(groups_.answer(id, answer == QLatin1String("yes"),
                                                 static_cast<quint64>(params.value("version").toInteger())));
                  }));
    rpc.addMethod("groups.leave", withGroup([this](const GroupId& id, const QJsonObject&) {
                      return done(groups_.leave(id));
                  }));
}

void GroupMethods::addTalk(JsonRpc& rpc) {
    rpc.addMethod("groups.send", withGroup([this](const GroupId& id, const QJsonObject& params) {
                      return done(groups_.sendText(id, params.value("text").toString()), sentJson);
                  }));
    rpc.addMethod(
        "groups.history", withGroup([this](const GroupId& id, const QJsonObject& params) {
            const int limit = qBound(1, params.value("limit").toInt(50), 1000);
            return Answer(QJsonValue(list(groups_.history(id, params.value("before").toInteger(), limit))));
        }));
    rpc.addMethod("groups.read", withGroup([this](const GroupId& id, const QJsonObject&) {
                      return done(groups_.markRead(id));
                  }));
    rpc.addMethod("groups.retry", now([this](const QJsonObject& params) -> Answer {
                      const auto id = idFrom<MessageId>(params, "id");
                      return id ? done(groups_.retry(*id)) : failed(id.error());
                  }));
    rpc.addMethod("groups.invite", withGroup([this](const GroupId& id, const QJsonObject& params) -> Answer {
                      const auto receiver = memberIn(client_, params.value("contact"));
                      const auto rule = idFrom<RuleId>(params, "rule");
                      if (!receiver || !rule)
                          return invalid("\"contact\" and \"rule\" must name a contact and a rule for them");
                      const QString why = groups_.whyNot(*receiver, *rule);
                      if (!why.isEmpty())
                          return RpcError{rpc::kFailed, why, QJsonObject{{"code", "refused"}}};
                      return done(groups_.invite(id, *receiver, *rule), sentJson);
                  }));
}

// The hub is asked first, so the answer waits for it.
void GroupMethods::addMeeting(JsonRpc& rpc) {
    rpc.addMethod("groups.meet", [this](const QJsonObject& params, const JsonRpc::Reply& reply) {
        const auto id = idFrom<GroupId>(params, "group");
        if (!id)
            return reply(invalid("\"group\" must be the id of a group"));
        groups_.meet(*id, params.value("handle").toString(), this, [reply](const auto& contact) {
            reply(done(contact, [](ContactId met) { return QJsonObject{{"contact", qint64(met.value)}}; }));
        });
    });
}

}  // namespace sesame::cli
