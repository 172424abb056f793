// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/consent/audit_log.h"

namespace sesame::consent {

/// One entry as one line: number, time (UTC), event, peer, detail, chain value, with tabs between. Line
/// breaks, controls and characters that reorder text are escaped, so that no entry can look like two.
std::string auditLine(const AuditEntry& entry);

}  // namespace sesame::consent
