// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QStyledItemDelegate>
#include <functional>
#include <unordered_map>

namespace sesame::app {

/// Draws messages as bubbles, and notices as a quiet line in the middle. Heights are remembered per message,
/// so that long conversations stay fluid. An invitation is a widget of its own that the view places over the
/// row; here it only gets its room.
class MessageDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    using CardHeight = std::function<int(const client::MessageView&, int width)>;
    MessageDelegate(CardHeight cardHeight, QObject* parent);

    /// Width or text size are others now.
    void forgetSizes() { heights_.clear(); }
    /// The height of a day heading.
    static int dayHeight(const QFont& font);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget*, QAbstractItemModel*, const QModelIndex&) const override {}
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

  Q_SIGNALS:
    void retryWanted(const sesame::MessageId& id) const;

  protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

  private:
    struct Known {
        int width;
        bool startsDay;
        bool headed;
        client::Delivery delivery;
        int height;
    };
    CardHeight cardHeight_;
    mutable std::unordered_map<MessageId, Known> heights_;
};

}  // namespace sesame::app
