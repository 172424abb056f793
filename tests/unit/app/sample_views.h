// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/groups.h"

namespace sesame::app::test {

inline client::ContactView contact(int id, const QString& name, qint64 minutesAgo) {
    client::ContactView out;
    out.id = client::ContactId{id};
    out.name = name;
    out.handle = QStringLiteral("handle%1").arg(id);
    out.state = client::ContactState::Accepted;
    out.since = QDateTime::currentDateTime().addDays(-100);
    out.lastTime = QDateTime::currentDateTime().addSecs(-60 * minutesAgo);
    return out;
}

inline client::MessageView message(int order, const QString& text, bool own = false) {
    client::MessageView out;
    for (unsigned byte = 0; byte < 4; ++byte)
        out.id.value[byte] = std::byte(unsigned(order) >> (8 * byte));
    out.contact = client::ContactId{1};
    out.order = order;
    out.direction = own ? client::Direction::Outgoing : client::Direction::Incoming;
    out.delivery = own ? client::Delivery::Sent : client::Delivery::None;
    out.time = QDateTime(QDate(2026, 3, 1), QTime(12, 0)).addSecs(60LL * order);
    out.text = text;
    return out;
}

inline client::MessageView invitation(int order, const QString& phrase, bool own = false) {
    auto out = message(order, {}, own);
    out.kind = client::MessageKind::Invitation;
    out.invitation =
        client::InvitationView{phrase, QStringLiteral("Open the program “Calculator”"),
                               client::InvitationState::Open, QDateTime::currentDateTime().addSecs(600)};
    return out;
}

inline client::GroupView group(int id, const QString& name, qint64 minutesAgo) {
    client::GroupView out;
    out.id.value[0] = std::byte(id);
    out.name = name;
    out.state = client::GroupState::Joined;
    out.since = QDateTime::currentDateTime().addDays(-100);
    out.lastTime = QDateTime::currentDateTime().addSecs(-60 * minutesAgo);
    return out;
}

}  // namespace sesame::app::test
