// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"
#include "sesame/trigger/media_print.h"

namespace sesame::wire::pb {
class MediaPrint;
}

namespace sesame::trigger {

void encodeMedia(const MediaPrint& print, wire::pb::MediaPrint& out);
/// Malformed for what this version does not know (S46) and for sizes that do not fit.
Result<MediaPrint> decodeMedia(const wire::pb::MediaPrint& in);

}  // namespace sesame::trigger
