// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <filesystem>
#include <functional>

namespace sesame::media {

/// Writes a film with a tone, in the container that the name ends in ("mp4", "mkv"): MPEG-4 pictures, AAC
/// sound. False if FFmpeg would not.
bool writeFilm(const std::filesystem::path& path, QSize size, int seconds, int framesPerSecond,
               const std::function<QImage(int frame)>& paint);

}  // namespace sesame::media
