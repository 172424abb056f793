// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/message_delegate.h"

#include "app/bubble.h"
#include "app/message_card.h"
#include "app/message_model.h"
#include "app/plain_text.h"
#include "app/time_words.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>

namespace sesame::app {
namespace {

const MessageModel& modelOf(const QModelIndex& index) {
    return *static_cast<const MessageModel*>(index.model());
}

Bubble bubbleOf(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto& model = modelOf(index);
    return Bubble::layOut(model.at(index.row()), model.startsDay(index.row()), option.rect, option.font,
                          model.heading(index.row()));
}

}  // namespace

MessageDelegate::MessageDelegate(CardHeight cardHeight, QObject* parent)
    : QStyledItemDelegate(parent), cardHeight_(std::move(cardHeight)) {
}

int MessageDelegate::dayHeight(const QFont& font) {
    return QFontMetrics(smallType(font)).height() + 22;
}

void MessageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    painter->save();
    bubbleOf(option, index)
        .paint(*painter, modelOf(index).at(index.row()), option.font,
               option.state.testFlag(QStyle::State_Selected), modelOf(index).heading(index.row()));
    painter->restore();
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto& model = modelOf(index);
    const auto& message = model.at(index.row());
    const bool startsDay = model.startsDay(index.row());
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    if (hasCard(message))
        return {width, cardHeight_(message, width) + (startsDay ? dayHeight(option.font) : 0)};
    const bool headed = !model.heading(index.row()).isEmpty();
    const auto known = heights_.find(message.id);
    if (known != heights_.end() && known->second.width == width && known->second.startsDay == startsDay &&
        known->second.headed == headed && known->second.delivery == message.delivery)
        return {width, known->second.height};
    const int height =
        Bubble::layOut(message, startsDay, QRect(0, 0, width, 0), option.font, model.heading(index.row()))
            .height;
    heights_[message.id] = {width, startsDay, headed, message.delivery, height};
    return {width, height};
}

QWidget* MessageDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                       const QModelIndex&) const {
    auto* part = new QPlainTextEdit(parent);
    part->setReadOnly(true);
    part->setFrameShape(QFrame::NoFrame);
    part->setAccessibleName(tr("Text of this message"));
    part->document()->setDocumentMargin(0);
    part->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    part->setStyleSheet(QStringLiteral("border: none; padding: 0; border-radius: 0;"));
    return part;
}

void MessageDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    static_cast<QPlainTextEdit*>(editor)->setPlainText(modelOf(index).at(index.row()).text);
}

void MessageDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                           const QModelIndex& index) const {
    // The view also asks here for the place of a card.
    if (hasCard(modelOf(index).at(index.row())))
        editor->setGeometry(option.rect);
    else
        editor->setGeometry(bubbleOf(option, index).text.adjusted(0, 0, 6, 4));
}

bool MessageDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                  const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto at = static_cast<QMouseEvent*>(event)->position().toPoint();
        if (bubbleOf(option, index).retry.contains(at)) {
            Q_EMIT retryWanted(modelOf(index).at(index.row()).id);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

bool MessageDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (!index.isValid() || !bubbleOf(option, index).bubble.contains(event->pos()))
        return false;
    const auto& message = modelOf(index).at(index.row());
    const auto delivery = deliveryWords(message);
    auto words = fullWhen(message.time);
    if (!delivery.isEmpty())
        words = tr("%1 — %2", "time, delivery state").arg(words, delivery);
    showPlainToolTip(event->globalPos(), words, view);
    return true;
}

}  // namespace sesame::app
