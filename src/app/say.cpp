// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/say.h"

#include "app/plain_text.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace sesame::app {

void say(QWidget* parent, const QString& title, const QString& sentence) {
    auto* box = new QMessageBox(QMessageBox::NoIcon, title, {}, QMessageBox::NoButton, parent);
    box->setTextFormat(Qt::PlainText);
    box->setText(withoutControls(sentence));
    box->addButton(QCoreApplication::translate("Say", "Close"), QMessageBox::AcceptRole)
        ->setObjectName(QStringLiteral("closeButton"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

bool confirm(QWidget* parent, const QString& title, const QString& sentence, const QString& action) {
    QMessageBox box(QMessageBox::NoIcon, title, {}, QMessageBox::NoButton, parent);
    box.setTextFormat(Qt::PlainText);
    box.setText(withoutControls(sentence));
    auto* yes = box.addButton(withoutMnemonic(action), QMessageBox::AcceptRole);
    auto* no = box.addButton(QCoreApplication::translate("Say", "Cancel"), QMessageBox::RejectRole);
    yes->setObjectName(QStringLiteral("confirmButton"));
    no->setObjectName(QStringLiteral("cancelButton"));
    box.setDefaultButton(qobject_cast<QPushButton*>(no));
    box.setEscapeButton(no);
    box.setWindowModality(Qt::WindowModal);  // what Sesame asks meanwhile can be answered, and Stop works
    box.exec();
    return box.clickedButton() == yes;
}

int choose(QWidget* parent, const QString& title, const QString& sentence, const QStringList& actions) {
    QMessageBox box(QMessageBox::NoIcon, title, {}, QMessageBox::NoButton, parent);
    box.setTextFormat(Qt::PlainText);
    box.setText(withoutControls(sentence));
    QList<QAbstractButton*> buttons;
    for (const auto& action : actions) {
        buttons.append(box.addButton(withoutMnemonic(action), QMessageBox::AcceptRole));
        buttons.last()->setObjectName(QStringLiteral("choice%1Button").arg(buttons.size()));
    }
    auto* no = box.addButton(QCoreApplication::translate("Say", "Cancel"), QMessageBox::RejectRole);
    no->setObjectName(QStringLiteral("cancelButton"));
    box.setDefaultButton(qobject_cast<QPushButton*>(buttons.first()));
    box.setEscapeButton(no);
    box.setWindowModality(Qt::WindowModal);  // what Sesame asks meanwhile can be answered, and Stop works
    box.exec();
    return int(buttons.indexOf(box.clickedButton()));
}

}  // namespace sesame::app
