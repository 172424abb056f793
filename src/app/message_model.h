// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QAbstractListModel>
#include <functional>

namespace sesame::app {

/// The messages of one conversation, oldest first; older pages come when somebody scrolls up to them.
class MessageModel : public QAbstractListModel {
    Q_OBJECT

  public:
    static constexpr int kPage = 50;
    /// Up to `limit` messages older than `beforeOrder` (0: the newest), oldest first.
    using Loader = std::function<QList<client::MessageView>(qint64 beforeOrder, int limit)>;

    explicit MessageModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    /// In a group: who said it, or to whom it did not go. Asked anew whenever it is shown.
    using Heading = std::function<QString(const client::MessageView& message)>;

    void open(Loader loader, Heading heading = {});
    /// False when there is nothing older.
    bool loadOlder();
    /// Loads back to the message with this order. False when there is none with it.
    bool loadTo(qint64 order);
    int rowAt(qint64 order) const;  ///< -1: not loaded
    void add(const client::MessageView& message);
    void change(const client::MessageView& message);

    const client::MessageView& at(int row) const { return messages_.at(row); }
    /// Empty in a conversation of two.
    QString heading(int row) const { return heading_ ? heading_(messages_.at(row)) : QString(); }
    /// A new day begins with this row.
    bool startsDay(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

  private:
    int rowOf(const client::MessageView& message) const;
    QList<client::MessageView> pageBefore(qint64 order);
    bool prepend(const QList<client::MessageView>& older);
    Loader loader_;
    Heading heading_;
    QList<client::MessageView> messages_;
    bool allLoaded_ = true;
};

/// What was said: the phrase of an invitation that shows it, else the words of the row.
QString saidWords(const client::MessageView& message);

/// "Sent", "Delivered", …; empty for messages that nobody has to deliver.
QString deliveryWords(const client::MessageView& message);

}  // namespace sesame::app
