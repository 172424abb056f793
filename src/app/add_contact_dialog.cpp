// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/add_contact_dialog.h"

#include "app/plain_label.h"
#include "app/qr_picture.h"
#include "app/style.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>

namespace sesame::app {

AddContactDialog::AddContactDialog(const QString& ownLink, QWidget* parent)
    : QDialog(parent),
      theirs_(new QLineEdit(this)),
      add_(new QPushButton(tr("Add"), this)),
      problem_(new PlainLabel(this)) {
    setObjectName(QStringLiteral("addContactDialog"));
    setWindowTitle(tr("Add contact"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    column->addWidget(makeTheirs());
    column->addSpacing(10);
    column->addWidget(makeOwn(ownLink));
    setMinimumWidth(520);
    theirs_->setFocus();
}

QWidget* AddContactDialog::makeTheirs() {
    auto* part = new QWidget(this);
    auto* title = new PlainLabel(tr("I was sent a link"), part);
    title->setScale(1.15, true);
    theirs_->setObjectName(QStringLiteral("linkEdit"));
    theirs_->setAccessibleName(tr("Invitation link"));
    theirs_->setPlaceholderText(tr("Paste it here; it begins with sesame:"));
    theirs_->setMaxLength(4096);
    add_->setObjectName(QStringLiteral("addButton"));
    add_->setAccessibleName(tr("Add"));
    add_->setProperty("kind", "main");
    add_->setEnabled(false);
    add_->setDefault(true);
    problem_->hide();
    problem_->setInk(color::kAlarm);
    auto* row = new QHBoxLayout;
    row->addWidget(theirs_, 1);
    row->addWidget(add_);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(title);
    column->addLayout(row);
    column->addWidget(problem_);
    connect(theirs_, &QLineEdit::textChanged, this, [this](const QString& text) {
        problem_->hide();
        add_->setEnabled(text.trimmed().startsWith(QLatin1String("sesame:")));
    });
    connect(add_, &QPushButton::clicked, this, [this] { Q_EMIT addWanted(theirs_->text().trimmed()); });
    return part;
}

QWidget* AddContactDialog::makeOwn(const QString& link) {
    auto* part = new QWidget(this);
    auto* title = new PlainLabel(tr("I want to invite somebody"), part);
    title->setScale(1.15, true);
    auto* words = new PlainLabel(
        tr("Send them this link, or let them scan the picture. Whoever has it can ask to write to you."),
        part);
    words->setQuiet(true);
    auto* own = new QLineEdit(link, part);
    own->setReadOnly(true);
    own->setCursorPosition(0);
    own->setObjectName(QStringLiteral("ownLinkEdit"));
    own->setAccessibleName(tr("Your own invitation link"));
    auto* copy = new QPushButton(icon("copy"), tr("Copy link"), part);
    copy->setObjectName(QStringLiteral("copyLinkButton"));
    copy->setAccessibleName(tr("Copy link"));
    copy->setAutoDefault(false);
    auto* picture = new QrPicture(part);
    picture->show(link);
    auto* row = new QHBoxLayout;
    row->addWidget(own, 1);
    row->addWidget(copy);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(title);
    column->addWidget(words);
    column->addLayout(row);
    column->addWidget(picture, 0, Qt::AlignHCenter);
    part->setEnabled(!link.isEmpty());
    connect(copy, &QPushButton::clicked, this, [link, copy] {
        QApplication::clipboard()->setText(link);
        copy->setText(tr("Copied"));
    });
    return part;
}

void AddContactDialog::fillLink(const QString& link) {
    theirs_->setText(link);
    theirs_->setCursorPosition(0);
}

QString AddContactDialog::link() const {
    return theirs_->text();
}

void AddContactDialog::showProblem(const QString& sentence) {
    problem_->setText(sentence);
    problem_->show();
}

}  // namespace sesame::app
