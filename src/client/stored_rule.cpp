// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/stored_rule.h"

namespace sesame::client {

trigger::SignedRule signedRuleOf(const Bytes& rule, const Bytes& signature) {
    trigger::SignedRule out{rule, {}};
    // A wrong size leaves zeros, which no key has signed.
    if (const auto array = toArray<64>(signature))
        out.signature = *array;
    return out;
}

}  // namespace sesame::client
