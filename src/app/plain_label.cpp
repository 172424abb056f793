// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plain_label.h"

#include "app/plain_text.h"
#include "app/style.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace sesame::app {

PlainLabel::PlainLabel(QWidget* parent) : PlainLabel(QString(), parent) {
}

PlainLabel::PlainLabel(const QString& text, QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setOpenExternalLinks(false);
    setText(text);
}

void PlainLabel::setText(const QString& text) {
    QLabel::setText(breakable(text));
}

void PlainLabel::setScale(double scale, bool bold) {
    scale_ = scale;
    bold_ = bold;
    adoptFont();
}

void PlainLabel::setInk(const QColor& ink) {
    auto own = palette();
    own.setColor(QPalette::WindowText, ink);
    setPalette(own);
}

void PlainLabel::setQuiet(bool quiet) {
    setInk(quiet ? color::kQuietText : color::kText);
}

void PlainLabel::setElided(Qt::TextElideMode where) {
    elided_ = where;
    setWordWrap(false);
    updateGeometry();
}

void PlainLabel::adoptFont() {
    auto wanted = QApplication::font();
    wanted.setPointSizeF(wanted.pointSizeF() * scale_);
    if (bold_)
        wanted.setWeight(QFont::DemiBold);
    if (wanted != font())
        setFont(wanted);
}

void PlainLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange && (scale_ != 1.0 || bold_))
        adoptFont();
}

// Another font may come in for some of the characters, and reach lower.
int PlainLabel::lineHeight() const {
    constexpr int kReach = 4;
    return fontMetrics().height() + kReach;
}

QSize PlainLabel::minimumSizeHint() const {
    return elided_ == Qt::ElideNone ? QLabel::minimumSizeHint()
                                    : QSize(fontMetrics().averageCharWidth() * 4, lineHeight());
}

QSize PlainLabel::sizeHint() const {
    return elided_ == Qt::ElideNone
               ? QLabel::sizeHint()
               : QSize(fontMetrics().horizontalAdvance(oneLine(text())) + 2, lineHeight());
}

void PlainLabel::paintEvent(QPaintEvent* event) {
    if (elided_ == Qt::ElideNone) {
        QLabel::paintEvent(event);
        return;
    }
    const auto line = oneLine(text());
    const auto cut = fontMetrics().elidedText(line, elided_, width());
    setPlainToolTip(this, cut == text() ? QString() : oneLine(text(), 2000));
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), int(alignment()) | Qt::TextSingleLine, cut);
}

}  // namespace sesame::app
