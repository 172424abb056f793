// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sesame {

/// Prints the broken condition and its place to standard error and aborts.
[[noreturn]] void assertionFailed(const char* condition, const char* file, int line);

}  // namespace sesame

/// Our own invariant, checked in every build type. Never for input from a peer, a file or a person.
#define SESAME_ASSERT(condition) \
    ((condition) ? static_cast<void>(0) : ::sesame::assertionFailed(#condition, __FILE__, __LINE__))
