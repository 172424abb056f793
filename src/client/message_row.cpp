// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/message_row.h"

namespace sesame::client {

store::MessageRecord messageRow(const Content& content, store::ContactId contact, store::Direction direction,
                                store::MessageKind kind, const std::string& text) {
    store::MessageRecord row;
    row.id = content.id;
    row.contact = contact;
    row.direction = direction;
    row.kind = kind;
    row.delivery = direction == store::Direction::Outgoing ? store::Delivery::Sending : store::Delivery::None;
    row.sentMs = content.sentMs;
    row.text = text;
    return row;
}

}  // namespace sesame::client
