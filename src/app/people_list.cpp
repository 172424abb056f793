// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people_list.h"

#include "app/plain_label.h"
#include "app/plain_text.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QScrollArea>

namespace sesame::app {
namespace {

constexpr int kListedNameLength = 60;
constexpr int kFewPeople = 8;  // whoever knows so few needs no search

}  // namespace

PeopleList::PeopleList(const QList<client::ContactView>& people, QWidget* parent)
    : QWidget(parent), people_(people), search_(new QLineEdit(this)), count_(new PlainLabel(this)) {
    search_->setObjectName(QStringLiteral("searchPeopleEdit"));
    search_->setAccessibleName(tr("Search"));
    search_->setPlaceholderText(tr("Search for a name"));
    search_->setClearButtonEnabled(true);
    search_->setVisible(people_.size() > kFewPeople);
    auto* inside = new QWidget(this);
    auto* rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(10);
    for (const auto& person : people_) {
        auto* box = new QCheckBox(withoutMnemonic(oneLine(person.name, kListedNameLength)), inside);
        box->setAccessibleName(oneLine(person.name, kListedNameLength));
        connect(box, &QCheckBox::toggled, this, [this] {
            count();
            Q_EMIT changed();
        });
        rows->addWidget(box);
        boxes_.append(box);
    }
    rows->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("peopleArea"));
    area->setAccessibleName(tr("People"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(inside);
    area->setMinimumHeight(140);
    count_->setQuiet(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(search_);
    column->addWidget(area, 1);
    column->addWidget(count_);
    connect(search_, &QLineEdit::textChanged, this, &PeopleList::search);
    count();
}

void PeopleList::search(const QString& words) {
    for (qsizetype i = 0; i < boxes_.size(); ++i)
        boxes_.at(i)->setVisible(people_.at(i).name.contains(words.trimmed(), Qt::CaseInsensitive));
}

void PeopleList::count() {
    count_->setText(
        tr("%1 of %2 chosen").arg(QString::number(chosen().size()), QString::number(people_.size())));
}

void PeopleList::choose(const QList<client::ContactId>& people) {
    for (qsizetype i = 0; i < boxes_.size(); ++i)
        boxes_.at(i)->setChecked(people.contains(people_.at(i).id));
}

QList<client::ContactView> PeopleList::chosen() const {
    QList<client::ContactView> out;
    for (qsizetype i = 0; i < boxes_.size(); ++i)
        if (boxes_.at(i)->isChecked())
            out << people_.at(i);
    return out;
}

}  // namespace sesame::app
