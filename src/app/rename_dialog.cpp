// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rename_dialog.h"

#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/style.h"

#include "sesame/client/plain_text.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace sesame::app {
namespace {

constexpr int kLongestName = 64;

}  // namespace

RenameDialog::RenameDialog(const QString& name, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("renameDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rename"));
    auto* title = new PlainLabel(tr("What do you call %1?").arg(oneLine(name, 60)), this);
    title->setScale(1.15, true);
    auto* edit = new QLineEdit(name, this);
    edit->setObjectName(QStringLiteral("newNameEdit"));
    edit->setAccessibleName(tr("New name"));
    edit->setMaxLength(kLongestName);
    edit->selectAll();
    auto* words = new PlainLabel(
        tr("Only you see this name. Leave it empty to see the name that they have chosen themselves."), this);
    words->setQuiet(true);
    auto* problem = new PlainLabel(this);
    problem->setInk(color::kAlarm);
    problem->hide();
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    auto* rename = new QPushButton(tr("Rename"), this);
    rename->setAccessibleName(rename->text());
    rename->setObjectName(QStringLiteral("renameButton"));
    rename->setProperty("kind", "main");
    rename->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    buttons->addWidget(rename);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(edit);
    column->addWidget(words);
    column->addWidget(problem);
    column->addLayout(buttons);
    resize(480, sizeHint().height());
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(rename, &QPushButton::clicked, this, [this, edit, problem] {
        const QString chosen = edit->text().trimmed();
        if (chosen.isEmpty() || client::isPlainName(chosen)) {
            Q_EMIT nameChosen(chosen);
            accept();
            return;
        }
        problem->setText(tr("This name cannot be used, or is too long. Please take another one."));
        problem->show();
    });
    edit->setFocus();
}

}  // namespace sesame::app
