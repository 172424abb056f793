// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rule_model.h"

#include "app/plain_text.h"
#include "app/style.h"

#include "sesame/client/client.h"

namespace sesame::app {

bool isOver(const client::RuleView& rule) {
    return !rule.until.isNull() && rule.until <= QDateTime::currentDateTime();
}

void RuleModel::setRules(QList<client::RuleView> rules) {
    beginResetModel();
    rules_ = std::move(rules);
    endResetModel();
}

int RuleModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(rules_.size());
}

int RuleModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(kColumns);
}

QString RuleModel::stateWords(const client::RuleView& rule) const {
    if (!rule.enabled)
        return tr("Not valid: never used");
    if (isOver(rule))
        return tr("Its time is over");
    if (direction_ == client::Direction::Incoming)
        return tr("Valid");
    return rule.delivered ? tr("Delivered") : tr("On its way");
}

QVariant RuleModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto& rule = rules_.at(index.row());
    if (role == Qt::ForegroundRole && !rule.enabled)
        return color::kAlarm;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
        case Phrase:
            return rule.terms.media ? client::Client::describe(trigger::kindOf(*rule.terms.media))
                                    : oneLine(rule.phrase);
        case Command:
            return oneLine(rule.commandText, 400);
        case State:
            return stateWords(rule);
        default:
            return {};
    }
}

QVariant RuleModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
        case Phrase:
            return tr("Phrase");
        case Command:
            return tr("What it does there");
        case State:
            return tr("State");
        default:
            return {};
    }
}

}  // namespace sesame::app
