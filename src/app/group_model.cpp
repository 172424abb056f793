// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/group_model.h"

#include "app/list_order.h"
#include "app/plain_text.h"

#include <algorithm>

namespace sesame::app {
namespace {

using client::GroupState;
using client::GroupView;

bool isListedGroup(const GroupView& group) {
    const bool open = group.state == GroupState::Asked || group.state == GroupState::Joined;
    return open || (group.state != GroupState::Declined && group.lastTime.isValid());
}

bool groupBefore(const GroupView& a, const GroupView& b) {
    return listedBefore(a, b, GroupState::Asked);
}

}  // namespace

void GroupModel::setGroups(QList<GroupView> groups) {
    groups.removeIf([](const GroupView& group) { return !isListedGroup(group); });
    std::sort(groups.begin(), groups.end(), groupBefore);
    const bool sameRows = groups.size() == groups_.size() &&
                          std::equal(groups.cbegin(), groups.cend(), groups_.cbegin(),
                                     [](const auto& a, const auto& b) { return a.id == b.id; });
    // As long as nothing changes its place, the choice in the list stays.
    if (sameRows) {
        groups_ = std::move(groups);
        if (!groups_.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(groups_.size()) - 1));
        return;
    }
    beginResetModel();
    groups_ = std::move(groups);
    endResetModel();
}

int GroupModel::rowOf(const client::GroupId& id) const {
    const auto found = std::find_if(groups_.cbegin(), groups_.cend(),
                                    [&id](const GroupView& group) { return group.id == id; });
    return found == groups_.cend() ? -1 : int(found - groups_.cbegin());
}

int GroupModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(groups_.size());
}

QVariant GroupModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto& group = groups_.at(index.row());
    if (role == Qt::DisplayRole)
        return oneLine(group.name);
    if (role == Qt::AccessibleTextRole) {
        auto words = tr("Group %1").arg(oneLine(group.name));
        if (group.unread > 0)
            words += tr(", %1 unread").arg(group.unread);
        if (group.state == GroupState::Asked)
            words += tr(", asks whether you join");
        return words;
    }
    return {};
}

QString memberNames(const GroupView& group, int length) {
    QStringList names;
    for (const auto& member : group.members)
        names << oneLine(member.name, 60);
    return oneLine(GroupModel::tr("%1 people: %2", "how many, names")
                       .arg(QString::number(names.size()), names.join(GroupModel::tr(", ", "between names"))),
                   length);
}

}  // namespace sesame::app
