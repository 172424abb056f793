// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

namespace sesame::bench {

/// Processor seconds (user and system) that all processes of a process group have used so far.
double processorSeconds(pid_t group);

/// Proportional set size of all processes of a process group, in KiB.
double memoryKib(pid_t group);

}  // namespace sesame::bench
