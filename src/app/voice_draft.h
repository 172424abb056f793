// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"
#include "sesame/media/voice_recorder.h"

#include <optional>

namespace sesame::app {

/// A voice message that is being spoken. It outlives the bar that shows it: that one is made anew whenever
/// the size of the text or the language changes.
struct VoiceDraft {
    media::VoiceRecorder recorder;
    std::optional<client::ContactId> to;  ///< none: nothing is being spoken
    QString name;                         ///< theirs, as it may be shown
    bool ended = false;                   ///< nothing more is heard; it waits to be sent or discarded
};

}  // namespace sesame::app
