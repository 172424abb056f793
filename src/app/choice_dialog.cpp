// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/choice_dialog.h"

#include "app/plain_label.h"
#include "app/plain_text.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QPushButton>

namespace sesame::app {

ChoiceDialog::ChoiceDialog(const client::ChoiceView& choice, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("choiceDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setWindowTitle(tr("Which file?"));
    auto* title = new PlainLabel(
        tr("Several files are called “%1”. Which one do you mean?").arg(oneLine(choice.name, 80)), this);
    title->setScale(1.15);
    auto* list = new QListWidget(this);
    list->setObjectName(QStringLiteral("choiceList"));
    list->setAccessibleName(tr("Files"));
    list->setWordWrap(true);
    list->setTextElideMode(Qt::ElideMiddle);
    for (const auto& path : choice.paths)
        list->addItem(oneLine(path, 1000));
    auto* more = new PlainLabel(tr("There are more; a longer name would help."), this);
    more->setVisible(choice.cutShort);
    auto* none = new QPushButton(tr("None of these"), this);
    none->setObjectName(QStringLiteral("noneButton"));
    none->setAccessibleName(none->text());
    none->setAutoDefault(false);
    auto* take = new QPushButton(tr("This one"), this);
    take->setObjectName(QStringLiteral("takeButton"));
    take->setAccessibleName(take->text());
    take->setProperty("kind", "main");
    take->setAutoDefault(false);
    take->setEnabled(false);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(none);
    row->addWidget(take);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->addWidget(title);
    column->addWidget(list, 1);
    column->addWidget(more);
    column->addLayout(row);
    resize(620, 380);
    connect(list, &QListWidget::itemSelectionChanged, take,
            [list, take] { take->setEnabled(!list->selectedItems().isEmpty()); });
    connect(none, &QPushButton::clicked, this, &QDialog::reject);
    connect(take, &QPushButton::clicked, this, &QDialog::accept);
    connect(this, &QDialog::finished, this, [this, list, question = choice.question](int result) {
        Q_EMIT answered(question, result == QDialog::Accepted ? list->currentRow() : -1);
    });
}

}  // namespace sesame::app
