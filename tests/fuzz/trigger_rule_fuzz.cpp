// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/rule.h"
#include "sesame/trigger/rule_check.h"

#include <cstddef>
#include <cstdint>

// The signature is made good, so that what lies behind it is reached.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sesame;
    static const crypto::Identity helper = *crypto::Identity::fromSeed(crypto::Secret<32>());
    trigger::SignedRule signedRule{toBytes(std::as_bytes(std::span(data, size))), {}};
    signedRule.signature = helper.sign("sesame rule v1", signedRule.rule);
    if (const auto rule = trigger::openRule(signedRule)) {
        trigger::checkRule(*rule, {});
        if (rule->media)
            trigger::compare(*rule->media, *rule->media);
        SESAME_ASSERT(trigger::openRule(trigger::sign(*rule, helper)));
    }
    return 0;
}
