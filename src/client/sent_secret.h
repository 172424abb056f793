// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/secret.h"

#include <algorithm>

namespace sesame::client {

/// A secret on its way from one client to the other. Every copy wipes itself.
struct SentSecret {
    ByteArray<32> bytes{};

    SentSecret() = default;
    explicit SentSecret(const crypto::Key& key) { std::ranges::copy(key.view(), bytes.begin()); }
    SentSecret(const SentSecret&) = default;
    SentSecret& operator=(const SentSecret&) = default;
    ~SentSecret() { crypto::wipe(bytes); }
    bool operator==(const SentSecret&) const = default;
};

}  // namespace sesame::client
