// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contact_model.h"

#include "app/list_order.h"
#include "app/plain_text.h"
#include "app/time_words.h"

#include <algorithm>

namespace sesame::app {
namespace {

using client::ContactState;
using client::ContactView;

bool before(const ContactView& a, const ContactView& b) {
    return listedBefore(a, b, ContactState::Incoming);
}

}  // namespace

bool isListed(const ContactView& contact) {
    return contact.state != ContactState::Blocked && contact.state != ContactState::Declined;
}

void ContactModel::setContacts(QList<ContactView> contacts) {
    contacts.removeIf([](const ContactView& contact) { return !isListed(contact); });
    std::sort(contacts.begin(), contacts.end(), before);
    beginResetModel();
    contacts_ = std::move(contacts);
    endResetModel();
}

void ContactModel::change(const ContactView& contact) {
    const int old = rowOf(contact.id);
    auto rest = contacts_;
    if (old >= 0)
        rest.removeAt(old);
    const int wanted = int(std::lower_bound(rest.cbegin(), rest.cend(), contact, before) - rest.cbegin());
    if (old >= 0 && isListed(contact) && wanted == old) {
        contacts_[old] = contact;
        Q_EMIT dataChanged(index(old), index(old));
        return;
    }
    if (old >= 0 && isListed(contact)) {
        // Moved, not removed and put back: the choice in the list stays.
        beginMoveRows({}, old, old, {}, wanted > old ? wanted + 1 : wanted);
        contacts_.move(old, wanted);
        contacts_[wanted] = contact;
        endMoveRows();
        Q_EMIT dataChanged(index(wanted), index(wanted));
    } else if (old >= 0) {
        beginRemoveRows({}, old, old);
        contacts_.removeAt(old);
        endRemoveRows();
    } else if (isListed(contact)) {
        beginInsertRows({}, wanted, wanted);
        contacts_.insert(wanted, contact);
        endInsertRows();
    }
}

int ContactModel::rowOf(client::ContactId id) const {
    const auto found = std::find_if(contacts_.cbegin(), contacts_.cend(),
                                    [id](const ContactView& contact) { return contact.id == id; });
    return found == contacts_.cend() ? -1 : int(found - contacts_.cbegin());
}

int ContactModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(contacts_.size());
}

QVariant ContactModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto& contact = contacts_.at(index.row());
    if (role == Qt::DisplayRole)
        return oneLine(contact.name);
    if (role == Qt::AccessibleTextRole) {
        auto words = oneLine(contact.name);
        words += contact.online ? tr(", online") : QString();
        if (contact.unread > 0)
            words += tr(", %n unread message(s)", nullptr, contact.unread);
        return words;
    }
    return {};
}

}  // namespace sesame::app
