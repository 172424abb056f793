// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QAbstractListModel>

namespace sesame::app {

/// The people in the list on the left: requests first, then by the time of the last message. Blocked and
/// declined ones are left out.
class ContactModel : public QAbstractListModel {
    Q_OBJECT

  public:
    explicit ContactModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setContacts(QList<client::ContactView> contacts);
    void change(const client::ContactView& contact);

    const client::ContactView& at(int row) const { return contacts_.at(row); }
    int rowOf(client::ContactId id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    QList<client::ContactView> contacts_;
};

/// Blocked and declined people are not in the list.
bool isListed(const client::ContactView& contact);

}  // namespace sesame::app
