// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plain_passage.h"

#include "app/plain_text.h"

#include <QApplication>
#include <QEvent>
#include <QTextLayout>
#include <cmath>

namespace sesame::app {

PlainPassage::PlainPassage(int mostLines, QWidget* parent) : QPlainTextEdit(parent), mostLines_(mostLines) {
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setStyleSheet(QStringLiteral("border: none; padding: 0; background: transparent;"));
    setTabChangesFocus(true);
    document()->setDocumentMargin(1);
}

void PlainPassage::setPassage(const QString& text) {
    setPlainText(withoutControls(text));
    fitTo(width());
}

void PlainPassage::setScale(double scale, bool bold, double leastPoints) {
    scale_ = scale;
    bold_ = bold;
    leastPoints_ = leastPoints;
    adoptFont();
}

void PlainPassage::adoptFont() {
    auto wanted = QApplication::font();
    wanted.setPointSizeF(std::max(leastPoints_, wanted.pointSizeF() * scale_));
    wanted.setWeight(bold_ ? QFont::DemiBold : QFont::Normal);
    if (wanted != font())
        setFont(wanted);
    fitTo(width());
}

int PlainPassage::heightFor(int width) const {
    // Laid out here and not by the document, whose lines belong to the width it had last.
    const int room = std::max(60, width - 4);
    double height = 0;
    int lines = 0;
    for (const auto& paragraph : toPlainText().left(20'000).split(QLatin1Char('\n'))) {
        QTextLayout layout(paragraph, font());
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (auto line = layout.createLine(); line.isValid() && lines < mostLines_;
             line = layout.createLine()) {
            line.setLineWidth(room);
            height += line.height();  // Chinese lines are higher than the font says
            ++lines;
        }
        layout.endLayout();
        if (lines == mostLines_)
            break;
    }
    return int(std::ceil(std::max(height, double(fontMetrics().lineSpacing())))) + 4;
}

void PlainPassage::fitTo(int width) {
    setFixedHeight(heightFor(width));
}

void PlainPassage::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitTo(width());
}

void PlainPassage::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        adoptFont();
}

}  // namespace sesame::app
