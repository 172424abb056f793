// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/ids.h"
#include "sesame/client/hub_address.h"

#include <QString>

namespace sesame::client {

/// What one person gives another so that they can write to each other: who, at which hub, with which key. The
/// token proves to the maker of the link that the other one was given it. Pure value; any thread.
struct InvitationLink {
    static constexpr int kMaxLength = 1024;
    static constexpr std::size_t kTokenBytes = 16;

    HubAddress hub;
    QString handle;
    PublicIdentity identity;
    QString name;
    ByteArray<kTokenBytes> token{};

    bool operator==(const InvitationLink&) const = default;

    /// Strict: every field once, in any order, nothing else. Malformed otherwise.
    static Result<InvitationLink> parse(const QString& text);
    /// sesame:invite?v=1&hub=…&fp=…&h=…&k=…&n=…&t=…
    QString format() const;
    /// Is this meant to be a link, right or wrong?
    static bool looksLikeOne(const QString& text);
};

/// [a-z0-9._-]{3,32}
bool isHandle(const QString& text);

}  // namespace sesame::client
