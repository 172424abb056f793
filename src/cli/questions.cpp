// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/questions.h"

#include "cli/client_json.h"

namespace sesame::cli {
namespace {

/// Only an explicit "yes" is one; an error or anything else is a no.
bool saidYes(const JsonRpc::Answer& answer) {
    const auto* value = std::get_if<QJsonValue>(&answer);
    return value != nullptr && value->toObject().value("answer").toString() == QLatin1String("yes");
}

/// What belongs to a yes. A time that makes no sense becomes one that the gate refuses.
client::ConsentChoice choiceIn(const JsonRpc::Answer& answer) {
    constexpr quint32 kSenseless = consent::kStandingUntilEnded - 1;
    client::ConsentChoice choice;
    const auto* value = std::get_if<QJsonValue>(&answer);
    const QJsonObject said = value != nullptr ? value->toObject() : QJsonObject();
    if (const auto minutes = said.value("minutes"); !minutes.isUndefined())
        choice.minutes = minutes.toInt() > 0 ? static_cast<quint32>(minutes.toInt()) : kSenseless;
    if (const auto days = said.value("standingDays"); days.toString() == QLatin1String("until-ended"))
        choice.standingDays = consent::kStandingUntilEnded;
    else if (!days.isUndefined())
        choice.standingDays = days.toInt() > 0 && days.toInt() <= int(consent::kMostStandingDays)
                                  ? static_cast<quint32>(days.toInt())
                                  : kSenseless;
    return choice;
}

/// -1, none of them, for anything but an index.
int indexIn(const JsonRpc::Answer& answer) {
    const auto* value = std::get_if<QJsonValue>(&answer);
    return value ? value->toObject().value("index").toInt(-1) : -1;
}

}  // namespace

Questions::Questions(JsonRpc& rpc, client::Client& client) : rpc_(rpc), client_(client) {
    connect(&client, &client::Client::consentAsked, this,
            [this](const client::ConsentView& question) { askConsent(question, {}); });
    connect(&client, &client::Client::consentClosed, this, [this](quint64 question, consent::Answer answer) {
        rpc_.forget(consentRequest_);
        rpc_.notify("consent.closed", {{"question", static_cast<qint64>(question)},
                                       {"answer", QLatin1String(consent::name(answer))}});
    });
    connect(&client, &client::Client::nearAsked, this, &Questions::askNear);
    connect(&client, &client::Client::wishAsked, this, &Questions::askWish);
    connect(&client, &client::Client::choiceAsked, this, &Questions::askChoice);
}

void Questions::askConsent(const client::ConsentView& question, std::optional<ErrorCode> refused) {
    QJsonObject params = toJson(question);
    params["tooEarly"] = refused == ErrorCode::Refused;
    params["malformed"] = refused == ErrorCode::Malformed;
    consentRequest_ = rpc_.ask("consent.ask", params, [this, question](const JsonRpc::Answer& answer) {
        const bool yes = saidYes(answer);
        const Status taken = client_.answerConsent(question.question, yes, choiceIn(answer));
        const bool again =
            yes && !taken &&
            (taken.error().code == ErrorCode::Refused || taken.error().code == ErrorCode::Malformed);
        if (again)
            askConsent(question, taken.error().code);
    });
    // For the caller the question is on screen from this line on.
    if (!refused)
        client_.gate().shownAnew();
}

void Questions::askNear(const client::NearView& question) {
    rpc_.ask("near.ask", toJson(question), [this, number = question.question](const JsonRpc::Answer& answer) {
        (void)client_.answerNear(number, saidYes(answer));
    });
}

void Questions::askWish(const client::WishView& question) {
    rpc_.ask("wish.ask", toJson(question), [this, number = question.question](const JsonRpc::Answer& answer) {
        (void)client_.answerMeant(number, indexIn(answer));
    });
}

void Questions::askChoice(const client::ChoiceView& question) {
    rpc_.ask("choice.ask", toJson(question),
             [this, number = question.question](const JsonRpc::Answer& answer) {
                 (void)client_.answerChoice(number, indexIn(answer));
             });
}

}  // namespace sesame::cli
