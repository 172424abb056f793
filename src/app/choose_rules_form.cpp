// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/choose_rules_form.h"

#include "app/flow_layout.h"
#include "app/plain_label.h"
#include "app/set_rows.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace sesame::app {

ChooseRulesForm::ChooseRulesForm(const client::RuleSet& all, const QList<client::SetRowView>& rows,
                                 QWidget* parent)
    : QWidget(parent),
      all_(all),
      name_(new QLineEdit(QString::fromStdString(all.name), this)),
      rows_(new SetRows(SetRows::Pick::Yes, SetRows::Fates::Hidden, tr("Rules"), this)),
      count_(new PlainLabel(this)) {
    auto* title = new PlainLabel(tr("Name of the set"), this);
    title->setScale(1.0, true);
    name_->setObjectName(QStringLiteral("setNameEdit"));
    name_->setAccessibleName(tr("Name of the set"));
    name_->setPlaceholderText(tr("For example: Family"));
    name_->setMaxLength(40);
    rows_->showRules(rows);
    rows_->setMinimumHeight(160);
    auto* tools = new FlowLayout;
    for (const bool pick : {true, false}) {
        auto* button = new QPushButton(pick ? tr("Choose all") : tr("Choose none"), this);
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, pick] { rows_->pickAll(pick); });
        tools->addWidget(button);
    }
    count_->setQuiet(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(name_);
    column->addWidget(rows_, 1);
    column->addWidget(count_);
    column->addLayout(tools);
    connect(name_, &QLineEdit::textChanged, this, &ChooseRulesForm::changed);
    connect(rows_, &SetRows::pickedChanged, this, [this] {
        count();
        Q_EMIT changed();
    });
    count();
}

void ChooseRulesForm::count() {
    count_->setText(tr("%1 of %2 chosen")
                        .arg(QString::number(rows_->pickedCount()), QString::number(rows_->rows().size())));
}

bool ChooseRulesForm::isComplete(int most) const {
    const int picked = rows_->pickedCount();
    return !name_->text().trimmed().isEmpty() && picked > 0 && picked <= most;
}

client::RuleSet ChooseRulesForm::chosen() const {
    client::RuleSet out;
    out.name = name_->text().trimmed().toStdString();
    const auto picked = rows_->picked();
    for (qsizetype i = 0; i < picked.size(); ++i)
        if (picked.at(i))
            out.rows.push_back(all_.rows[std::size_t(i)]);
    return out;
}

}  // namespace sesame::app
