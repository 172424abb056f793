// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/descriptor.h"
#include "sesame/base/result.h"

#include <string>

/// The ways in which this module opens anything by name. None follows a link. NotFound, Refused, Changed when
/// something moves meanwhile, Unavailable where the system has no openat2.
namespace sesame::share {

/// Only what lies beneath `root`, on the same file system.
Result<Descriptor> openBeneath(const Descriptor& root, const std::string& path, int flags, unsigned mode = 0);

/// An absolute path.
Result<Descriptor> openWithoutLinks(const std::string& path, int flags);

}  // namespace sesame::share
