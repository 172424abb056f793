// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/wish.h"

#include "sesame/crypto/hash.h"

namespace sesame::client {

WishHash wishHashOf(const store::InvitationRecord& wish) {
    return WishHash{crypto::hash(wish.wish)};
}

std::optional<WishContent> wishOf(const store::InvitationRecord& record) {
    if (record.wish.empty())
        return std::nullopt;
    const auto content = decode(record.wish);
    const auto* body = content ? std::get_if<WishContent>(&content->body) : nullptr;
    return body ? std::optional(*body) : std::nullopt;
}

}  // namespace sesame::client
