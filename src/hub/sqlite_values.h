// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/hub/mail_store.h"

#include <algorithm>

/// How the store's own types stand in SQLite. Pure; any thread.
namespace sesame::hub {

inline std::int64_t number(AccountId id) {
    return static_cast<std::int64_t>(id);
}

/// A column of another length, which nobody wrote, is cut or filled up with zeros.
template <std::size_t N>
ByteArray<N> arrayOf(ByteView blob) {
    ByteArray<N> out{};
    std::copy_n(blob.begin(), std::min(N, blob.size()), out.begin());
    return out;
}

}  // namespace sesame::hub
