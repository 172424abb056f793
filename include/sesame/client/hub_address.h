// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"

#include <QString>
#include <optional>

namespace sesame::client {

/// Where a hub is, and how it is known again. Pure value; any thread.
struct HubAddress {
    QString url;  ///< "wss://host:port", nothing behind
    /// SHA-256 of its certificate. Without one the certificate must be signed by a known authority.
    std::optional<ByteArray<32>> fingerprint;

    bool operator==(const HubAddress&) const = default;

    /// `fingerprint` is empty or hexadecimal, with or without "sha256:" in front. Malformed for anything but
    /// a plain wss address; a missing port becomes 443.
    static Result<HubAddress> parse(const QString& url, const QString& fingerprint);
    QString fingerprintHex() const;
    /// The same hub: by fingerprint when both have one, as it may be reached under several names.
    bool sameHub(const HubAddress& other) const;
};

}  // namespace sesame::client
