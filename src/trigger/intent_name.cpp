// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/intent.h"

namespace sesame::trigger {

const char* name(Intent intent) {
    static constexpr std::array<const char*, kIntents> kNames = {
        "none",       "remote_control", "open_file", "launch_program", "im_settings", "share_folder",
        "voice_call", "video_call",     "stop"};
    const auto at = static_cast<std::size_t>(intent);
    return at < kIntents ? kNames[at] : "none";
}

}  // namespace sesame::trigger
