// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unlock_dialog.h"

#include "app/plain_label.h"
#include "app/style.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace sesame::app {

UnlockDialog::UnlockDialog(QWidget* parent)
    : QDialog(parent),
      passphrase_(new QLineEdit(this)),
      open_(new QPushButton(tr("Open"), this)),
      problem_(new PlainLabel(this)) {
    setObjectName(QStringLiteral("unlockDialog"));
    setWindowTitle(QStringLiteral("Sesame"));
    auto* title = new PlainLabel(tr("Your passphrase, please"), this);
    title->setScale(1.3, true);
    passphrase_->setObjectName(QStringLiteral("unlockEdit"));
    passphrase_->setAccessibleName(tr("Passphrase"));
    passphrase_->setEchoMode(QLineEdit::Password);
    open_->setObjectName(QStringLiteral("unlockButton"));
    open_->setAccessibleName(tr("Open"));
    open_->setProperty("kind", "main");
    open_->setDefault(true);
    problem_->setInk(color::kAlarm);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(28, 24, 28, 22);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(passphrase_);
    column->addWidget(problem_);
    column->addWidget(open_, 0, Qt::AlignRight);
    setMinimumWidth(420);
    connect(open_, &QPushButton::clicked, this, [this] {
        problem_->clear();
        setEnabled(false);
        Q_EMIT passphraseGiven(passphrase_->text());
    });
}

void UnlockDialog::showProblem(const QString& sentence) {
    setEnabled(true);
    problem_->setText(sentence);
    passphrase_->selectAll();
    passphrase_->setFocus();
}

}  // namespace sesame::app
