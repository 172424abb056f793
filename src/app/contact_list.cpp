// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contact_list.h"

#include "app/contact_delegate.h"
#include "app/contact_model.h"
#include "app/group_delegate.h"
#include "app/group_model.h"
#include "app/plain_label.h"
#include "app/style.h"

#include <QBoxLayout>
#include <QEvent>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>

namespace sesame::app {

ContactList::ContactList(QWidget* parent)
    : QWidget(parent),
      model_(new ContactModel(this)),
      view_(new QListView(this)),
      groups_(new GroupModel(this)),
      groupView_(new QListView(this)),
      pages_(new QStackedWidget(this)),
      menuButton_(new QToolButton(this)) {
    setObjectName(QStringLiteral("contactPane"));
    setAttribute(Qt::WA_StyledBackground);
    view_->setObjectName(QStringLiteral("contactView"));
    view_->setAccessibleName(tr("Contacts"));
    view_->setModel(model_);
    view_->setItemDelegate(new ContactDelegate(view_));
    view_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view_, &QWidget::customContextMenuRequested, this, &ContactList::openMenu);
    makeGroups();
    pages_->addWidget(view_);
    pages_->addWidget(makeEmptyPage());

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addWidget(groupView_);
    column->addWidget(pages_, 1);
    // Not the current row: a list that gets the keyboard makes its first row the current one.
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection& selected) {
                if (selected.isEmpty() || quiet_)
                    return;
                groupView_->clearSelection();
                Q_EMIT contactChosen(model_->at(selected.first().top()).id);
            });
    for (auto* list : {view_, groupView_}) {
        list->setMouseTracking(true);
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        // Enter opens the current row, also where it is the only one.
        connect(list, &QListView::activated, this, [list](const QModelIndex& row) {
            list->selectionModel()->select(row, QItemSelectionModel::ClearAndSelect);
        });
    }
    showWhatThereIs();
}

// A right click has chosen the row; the menu key is for the one that is chosen.
void ContactList::openMenu(const QPoint& at) {
    const QModelIndex row = view_->currentIndex();
    if (row.isValid() && view_->selectionModel()->hasSelection() && view_->visualRect(row).contains(at))
        Q_EMIT menuWanted(view_->viewport()->mapToGlobal(at));
}

void ContactList::makeGroups() {
    groupView_->setObjectName(QStringLiteral("groupView"));
    groupView_->setAccessibleName(tr("Groups"));
    groupView_->setModel(groups_);
    groupView_->setItemDelegate(new GroupDelegate(groupView_));
    groupView_->hide();
    connect(groupView_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection& selected) {
                if (selected.isEmpty())
                    return;
                view_->clearSelection();
                Q_EMIT groupChosen(groups_->at(selected.first().top()).id);
            });
}

void ContactList::setGroups(const QList<client::GroupView>& groups) {
    const auto selected = groupView_->selectionModel()->selectedIndexes();
    const auto chosen = selected.isEmpty() ? std::nullopt : std::optional(groups_->at(selected[0].row()).id);
    groups_->setGroups(groups);
    const int row = chosen ? groups_->rowOf(*chosen) : -1;
    if (row >= 0 && !groupView_->selectionModel()->hasSelection()) {
        const QSignalBlocker quiet(this);  // it is open already
        groupView_->setCurrentIndex(groups_->index(row));
    }
    fitGroups();
}

void ContactList::choose(const client::GroupId& id) {
    const int row = groups_->rowOf(id);
    if (row >= 0)
        groupView_->setCurrentIndex(groups_->index(row));
}

// As high as its rows, up to some; the rest is for the people.
void ContactList::fitGroups() {
    constexpr int kMostRowsInSight = 4;
    const int rows = groups_->rowCount();
    groupView_->setVisible(rows > 0);
    if (rows > 0)
        groupView_->setFixedHeight(std::min(rows, kMostRowsInSight) * groupView_->sizeHintForRow(0) + 2);
}

void ContactList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitGroups();
    QWidget::changeEvent(event);
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
    // Where nobody here is open, a row that goes must not open the one beside it.
    quiet_ = !view_->selectionModel()->hasSelection();
    model_->change(contact);
    if (quiet_)
        view_->clearSelection();
    quiet_ = false;
    showWhatThereIs();
}

void ContactList::choose(client::ContactId id) {
    chooseRow(model_->rowOf(id));
}

void ContactList::chooseRow(int row) {
    if (row >= 0 && row < model_->rowCount())
        view_->setCurrentIndex(model_->index(row));
}

void ContactList::showWhatThereIs() {
    pages_->setCurrentIndex(model_->rowCount() > 0 ? 0 : 1);
}

}  // namespace sesame::app
