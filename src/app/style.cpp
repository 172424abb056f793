// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QPalette>
#include <QStyleFactory>
#include <algorithm>

static void initResources() {
    Q_INIT_RESOURCE(sesame);
}

namespace sesame::app {
namespace {

QPalette lightPalette() {
    QPalette palette(color::kPaper, color::kCanvas);
    palette.setColor(QPalette::Window, color::kCanvas);
    palette.setColor(QPalette::WindowText, color::kText);
    palette.setColor(QPalette::Base, color::kPaper);
    palette.setColor(QPalette::AlternateBase, color::kCanvas);
    palette.setColor(QPalette::Text, color::kText);
    palette.setColor(QPalette::Button, color::kPaper);
    palette.setColor(QPalette::ButtonText, color::kText);
    palette.setColor(QPalette::Highlight, color::kAccent);
    palette.setColor(QPalette::HighlightedText, color::kPaper);
    palette.setColor(QPalette::Link, color::kAccent);
    palette.setColor(QPalette::PlaceholderText, QColor(0x6b, 0x76, 0x72));
    palette.setColor(QPalette::ToolTipBase, color::kPaper);
    palette.setColor(QPalette::ToolTipText, color::kText);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x8a, 0x94, 0x90));
    return palette;
}

double ownPointSize() {
    static const double kBase = std::clamp(QApplication::font().pointSizeF(), 10.5, 14.0);
    return kBase;
}

}  // namespace

void applyStyle(QApplication& app) {
    initResources();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(lightPalette());
    QFile sheet(QStringLiteral(":/style/light.qss"));
    if (sheet.open(QIODevice::ReadOnly))
        app.setStyleSheet(QString::fromUtf8(sheet.readAll()));
    QApplication::setWindowIcon(icon("sesame"));
    applyTextSize(QStringLiteral("normal"));
}

void applyTextSize(const QString& size) {
    const double factor = size == QLatin1String("small")   ? 0.88
                          : size == QLatin1String("large") ? 1.25
                          : size == QLatin1String("huge")  ? 1.6
                                                           : 1.0;
    const double wanted = ownPointSize() * factor;
    auto font = QApplication::font();
    if (font.pointSizeF() == wanted)
        return;
    font.setPointSizeF(wanted);
    QApplication::setFont(font);
}

QIcon icon(const char* name) {
    return QIcon(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name)));
}

}  // namespace sesame::app
