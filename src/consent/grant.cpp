// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/consent/grant.h"

namespace sesame::consent {
namespace {

/// A clock that shows an earlier time than at the start was set, and proves nothing any more.
bool within(std::int64_t start, std::int64_t now) {
    return now >= start && now - start <= Grant::kStartWithinMs;
}

}  // namespace

Grant::Grant(GrantScope scope, const Clock& clock)
    : scope_(std::make_shared<const GrantScope>(std::move(scope))),
      used_(std::make_shared<std::atomic<bool>>(false)),
      wallMs_(clock.wallMs()),
      bootMs_(clock.bootMs()) {
}

bool Grant::use(const Clock& clock) const {
    if (!within(wallMs_, clock.wallMs()) || !within(bootMs_, clock.bootMs()))
        return false;
    return !used_->exchange(true);
}

}  // namespace sesame::consent
