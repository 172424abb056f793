// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/groups.h"

#include <QWidget>

class QListView;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace sesame::app {

class ContactModel;
class GroupModel;

/// The left side of the main window: main menu, "Add contact", the groups, and the people; or, while there
/// are none, what to do.
class ContactList : public QWidget {
    Q_OBJECT

  public:
    explicit ContactList(QWidget* parent = nullptr);

    void setMenu(QMenu* menu);
    void setContacts(const QList<client::ContactView>& contacts);
    void change(const client::ContactView& contact);
    void choose(client::ContactId id);
    void chooseRow(int row);
    void setGroups(const QList<client::GroupView>& groups);
    void choose(const client::GroupId& id);

  Q_SIGNALS:
    void contactChosen(sesame::client::ContactId id);
    void groupChosen(const sesame::client::GroupId& id);
    void addWanted();
    /// `at`: where what can be done with the chosen contact is to be shown.
    void menuWanted(const QPoint& at);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showWhatThereIs();
    void openMenu(const QPoint& at);
    void makeGroups();
    void fitGroups();
    QWidget* makeTop();
    QWidget* makeEmptyPage();
    ContactModel* model_;
    QListView* view_;
    GroupModel* groups_;
    QListView* groupView_;
    QStackedWidget* pages_;
    QToolButton* menuButton_;
    bool quiet_ = false;
};

}  // namespace sesame::app
