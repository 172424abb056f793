// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_rules_dialog.h"

#include "app/choose_path.h"
#include "app/choose_rules_form.h"
#include "app/plain_label.h"
#include "app/say.h"
#include "app/set_file.h"
#include "app/style.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>

namespace sesame::app {

ExportRulesDialog::ExportRulesDialog(const client::RuleSet& all, const QList<client::SetRowView>& rows,
                                     QWidget* parent)
    : QDialog(parent),
      form_(new ChooseRulesForm(all, rows, this)),
      path_(new QLineEdit(suggestedSetPath(all.name), this)),
      problem_(new PlainLabel(this)),
      save_(new QPushButton(tr("Save the file"), this)) {
    setObjectName(QStringLiteral("exportRulesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export rules"));
    auto* words =
        new PlainLabel(tr("The file holds the phrases and what they do. It holds no keys and no names of "
                          "people, and can be read with any text program."),
                       this);
    words->setQuiet(true);
    path_->setObjectName(QStringLiteral("setPathEdit"));
    path_->setAccessibleName(tr("File"));
    auto* other = new QPushButton(tr("Choose…"), this);
    other->setAccessibleName(tr("Choose another place"));
    other->setAutoDefault(false);
    problem_->setInk(color::kAlarm);
    problem_->hide();
    save_->setObjectName(QStringLiteral("saveSetButton"));
    save_->setAccessibleName(save_->text());
    save_->setProperty("kind", "main");
    save_->setAutoDefault(false);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    auto* place = new QHBoxLayout;
    place->addWidget(path_, 1);
    place->addWidget(other);
    auto* answers = new QHBoxLayout;
    answers->addStretch(1);
    answers->addWidget(cancel);
    answers->addWidget(save_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    column->addWidget(form_, 1);
    column->addLayout(place);
    column->addWidget(words);
    column->addWidget(problem_);
    column->addLayout(answers);
    resize(640, 560);
    connect(other, &QPushButton::clicked, this, &ExportRulesDialog::choosePlace);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save_, &QPushButton::clicked, this, &ExportRulesDialog::save);
    connect(form_, &ChooseRulesForm::changed, this, &ExportRulesDialog::follow);
    connect(path_, &QLineEdit::textChanged, this, &ExportRulesDialog::follow);
    follow();
}

void ExportRulesDialog::follow() {
    problem_->hide();
    save_->setEnabled(form_->isComplete(int(client::kMostSetRows)) && !path_->text().isEmpty());
}

void ExportRulesDialog::choosePlace() {
    chooseSaveFile(this, tr("Export rules"), path_->text(), setFileFilter(),
                   [this](const QString& place) { path_->setText(place); });
}

void ExportRulesDialog::save() {
    const auto path = withSetSuffix(path_->text().trimmed());
    // The file dialog asks this itself, but the place may have been typed.
    if (QFileInfo::exists(path) &&
        !confirm(this, tr("Export rules"), tr("There is such a file already. Replace it?"), tr("Replace")))
        return;
    QString problem;
    if (client::saveRuleSet(path, form_->chosen(), &problem)) {
        accept();
        return;
    }
    problem_->setText(problem);
    problem_->show();
}

}  // namespace sesame::app
