// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../../src/client/content.h"

#include <cstdlib>

// What decodes comes back as the same content.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sesame;
    const auto content = client::decode({reinterpret_cast<const std::byte*>(data), size});
    if (!content)
        return 0;
    const auto again = client::decode(client::encode(*content));
    if (!again || *again != *content)
        std::abort();
    return 0;
}
