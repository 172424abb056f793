// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/new_group_dialog.h"

#include "app/people_list.h"
#include "app/plain_label.h"
#include "app/style.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace sesame::app {

NewGroupDialog::NewGroupDialog(const QList<client::ContactView>& people, QWidget* parent)
    : QDialog(parent),
      name_(new QLineEdit(this)),
      people_(new PeopleList(people, this)),
      problem_(new PlainLabel(this)),
      make_(new QPushButton(tr("Make the group"), this)) {
    setObjectName(QStringLiteral("newGroupDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New group"));
    name_->setObjectName(QStringLiteral("groupNameEdit"));
    name_->setAccessibleName(tr("Name of the group"));
    name_->setPlaceholderText(tr("For example: Family"));
    name_->setMaxLength(60);
    auto* nameTitle = new PlainLabel(tr("What is it called?"), this);
    nameTitle->setScale(1.15, true);
    auto* peopleTitle = new PlainLabel(tr("Who is asked to join?"), this);
    peopleTitle->setScale(1.15, true);
    auto* words = new PlainLabel(tr("Each of them sees this name and everybody in the group, and says yes or "
                                    "no. You alone can add and "
                                    "remove people later."),
                                 this);
    words->setQuiet(true);
    problem_->setInk(color::kAlarm);
    problem_->hide();
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    make_->setObjectName(QStringLiteral("makeGroupButton"));
    make_->setAccessibleName(make_->text());
    make_->setProperty("kind", "main");
    make_->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    buttons->addWidget(make_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    column->addWidget(nameTitle);
    column->addWidget(name_);
    column->addWidget(peopleTitle);
    column->addWidget(people_, 1);
    column->addWidget(words);
    column->addWidget(problem_);
    column->addLayout(buttons);
    resize(560, 560);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(name_, &QLineEdit::textChanged, this, &NewGroupDialog::follow);
    connect(people_, &PeopleList::changed, this, &NewGroupDialog::follow);
    connect(make_, &QPushButton::clicked, this, [this] { Q_EMIT wanted(draft()); });
    follow();
    name_->setFocus();
}

GroupDraft NewGroupDialog::draft() const {
    GroupDraft out{name_->text(), {}};
    for (const auto& person : people_->chosen())
        out.members << person.id;
    return out;
}

void NewGroupDialog::fill(const GroupDraft& draft) {
    name_->setText(draft.name);
    people_->choose(draft.members);
}

void NewGroupDialog::showProblem(const QString& sentence) {
    problem_->setText(sentence);
    problem_->show();
}

void NewGroupDialog::follow() {
    problem_->hide();
    make_->setEnabled(!name_->text().trimmed().isEmpty() && !people_->chosen().isEmpty());
}

}  // namespace sesame::app
