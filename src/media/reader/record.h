// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sesame::media {

/// Samples from standard input (record_format.h) → Opus in Ogg (RFC 7845) on standard
/// output, until the input ends. False if the system has no encoder, or nobody reads the output.
bool record();

}  // namespace sesame::media
