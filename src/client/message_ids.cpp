// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/message_ids.h"

namespace sesame::client {

std::vector<MessageId> messageIds(const google::protobuf::RepeatedPtrField<std::string>& list) {
    std::vector<MessageId> out;
    for (const auto& bytes : list)
        if (const auto id = MessageId::from(asBytes(bytes)))
            out.push_back(*id);
    return out;
}

}  // namespace sesame::client
