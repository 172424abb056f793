// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"
#include "sesame/consent/grant.h"

namespace sesame::execute {

/// Where a share of a folder or file begins. Called from the executor's thread.
class SharePort {
  public:
    virtual ~SharePort() = default;
    /// What would be shared: its whole path without links, and the object itself. NotFound, or Refused for
    /// what is never shared (S33, M38).
    virtual Result<consent::ResolvedTarget> find(const std::string& path) const = 0;
    /// Uses up the grant. Changed when the object is another one than was shown. Returns once the helper has
    /// been told, or why not.
    virtual Status begin(const consent::Grant& grant) = 0;
};

}  // namespace sesame::execute
