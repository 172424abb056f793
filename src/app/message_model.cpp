// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/message_model.h"

#include "app/time_words.h"

#include <algorithm>

namespace sesame::app {

using client::Delivery;
using client::MessageView;

void MessageModel::open(Loader loader, Heading heading) {
    beginResetModel();
    heading_ = std::move(heading);
    loader_ = std::move(loader);
    messages_ = loader_ ? loader_(0, kPage) : QList<MessageView>();
    allLoaded_ = messages_.size() < kPage;
    endResetModel();
}

bool MessageModel::loadOlder() {
    return !allLoaded_ && !messages_.isEmpty() && prepend(pageBefore(messages_.front().order));
}

bool MessageModel::loadTo(qint64 order) {
    QList<MessageView> older;
    while (!allLoaded_ && !messages_.isEmpty() && (older.isEmpty() ? messages_ : older).front().order > order)
        older = pageBefore((older.isEmpty() ? messages_ : older).front().order) + older;
    prepend(older);
    return rowAt(order) >= 0;
}

QList<MessageView> MessageModel::pageBefore(qint64 order) {
    auto page = loader_(order, kPage);
    allLoaded_ = page.size() < kPage;
    return page;
}

int MessageModel::rowAt(qint64 order) const {
    const auto found = std::ranges::lower_bound(messages_, order, {}, &MessageView::order);
    return found != messages_.end() && found->order == order ? int(found - messages_.begin()) : -1;
}

bool MessageModel::prepend(const QList<MessageView>& older) {
    if (older.isEmpty())
        return false;
    beginInsertRows({}, 0, int(older.size()) - 1);
    messages_ = older + messages_;
    endInsertRows();
    // The row that was the first may have lost its day heading.
    Q_EMIT dataChanged(index(int(older.size())), index(int(older.size())));
    return true;
}

void MessageModel::add(const MessageView& message) {
    if (rowOf(message) >= 0) {
        change(message);
        return;
    }
    auto place = messages_.size();
    while (place > 0 && messages_.at(place - 1).order > message.order)
        --place;
    beginInsertRows({}, int(place), int(place));
    messages_.insert(place, message);
    endInsertRows();
}

void MessageModel::change(const MessageView& message) {
    const int row = rowOf(message);
    if (row < 0)
        return;
    messages_[row] = message;
    Q_EMIT dataChanged(index(row), index(row));
}

int MessageModel::rowOf(const MessageView& message) const {
    for (auto row = messages_.size() - 1; row >= 0; --row)
        if (messages_.at(row).id == message.id && messages_.at(row).direction == message.direction)
            return int(row);
    return -1;
}

bool MessageModel::startsDay(int row) const {
    return row == 0 ||
           messages_.at(row).time.toLocalTime().date() != messages_.at(row - 1).time.toLocalTime().date();
}

int MessageModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(messages_.size());
}

QVariant MessageModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto& message = messages_.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return message.text;
    if (role == Qt::AccessibleTextRole) {
        if (message.kind == client::MessageKind::Notice || message.kind == client::MessageKind::Outcome)
            return QStringLiteral("%1: %2").arg(clockTime(message.time), message.text);
        const bool own = message.direction == client::Direction::Outgoing;
        const auto named = heading(index.row());
        const auto who = own ? tr("You") : named.isEmpty() ? tr("They") : named;
        return tr("%1, %2: %3 %4", "who, time, message, delivery")
            .arg(who, clockTime(message.time), saidWords(message),
                 own && message.kind == client::MessageKind::Text
                     ? (deliveryWords(message) + QLatin1Char(' ') + named).trimmed()
                     : deliveryWords(message))
            .trimmed();
    }
    return {};
}

Qt::ItemFlags MessageModel::flags(const QModelIndex& index) const {
    auto flags = QAbstractListModel::flags(index);
    // "Editing" opens a read-only view in which a part of the text can be selected.
    if (index.isValid() && messages_.at(index.row()).kind == client::MessageKind::Text)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QString saidWords(const MessageView& message) {
    const bool phrase = message.invitation && !message.invitation->phrase.isEmpty();
    return phrase ? message.invitation->phrase : message.text;
}

QString deliveryWords(const MessageView& message) {
    switch (message.delivery) {
        case Delivery::Sending:
            return MessageModel::tr("Waiting to be sent");
        case Delivery::Sent:
            return MessageModel::tr("Sent");
        case Delivery::Delivered:
            return MessageModel::tr("Delivered");
        case Delivery::Read:
            return MessageModel::tr("Read");
        case Delivery::Failed:
            return MessageModel::tr("Not sent");
        case Delivery::None:
            break;
    }
    return {};
}

}  // namespace sesame::app
