// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStyledItemDelegate>
#include <functional>

namespace sesame::app {

/// What is drawn of a conversation in the list.
struct ListedRow {
    QString name;
    QString words;  ///< the last ones
    QDateTime time;
    int unread = 0;
    bool asks = false;  ///< something is wanted of this user
    std::function<void(QPainter& painter, const QRect& place)> paintPicture;
};

/// Draws one person: picture, name, last words, time, unread count, whether they are there.
class ContactDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  protected:
    virtual ListedRow rowAt(const QModelIndex& index) const;
};

}  // namespace sesame::app
