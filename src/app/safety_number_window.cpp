// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/safety_number_window.h"

#include "app/plain_label.h"
#include "app/plain_text.h"

#include <QBoxLayout>
#include <QFontDatabase>
#include <QPushButton>

namespace sesame::app {
namespace {

/// "12345 67890 …", four groups a line, however the digits came.
QString inGroups(const QString& digits) {
    QString plain;
    for (const auto c : digits)
        if (c.isDigit())
            plain += c;
    QString out;
    for (int at = 0; at < plain.size(); at += 5) {
        if (at > 0)
            out += QLatin1String(at % 20 == 0 ? "\n" : "  ");
        out += QStringView(plain).mid(at, 5);
    }
    return out;
}

}  // namespace

SafetyNumberWindow::SafetyNumberWindow(const QString& contactName, const QString& digits,
                                       const QStringList& words, bool verified, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("safetyNumberWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Safety number"));
    const auto name = oneLine(contactName, 60);
    auto* how = new PlainLabel(tr("Compare this with %1, on the telephone or side by side. If both of you "
                                  "see the same, nobody stands "
                                  "between you.")
                                   .arg(name),
                               this);
    auto* number = new PlainLabel(inGroups(digits), this);
    auto fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF() * 1.3);
    number->setFont(fixed);
    number->setAlignment(Qt::AlignCenter);
    number->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    number->setAccessibleName(tr("Safety number in digits: %1").arg(number->text()));
    auto* asWords = new PlainLabel(words.join(QLatin1String("  ")), this);
    asWords->setAlignment(Qt::AlignCenter);
    asWords->setScale(1.1, true);
    asWords->setAccessibleName(tr("Safety number in words: %1").arg(asWords->text()));
    asWords->setVisible(!words.isEmpty());
    auto* different = new QPushButton(verified ? tr("Not compared after all") : tr("They differ"), this);
    different->setObjectName(QStringLiteral("differButton"));
    different->setAutoDefault(false);
    auto* match = new QPushButton(tr("They match"), this);
    match->setObjectName(QStringLiteral("matchButton"));
    match->setProperty("kind", "main");
    match->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(different);
    row->addStretch(1);
    row->addWidget(match);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(26, 22, 26, 20);
    column->setSpacing(18);
    column->addWidget(how);
    column->addWidget(number);
    column->addWidget(asWords);
    column->addLayout(row);
    setMinimumWidth(480);
    connect(match, &QPushButton::clicked, this, [this] {
        Q_EMIT verifiedChosen(true);
        accept();
    });
    connect(different, &QPushButton::clicked, this, [this] {
        Q_EMIT verifiedChosen(false);
        reject();
    });
}

}  // namespace sesame::app
