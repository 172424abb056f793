// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/client_json.h"

#include "cli/command_json.h"
#include "cli/set_json.h"

#include "sesame/client/client.h"

#include <QJsonArray>

namespace sesame::cli {
namespace {

QString asQt(const char* latin) {
    return QString::fromLatin1(latin);
}
QString asQt(const std::string& utf8) {
    return QString::fromStdString(utf8);
}
const char* name(client::ContactState state) {
    switch (state) {
        case client::ContactState::Requested:
            return "requested";
        case client::ContactState::Incoming:
            return "incoming";
        case client::ContactState::Accepted:
            return "accepted";
        case client::ContactState::Declined:
            return "declined";
        case client::ContactState::Blocked:
            return "blocked";
    }
    return "";
}

const char* name(client::FileState state) {
    switch (state) {
        case client::FileState::Offered:
            return "offered";
        case client::FileState::Moving:
            return "moving";
        case client::FileState::Waiting:
            return "waiting";
        case client::FileState::Done:
            return "done";
        case client::FileState::Declined:
            return "declined";
        case client::FileState::Cancelled:
            return "cancelled";
        case client::FileState::Expired:
            return "expired";
        case client::FileState::Failed:
            return "failed";
    }
    return "";
}

const char* name(client::InvitationState state) {
    switch (state) {
        case client::InvitationState::Open:
            return "open";
        case client::InvitationState::Used:
            return "used";
        case client::InvitationState::Declined:
            return "declined";
        case client::InvitationState::Withdrawn:
            return "withdrawn";
        case client::InvitationState::Expired:
            return "expired";
        case client::InvitationState::Asked:
            return "asked";
    }
    return "";
}

}  // namespace

const char* name(client::MessageKind kind) {
    switch (kind) {
        case client::MessageKind::Text:
            return "text";
        case client::MessageKind::Invitation:
            return "invitation";
        case client::MessageKind::Outcome:
            return "outcome";
        case client::MessageKind::Notice:
            return "notice";
        case client::MessageKind::Wish:
            return "wish";
        case client::MessageKind::File:
            return "file";
        case client::MessageKind::RuleOffer:
            return "rule-offer";
    }
    return "";
}

const char* name(client::Delivery delivery) {
    switch (delivery) {
        case client::Delivery::None:
            return "none";
        case client::Delivery::Sending:
            return "sending";
        case client::Delivery::Sent:
            return "sent";
        case client::Delivery::Delivered:
            return "delivered";
        case client::Delivery::Read:
            return "read";
        case client::Delivery::Failed:
            return "failed";
    }
    return "";
}

QJsonValue timeText(const QDateTime& when) {
    return when.isValid() ? QJsonValue(when.toUTC().toString(Qt::ISODateWithMs))
                          : QJsonValue(QJsonValue::Null);
}

QString idText(ByteView id) {
    return asQt(toHex(id));
}

QString connectionName(client::ConnectionState state) {
    switch (state) {
        case client::ConnectionState::NoAccount:
            return asQt("no-account");
        case client::ConnectionState::Offline:
            return asQt("offline");
        case client::ConnectionState::Connecting:
            return asQt("connecting");
        case client::ConnectionState::Online:
            return asQt("online");
        case client::ConnectionState::Refused:
            return asQt("refused");
    }
    return {};
}

QJsonObject toJson(const client::AccountView& account) {
    return {{"name", account.name},
            {"handle", account.handle},
            {"hub", account.hub},
            {"fingerprint", account.fingerprint},
            {"keyProtection", account.keyProtection}};
}

QJsonObject toJson(const client::ContactView& contact) {
    return {{"contact", qint64(contact.id.value)},
            {"name", contact.name},
            {"handle", contact.handle},
            {"state", asQt(name(contact.state))},
            {"online", contact.online},
            {"verified", contact.verified},
            {"keyChanged", contact.keyChanged},
            {"since", timeText(contact.since)},
            {"unread", contact.unread}};
}

QJsonArray toJson(const trigger::Ways& ways) {
    QJsonArray out;
    if (ways.phrase)
        out.append("phrase");
    if (ways.buttons)
        out.append("buttons");
    if (ways.told)
        out.append("told");
    return out;
}

QJsonObject toJson(const client::InvitationView& invitation) {
    QJsonObject out{{"phrase", invitation.phrase},
                    {"command", invitation.command},
                    {"state", asQt(name(invitation.state))},
                    {"ways", toJson(invitation.ways)},
                    {"expires", timeText(invitation.expires)}};
    if (invitation.media)
        out["media"] = asQt(trigger::name(*invitation.media));
    return out;
}

QJsonObject toJson(const client::MessageView& message) {
    QJsonObject out{{"id", idText(message.id.view())},
                    {"contact", qint64(message.contact.value)},
                    {"order", message.order},
                    {"direction", message.direction == client::Direction::Incoming ? "incoming" : "outgoing"},
                    {"kind", asQt(name(message.kind))},
                    {"delivery", asQt(name(message.delivery))},
                    {"time", timeText(message.time)},
                    {"text", message.text}};
    if (!message.reason.isEmpty())
        out["reason"] = message.reason;
    if (message.invitation)
        out["invitation"] = toJson(*message.invitation);
    if (message.file)
        out["file"] = QJsonObject{{"name", message.file->name},
                                  {"size", static_cast<qint64>(message.file->size)},
                                  {"state", asQt(name(message.file->state))},
                                  {"done", static_cast<qint64>(message.file->done)},
                                  {"path", message.file->path},
                                  {"words", message.file->words}};
    if (message.offer)
        out["offer"] = toJson(*message.offer);
    return out;
}

QJsonObject toJson(const client::RuleView& rule) {
    QJsonObject out{{"rule", idText(rule.id.view())},  {"phrase", rule.phrase},
                    {"command", toJson(rule.command)}, {"version", static_cast<qint64>(rule.version)},
                    {"enabled", rule.enabled},         {"delivered", rule.delivered},
                    {"ways", toJson(rule.terms.ways)}, {"judgedAt", asQt(trigger::name(rule.terms.judgedAt))},
                    {"until", timeText(rule.until)}};
    if (rule.terms.media) {
        out["media"] = asQt(trigger::name(trigger::kindOf(*rule.terms.media)));
        out["mediaFile"] = rule.terms.mediaFile;
    }
    return out;
}

QJsonObject toJson(const client::ConsentView& question) {
    return {{"question", static_cast<qint64>(question.question)},
            {"contact", qint64(question.contact.value)},
            {"helper", question.helperName},
            {"knownSince", timeText(question.knownSince)},
            {"verified", question.verified},
            {"sentence", question.sentence},
            {"target", question.target},
            {"note", question.note},
            {"refusals", question.refusals},
            {"answerAfterMs", qint64(consent::Gate::kInertMs)},
            {"answerWithinMs", qint64(consent::Gate::kTimeOutMs)}};
}

QJsonObject toJson(const client::NearView& question) {
    QJsonObject out{{"question", static_cast<qint64>(question.question)},
                    {"contact", qint64(question.contact.value)},
                    {"phrase", question.phrase},
                    {"command", question.command}};
    if (question.media)
        out["media"] = asQt(trigger::name(*question.media));
    if (question.group)
        out["group"] = idText(question.group->view());
    return out;
}

QJsonObject toJson(const client::WishView& question) {
    return {{"question", static_cast<qint64>(question.question)},
            {"contact", qint64(question.contact.value)},
            {"name", question.name},
            {"options", QJsonArray::fromStringList(question.options)}};
}

QJsonObject toJson(const client::ChoiceView& question) {
    return {{"question", static_cast<qint64>(question.question)},
            {"contact", qint64(question.contact.value)},
            {"name", question.name},
            {"paths", QJsonArray::fromStringList(question.paths)},
            {"cutShort", question.cutShort}};
}

QJsonObject toJson(const consent::AuditEntry& entry) {
    return {{"index", static_cast<qint64>(entry.index)},
            {"time", timeText(QDateTime::fromMSecsSinceEpoch(entry.wallMs))},
            {"event", asQt(entry.event)},
            {"peer", asQt(entry.peer)},
            {"detail", asQt(entry.detail)},
            {"chain", idText(entry.chain)}};
}

}  // namespace sesame::cli
