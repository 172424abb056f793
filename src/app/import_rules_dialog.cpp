// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import_rules_dialog.h"

#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/set_rows.h"
#include "app/style.h"

#include <QBoxLayout>
#include <QPushButton>
#include <algorithm>

namespace sesame::app {
namespace {

constexpr int kReceiverLength = 60;
constexpr int kSetNameLength = 60;

}  // namespace

ImportRulesDialog::ImportRulesDialog(client::RuleSets& sets, const client::ContactView& receiver,
                                     client::RuleSet set, QWidget* parent)
    : QDialog(parent),
      sets_(sets),
      receiver_(receiver.id),
      set_(std::move(set)),
      rows_(new SetRows(SetRows::Pick::Yes, SetRows::Fates::Shown, tr("Rules in the file"), this)),
      count_(new PlainLabel(this)),
      problem_(new PlainLabel(this)),
      save_(new QPushButton(tr("Save"), this)) {
    setObjectName(QStringLiteral("importRulesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import rules"));
    const auto name = oneLine(receiver.name, kReceiverLength);
    auto* title = new PlainLabel(
        tr("“%1”: rules for %2").arg(oneLine(QString::fromStdString(set_.name), kSetNameLength), name), this);
    title->setScale(1.2, true);
    auto* words = new PlainLabel(
        tr("These rules come from a file. Nothing is saved yet. What you save is sent to %1 at once.")
            .arg(name),
        this);
    rows_->showRules(sets_.plan(receiver_, set_));
    rows_->setMinimumHeight(180);
    count_->setQuiet(true);
    problem_->setInk(color::kAlarm);
    problem_->hide();
    save_->setObjectName(QStringLiteral("saveImportButton"));
    save_->setAccessibleName(tr("Save the chosen rules"));
    save_->setProperty("kind", "main");
    save_->setAutoDefault(false);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    auto* answers = new QHBoxLayout;
    answers->addWidget(count_, 1);
    answers->addWidget(cancel);
    answers->addWidget(save_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(words);
    column->addWidget(rows_, 1);
    column->addWidget(problem_);
    column->addLayout(answers);
    resize(660, 560);
    connect(rows_, &SetRows::pickedChanged, this, &ImportRulesDialog::pickedChanged);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save_, &QPushButton::clicked, this, &ImportRulesDialog::save);
    count();
}

// A row that was too like this one may be possible now, or the other way round.
void ImportRulesDialog::pickedChanged(int row) {
    const auto& phrase = rows_->rows().at(row).phrase;
    const auto concerned = std::ranges::any_of(rows_->rows(), [&](const client::SetRowView& other) {
        return other.fate == client::RowFate::Refused && other.fateText.contains(phrase);
    });
    if (concerned)
        rows_->showRules(sets_.plan(receiver_, set_, rows_->picked()));
    count();
}

void ImportRulesDialog::count() {
    count_->setText(tr("%1 of %2 chosen")
                        .arg(QString::number(rows_->pickedCount()), QString::number(rows_->rows().size())));
    save_->setEnabled(rows_->pickedCount() > 0);
}

void ImportRulesDialog::save() {
    const auto saved = sets_.import(receiver_, set_, rows_->picked());
    if (saved) {
        accept();
        return;
    }
    problem_->setText(saved.error().code == ErrorCode::Full
                          ? tr("The disk is full. Nothing was saved.")
                          : tr("The rules could not be saved. Nothing has changed."));
    problem_->show();
}

}  // namespace sesame::app
