// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/wish_json.h"

#include "sesame/trigger/intent.h"

#include <QJsonArray>

namespace sesame::cli {
namespace {

QJsonArray evidence(const std::vector<trigger::WishEvidence>& all) {
    QJsonArray out;
    for (const trigger::WishEvidence& one : all)
        out.append(QJsonObject{{"piece", QString::fromStdString(one.piece)}, {"weight", one.weight}});
    return out;
}

QJsonObject explanation(const trigger::WishExplanation& said) {
    QJsonArray ranking;
    for (const auto& score : said.ranking)
        ranking.append(
            QJsonObject{{"intent", trigger::name(score.intent)}, {"probability", score.probability}});
    return {{"confidence", said.wish.confidence},      {"ranking", ranking},
            {"weighed", trigger::name(said.weighed)},  {"for", evidence(said.speaksFor)},
            {"against", evidence(said.speaksAgainst)}, {"guard", QString::fromStdString(said.guard)}};
}

}  // namespace

void addWish(const std::string& text, bool explained, QJsonObject& object) {
    trigger::Wish wish;
    if (explained) {
        const trigger::WishExplanation said = trigger::explainWish(text);
        object["explain"] = explanation(said);
        wish = said.wish;
    } else {
        wish = trigger::recogniseWish(text);
    }
    object["intent"] = trigger::name(wish.intent);
    object["slot"] = QString::fromStdString(wish.slot);
}

}  // namespace sesame::cli
