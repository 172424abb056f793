// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/message_edit.h"

#include "app/given_files.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <cmath>

namespace sesame::app {
namespace {

constexpr int kMostLines = 6;
constexpr int kFrame = 14;

}  // namespace

MessageEdit::MessageEdit(const Clock& clock, QWidget* parent) : QPlainTextEdit(parent), clock_(clock) {
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(document(), &QTextDocument::contentsChanged, this, &MessageEdit::growWithText);
    growWithText();
}

qint64 MessageEdit::msSincePaste() const {
    return pastedAt_ ? std::max<std::int64_t>(0, clock_.bootMs() - *pastedAt_) : -1;
}

void MessageEdit::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool newLine = event->modifiers().testFlag(Qt::ShiftModifier);
    if (enter && composing_) {
        event->accept();  // it belongs to the letters that are being composed
        return;
    }
    if (!enter || newLine) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    event->accept();
    if (!event->isAutoRepeat())
        Q_EMIT sendWanted();
}

void MessageEdit::inputMethodEvent(QInputMethodEvent* event) {
    composing_ = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

bool MessageEdit::canInsertFromMimeData(const QMimeData* source) const {
    return source->hasText() || source->hasImage() || !givenFiles(source).isEmpty();
}

void MessageEdit::insertFromMimeData(const QMimeData* source) {
    if (const auto files = givenFiles(source); !files.isEmpty()) {
        Q_EMIT filesGiven(files);
        return;
    }
    if (!source->hasText()) {
        if (const auto picture = qvariant_cast<QImage>(source->imageData()); !picture.isNull())
            Q_EMIT pictureGiven(picture);
        return;
    }
    pastedAt_ = clock_.bootMs();
    insertPlainText(source->text());
}

void MessageEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        growWithText();
}

void MessageEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        growWithText();
}

void MessageEdit::growWithText() {
    const int high = sizeHint().height();
    setFixedHeight(high);
    const bool full = high >= kMostLines * fontMetrics().lineSpacing();
    setVerticalScrollBarPolicy(full ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

QSize MessageEdit::sizeHint() const {
    int lines = 0;
    for (auto block = document()->begin(); block.isValid() && lines < kMostLines; block = block.next())
        lines += std::max(1, block.layout()->lineCount());
    const int shown = std::clamp(lines, 1, kMostLines);
    return {200, shown * fontMetrics().lineSpacing() + int(2 * document()->documentMargin()) + kFrame};
}

QSize MessageEdit::minimumSizeHint() const {
    return {80, fontMetrics().lineSpacing() + kFrame};
}

}  // namespace sesame::app
