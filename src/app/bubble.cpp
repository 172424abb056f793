// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bubble.h"

#include "app/message_card.h"
#include "app/message_model.h"
#include "app/plain_text.h"
#include "app/style.h"
#include "app/time_words.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>
#include <cmath>

namespace sesame::app {
namespace {

using client::Delivery;
using client::Direction;
using client::MessageKind;
using client::MessageView;

constexpr int kSide = 18;
constexpr int kPadX = 12;
constexpr int kPadY = 8;
constexpr int kGap = 4;
constexpr int kTicks = 20;

struct Extent {
    int width;
    int height;
    int lastLine;  // width of the last line
};

Extent lineUp(QTextLayout& layout, int width) {
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double y = 0;
    double widest = 0;
    double last = 0;
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
        last = line.naturalTextWidth();
        widest = std::max(widest, last);
    }
    layout.endLayout();
    return {int(std::ceil(widest)), int(std::ceil(y)), int(std::ceil(last))};
}

QString shownText(const MessageView& message) {
    return withoutControls(message.text).replace(QLatin1Char('\n'), QChar::LineSeparator);
}

QString retryWords(const MessageView& message) {
    return message.reason.isEmpty() ? MessageModel::tr("Not sent. Try again")
                                    : MessageModel::tr("Not sent: %1 Try again").arg(oneLine(message.reason));
}

void paintTick(QPainter& painter, QPointF at) {
    QPainterPath tick(at);
    tick.lineTo(at + QPointF(3.5, 3.5));
    tick.lineTo(at + QPointF(10.5, -4.5));
    painter.drawPath(tick);
}

void paintDelivery(QPainter& painter, const QRect& place, Delivery delivery) {
    const QPointF middle(place.left(), place.center().y() + 1);
    const auto ink = delivery == Delivery::Read     ? color::kAccent
                     : delivery == Delivery::Failed ? color::kAlarm
                                                    : color::kQuietText;
    painter.setPen(QPen(ink, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (delivery) {
        case Delivery::Sending:
            painter.drawEllipse(middle + QPointF(8, -0.5), 5, 5);
            painter.drawLine(middle + QPointF(8, -3.5), middle + QPointF(8, -0.5));
            painter.drawLine(middle + QPointF(8, -0.5), middle + QPointF(10.5, -0.5));
            break;
        case Delivery::Sent:
            paintTick(painter, middle + QPointF(4, 0));
            break;
        case Delivery::Delivered:
        case Delivery::Read:
            paintTick(painter, middle + QPointF(1, 0));
            paintTick(painter, middle + QPointF(6, 0));
            break;
        case Delivery::Failed:
            painter.drawEllipse(middle + QPointF(8, -0.5), 6, 6);
            painter.drawLine(middle + QPointF(8, -3.5), middle + QPointF(8, 0));
            painter.drawPoint(middle + QPointF(8, 2.5));
            break;
        case Delivery::None:
            break;
    }
}

void paintWords(QPainter& painter, const QRect& place, const QString& words, const QFont& font,
                const QColor& ink) {
    QTextLayout layout(words, font);
    lineUp(layout, place.width());
    painter.setPen(ink);
    layout.draw(&painter, place.topLeft());
}

}  // namespace

QFont headingType(const QFont& font) {
    auto out = smallType(font);
    out.setWeight(QFont::DemiBold);
    return out;
}

QFont smallType(const QFont& font) {
    auto out = font;
    out.setPointSizeF(font.pointSizeF() * 0.84);
    return out;
}

Bubble Bubble::layOut(const MessageView& message, bool startsDay, const QRect& place, const QFont& font,
                      const QString& heading) {
    Bubble out;
    QRect rest = place;
    if (startsDay) {
        out.day =
            QRect(place.left(), place.top(), place.width(), QFontMetrics(smallType(font)).height() + 22);
        rest.setTop(out.day.bottom() + 1);
    }
    if (message.kind == MessageKind::Text)
        out.layOutText(message, rest, font, heading);
    else
        out.layOutNotice(message, rest, font);
    out.height = std::max(out.bubble.bottom(), out.retry.bottom()) + 1 + kGap - place.top();
    return out;
}

void Bubble::layOutText(const MessageView& message, const QRect& place, const QFont& font,
                        const QString& words) {
    const QFontMetrics small(smallType(font));
    const bool own = message.direction == Direction::Outgoing;
    const int metaWidth = small.horizontalAdvance(clockTime(message.time)) + (own ? kTicks + 4 : 0);
    const int room = place.width() - 2 * kSide - 2 * kPadX;
    const int most = std::max(80, std::min(room * 4 / 5, QFontMetrics(font).averageCharWidth() * 64));
    QTextLayout layout(shownText(message), font);
    const auto extent = lineUp(layout, most);
    const QFontMetrics bold(headingType(font));
    const int above = words.isEmpty() ? 0 : bold.height() + 2;
    const int named = words.isEmpty() ? 0 : std::min(bold.horizontalAdvance(words) + 2, most);
    const bool beside = extent.lastLine + 10 + metaWidth <= most;
    const int inner = std::max(
        {beside ? std::max(extent.width, extent.lastLine + 10 + metaWidth) : extent.width, metaWidth, named});
    const int high = above + extent.height + (beside ? 3 : small.height() + 2);
    const int width = inner + 2 * kPadX;
    const int left = own ? place.right() - kSide - width : place.left() + kSide;
    bubble = QRect(left, place.top() + kGap, width, high + 2 * kPadY);
    if (above > 0)
        heading = QRect(left + kPadX, bubble.top() + kPadY, inner, bold.height());
    text = QRect(left + kPadX, bubble.top() + kPadY + above, std::max(inner, extent.width), extent.height);
    meta = QRect(bubble.right() - kPadX - metaWidth + 1, bubble.bottom() - kPadY - small.height() + 5,
                 metaWidth, small.height());
    if (message.delivery == Delivery::Failed) {
        const int retryWidth = std::min(small.horizontalAdvance(retryWords(message)) + 8, room);
        const int x = own ? bubble.right() - retryWidth : bubble.left();
        retry = QRect(x, bubble.bottom() + 3, retryWidth, small.height() + 4);
    }
}

void Bubble::layOutNotice(const MessageView& message, const QRect& place, const QFont& font) {
    const int most = std::max(80, (place.width() - 2 * kSide) * 4 / 5);
    QTextLayout layout(shownText(message), smallType(font));
    const auto extent = lineUp(layout, most);
    const int width = extent.width + 2 * kPadX;
    bubble = QRect(place.center().x() - width / 2, place.top() + 7, width, extent.height + 10);
    text = QRect(bubble.left() + kPadX, bubble.top() + 5, extent.width + 1, extent.height);
}

void Bubble::paint(QPainter& painter, const MessageView& message, const QFont& font, bool selected,
                   const QString& words) const {
    painter.setRenderHint(QPainter::Antialiasing);
    if (!day.isEmpty()) {
        painter.setFont(smallType(font));
        painter.setPen(color::kQuietText);
        painter.drawText(day, Qt::AlignCenter, dayName(message.time));
    }
    if (hasCard(message))
        return;
    const bool said = message.kind == MessageKind::Text;
    const bool own = message.direction == Direction::Outgoing;
    painter.setPen(selected ? QPen(color::kAccent, 2) : QPen(said && !own ? color::kLine : Qt::transparent));
    painter.setBrush(!said ? QColor(0xe4, 0xe9, 0xe6) : own ? color::kOwnBubble : color::kPaper);
    painter.drawRoundedRect(QRectF(bubble).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12);
    paintWords(painter, text, shownText(message), said ? font : smallType(font), color::kText);
    if (!said)
        return;
    if (!heading.isEmpty()) {
        painter.setFont(headingType(font));
        painter.setPen(own ? color::kQuietText : color::kAccent);
        painter.drawText(heading, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(headingType(font)).elidedText(words, Qt::ElideRight, heading.width()));
    }
    painter.setFont(smallType(font));
    painter.setPen(color::kQuietText);
    painter.drawText(meta, Qt::AlignLeft | Qt::AlignVCenter, clockTime(message.time));
    if (own)
        paintDelivery(painter, meta.adjusted(meta.width() - kTicks, 0, 0, 0), message.delivery);
    if (!retry.isEmpty()) {
        auto underlined = smallType(font);
        underlined.setUnderline(true);
        painter.setFont(underlined);
        painter.setPen(color::kAlarm);
        painter.drawText(
            retry, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(underlined).elidedText(retryWords(message), Qt::ElideMiddle, retry.width()));
    }
}

}  // namespace sesame::app
