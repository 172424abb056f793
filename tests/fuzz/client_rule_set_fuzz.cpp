// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/client/rule_set.h"

#include <cstdlib>

// What is read comes back as the same set.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sesame::client;
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    SetFault fault{-1, {}};
    const auto set = decodeRuleSet(bytes, &fault);
    if (!set && (fault.line < 0 || fault.words.isEmpty()))
        std::abort();
    if (!set)
        return 0;
    const auto again = decodeRuleSet(encodeRuleSet(*set));
    if (!again || *again != *set)
        std::abort();
    return 0;
}
