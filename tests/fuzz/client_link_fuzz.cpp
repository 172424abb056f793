// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/client/invitation_link.h"

#include <cstdlib>

// What parses comes back as the same link.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using sesame::client::InvitationLink;
    const auto text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto link = InvitationLink::parse(text);
    if (!link)
        return 0;
    const auto again = InvitationLink::parse(link->format());
    if (!again || *again != *link)
        std::abort();
    return 0;
}
