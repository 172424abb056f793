// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QWidget>

class QListView;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace sesame::app {

class ContactModel;

/// The left side of the main window: main menu, "Add contact", and the people; or, while there are none,
/// what to do.
class ContactList : public QWidget {
    Q_OBJECT

  public:
    explicit ContactList(QWidget* parent = nullptr);

    void setMenu(QMenu* menu);
    void setContacts(const QList<client::ContactView>& contacts);
    void change(const client::ContactView& contact);
    void choose(client::ContactId id);
    void chooseRow(int row);
    std::optional<client::ContactId> chosen() const;

  Q_SIGNALS:
    void contactChosen(sesame::client::ContactId id);
    void addWanted();

  private:
    void showWhatThereIs();
    QWidget* makeTop();
    QWidget* makeEmptyPage();
    ContactModel* model_;
    QListView* view_;
    QStackedWidget* pages_;
    QToolButton* menuButton_;
};

}  // namespace sesame::app
