// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plain_text.h"

#include <QToolTip>
#include <QWidget>

namespace sesame::app {
namespace {

bool steersLayout(QChar c) {
    const auto category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

// Joiners make emoji and Indic words; alone they move nothing.
bool joins(QChar c) {
    return c.unicode() == 0x200D || c.unicode() == 0x200C;
}

QString asMarkup(const QString& text) {
    return text.isEmpty() ? QString() : QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped());
}

}  // namespace

QString oneLine(const QString& text, int limit) {
    const bool cut = text.size() > limit;
    auto line = text.left(limit);
    if (cut && line.back().isHighSurrogate())
        line.chop(1);
    for (auto& c : line)
        if (steersLayout(c) && !joins(c))
            c = QLatin1Char(' ');
    return cut ? line + QChar(0x2026) : line;
}

QString withoutControls(const QString& text) {
    auto clean = text;
    for (auto& c : clean)
        if (steersLayout(c) && !joins(c) && c != QLatin1Char('\n'))
            c = QLatin1Char(' ');
    return clean;
}

QString breakable(const QString& text) {
    constexpr int kLongestWord = 40;
    QString out;
    int run = 0;
    for (const auto c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > kLongestWord && !c.isLowSurrogate() && !c.isMark()) {
            out += QChar(0x200B);
            run = 1;
        }
        out += c;
    }
    return out;
}

QString withoutMnemonic(const QString& text) {
    auto safe = text;
    return safe.replace(QLatin1Char('&'), QLatin1String("&&"));
}

void setPlainToolTip(QWidget* widget, const QString& text) {
    widget->setToolTip(asMarkup(text));
}

void showPlainToolTip(const QPoint& globalPosition, const QString& text, QWidget* widget) {
    QToolTip::showText(globalPosition, asMarkup(text), widget);
}

}  // namespace sesame::app
