// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/group_delegate.h"

#include "app/group_model.h"
#include "app/group_sign.h"
#include "app/plain_text.h"

namespace sesame::app {
namespace {

QString lastGroupWords(const client::GroupView& group) {
    switch (group.state) {
        case client::GroupState::Asked:
            return GroupDelegate::tr("asks whether you join");
        case client::GroupState::Ended:
            return GroupDelegate::tr("has ended");
        case client::GroupState::Left:
        case client::GroupState::Removed:
        case client::GroupState::Declined:
            return GroupDelegate::tr("you are not in it any more");
        case client::GroupState::Joined:
            break;
    }
    return oneLine(group.lastText, 160);
}

}  // namespace

ListedRow GroupDelegate::rowAt(const QModelIndex& index) const {
    const auto& group = static_cast<const GroupModel*>(index.model())->at(index.row());
    const auto seed = QString::fromStdString(group.id.hex());
    return {group.name,
            lastGroupWords(group),
            group.lastTime,
            group.unread,
            group.state == client::GroupState::Asked,
            [seed](QPainter& painter, const QRect& place) { paintGroupSign(painter, place, seed); }};
}

}  // namespace sesame::app
