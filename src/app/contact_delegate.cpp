// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contact_delegate.h"

#include "app/avatar.h"
#include "app/contact_model.h"
#include "app/plain_text.h"
#include "app/style.h"
#include "app/time_words.h"

#include <QPainter>

namespace sesame::app {
namespace {

constexpr int kMargin = 12;

QFont scaled(const QFont& font, double factor, bool bold = false) {
    auto out = font;
    out.setPointSizeF(font.pointSizeF() * factor);
    out.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return out;
}

QString lastWords(const client::ContactView& contact) {
    switch (contact.state) {
        case client::ContactState::Incoming:
            return ContactDelegate::tr("wants to write to you");
        case client::ContactState::Requested:
            return ContactDelegate::tr("has not answered yet");
        default:
            return oneLine(contact.lastText, 160);
    }
}

void paintPicture(QPainter& painter, const QRect& place, const client::ContactView& contact) {
    paintAvatar(painter, place, contact.name, contact.handle);
    if (!contact.online)
        return;
    const int dot = place.width() / 3;
    const QRectF spot(place.right() - dot + 3, place.bottom() - dot + 3, dot, dot);
    painter.setPen(QPen(color::kPaper, 2));
    painter.setBrush(color::kOnline);
    painter.drawEllipse(spot);
}

/// Returns the width it took.
int paintBadge(QPainter& painter, const QRect& line, const QFont& font, int unread) {
    const auto words = unread > 99 ? QStringLiteral("99+") : QString::number(unread);
    const QFontMetrics metrics(font);
    const int height = metrics.height() + 2;
    const int width = std::max(height, metrics.horizontalAdvance(words) + 12);
    const QRect pill(line.right() - width, line.center().y() - height / 2, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color::kAccent);
    painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter.setPen(Qt::white);
    painter.setFont(font);
    painter.drawText(pill, Qt::AlignCenter, words);
    return width + 8;
}

}  // namespace

ListedRow ContactDelegate::rowAt(const QModelIndex& index) const {
    const auto contact = static_cast<const ContactModel*>(index.model())->at(index.row());
    return {contact.name,
            lastWords(contact),
            contact.lastTime,
            contact.unread,
            contact.state == client::ContactState::Incoming,
            [contact](QPainter& painter, const QRect& place) { paintPicture(painter, place, contact); }};
}

void ContactDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const ListedRow listed = rowAt(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, color::kChosen);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, color::kCanvas);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(color::kAccent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), 6, 6);
    }
    const auto inner = option.rect.adjusted(kMargin, 9, -kMargin, -9);
    const QRect picture(inner.left(), inner.center().y() - inner.height() / 2 + 2, inner.height() - 4,
                        inner.height() - 4);
    listed.paintPicture(*painter, picture);

    const auto nameFont = scaled(option.font, 1.0, true);
    const auto smallFont = scaled(option.font, 0.88);
    const int left = picture.right() + kMargin;
    QRect top(left, inner.top(), inner.right() - left, inner.height() / 2);
    QRect bottom(left, top.bottom(), top.width(), inner.height() - top.height());

    const auto when = shortWhen(listed.time);
    const int whenWidth = QFontMetrics(smallFont).horizontalAdvance(when);
    painter->setFont(smallFont);
    painter->setPen(color::kQuietText);
    painter->drawText(top, Qt::AlignRight | Qt::AlignVCenter, when);
    top.setRight(top.right() - whenWidth - 8);
    painter->setFont(nameFont);
    painter->setPen(color::kText);
    painter->drawText(top, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(nameFont).elidedText(oneLine(listed.name), Qt::ElideRight, top.width()));
    if (listed.unread > 0)
        bottom.setRight(bottom.right() - paintBadge(*painter, bottom, smallFont, listed.unread));
    painter->setFont(smallFont);
    painter->setPen(listed.asks ? color::kAccent : color::kQuietText);
    painter->drawText(bottom, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(smallFont).elidedText(listed.words, Qt::ElideRight, bottom.width()));
    painter->restore();
}

QSize ContactDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const QFontMetrics name(scaled(option.font, 1.0, true));
    const QFontMetrics words(scaled(option.font, 0.88));
    return {160, std::max(60, name.height() + words.height() + 26)};
}

}  // namespace sesame::app
