// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"
#include "sesame/consent/grant.h"

namespace sesame::execute {

/// Where a help session begins, or rises when one with the same helper runs. Called from the executor's
/// thread.
class RemotePort {
  public:
    virtual ~RemotePort() = default;
    /// What is offered now: "1920×1080". Unavailable when this desktop cannot be shown, with the reason;
    /// Refused when somebody else sees it already.
    virtual Result<std::string> screen() const = 0;
    /// Uses up the grant. Returns once the screen is open and the helper has been told, or why not.
    virtual Status begin(const consent::Grant& grant) = 0;
    /// Uses up the grant: one of kClipboardOutTarget or kClipboardInTarget, in the session that runs.
    virtual Status passClipboard(const consent::Grant& grant) = 0;
};

}  // namespace sesame::execute
