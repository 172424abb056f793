// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/set_json.h"

#include "cli/client_json.h"
#include "cli/command_json.h"

namespace sesame::cli {
namespace {

template <typename T>
QJsonArray listOf(const QList<T>& values) {
    QJsonArray out;
    for (const T& value : values)
        out.append(toJson(value));
    return out;
}

const char* name(client::OfferState state) {
    switch (state) {
        case client::OfferState::Open:
            return "open";
        case client::OfferState::Accepted:
            return "accepted";
        case client::OfferState::Declined:
            return "declined";
        case client::OfferState::Withdrawn:
            return "withdrawn";
        case client::OfferState::Expired:
            return "expired";
        case client::OfferState::Replaced:
            return "replaced";
    }
    return "";
}

}  // namespace

QJsonObject toJson(const client::OfferView& offer) {
    return {{"offer", idText(offer.id.view())},
            {"contact", qint64(offer.contact.value)},
            {"direction", offer.direction == client::Direction::Incoming ? "incoming" : "outgoing"},
            {"name", offer.name},
            {"rules", offer.rules},
            {"taken", offer.taken},
            {"state", QLatin1String(name(offer.state))},
            {"time", timeText(offer.time)},
            {"expires", timeText(offer.expires)}};
}

QJsonObject toJson(const client::SetRowView& row) {
    QJsonObject out{{"phrase", row.phrase},
                    {"command", toJson(row.command)},
                    {"commandText", row.commandText},
                    {"ways", toJson(row.terms.ways)},
                    {"judgedAt", QLatin1String(trigger::name(row.terms.judgedAt))},
                    {"termsText", row.termsText},
                    {"fate", QLatin1String(client::name(row.fate))},
                    {"fateText", row.fateText}};
    if (row.rule)
        out["rule"] = idText(row.rule->view());
    if (row.terms.days != 0)
        out["days"] = qint64(row.terms.days);
    return out;
}

QJsonArray toJson(const QList<client::OfferView>& offers) {
    return listOf(offers);
}

QJsonArray toJson(const QList<client::SetRowView>& rows) {
    return listOf(rows);
}

}  // namespace sesame::cli
