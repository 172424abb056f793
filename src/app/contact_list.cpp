// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contact_list.h"

#include "app/contact_delegate.h"
#include "app/contact_model.h"
#include "app/plain_label.h"
#include "app/style.h"

#include <QBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace sesame::app {

ContactList::ContactList(QWidget* parent)
    : QWidget(parent),
      model_(new ContactModel(this)),
      view_(new QListView(this)),
      pages_(new QStackedWidget(this)),
      menuButton_(new QToolButton(this)) {
    setObjectName(QStringLiteral("contactPane"));
    setAttribute(Qt::WA_StyledBackground);
    view_->setObjectName(QStringLiteral("contactView"));
    view_->setAccessibleName(tr("Contacts"));
    view_->setModel(model_);
    view_->setItemDelegate(new ContactDelegate(view_));
    view_->setMouseTracking(true);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    pages_->addWidget(view_);
    pages_->addWidget(makeEmptyPage());

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addWidget(pages_, 1);
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid())
                    Q_EMIT contactChosen(model_->at(current.row()).id);
            });
    showWhatThereIs();
}

QWidget* ContactList::makeTop() {
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(8, 8, 10, 8);
    menuButton_->setObjectName(QStringLiteral("menuButton"));
    menuButton_->setAccessibleName(tr("Menu"));
    menuButton_->setIcon(icon("menu"));
    menuButton_->setIconSize({24, 24});
    menuButton_->setPopupMode(QToolButton::InstantPopup);
    auto* title = new PlainLabel(QStringLiteral("Sesame"), top);
    title->setScale(1.15, true);
    title->setWordWrap(false);
    auto* add = new QPushButton(icon("add"), tr("Add contact"), top);
    add->setObjectName(QStringLiteral("addContactButton"));
    add->setAccessibleName(tr("Add contact"));
    connect(add, &QPushButton::clicked, this, &ContactList::addWanted);
    row->addWidget(menuButton_);
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(add);
    return top;
}

QWidget* ContactList::makeEmptyPage() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(24, 24, 24, 24);
    auto* title = new PlainLabel(tr("Nobody here yet"), page);
    title->setScale(1.15, true);
    title->setAlignment(Qt::AlignCenter);
    auto* words = new PlainLabel(
        tr("Choose “Add contact”. Send your own invitation link to the other person, or paste the link "
           "that they sent you."),
        page);
    words->setQuiet(true);
    words->setAlignment(Qt::AlignCenter);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(words);
    column->addStretch(3);
    return page;
}

void ContactList::setMenu(QMenu* menu) {
    menuButton_->setMenu(menu);
}

void ContactList::setContacts(const QList<client::ContactView>& contacts) {
    model_->setContacts(contacts);
    showWhatThereIs();
}

void ContactList::change(const client::ContactView& contact) {
    model_->change(contact);
    showWhatThereIs();
}

void ContactList::choose(client::ContactId id) {
    chooseRow(model_->rowOf(id));
}

void ContactList::chooseRow(int row) {
    if (row >= 0 && row < model_->rowCount())
        view_->setCurrentIndex(model_->index(row));
}

std::optional<client::ContactId> ContactList::chosen() const {
    const auto current = view_->currentIndex();
    return current.isValid() ? std::optional(model_->at(current.row()).id) : std::nullopt;
}

void ContactList::showWhatThereIs() {
    pages_->setCurrentIndex(model_->rowCount() > 0 ? 0 : 1);
}

}  // namespace sesame::app
