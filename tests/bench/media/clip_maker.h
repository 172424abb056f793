// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sesame::bench {

/// Runs ffmpeg and waits for it. False if it did not end well.
bool ffmpeg(const QStringList& arguments, const QByteArray& input = {});

/// A sound as a file without loss.
bool writeSound(unsigned number, double seconds, const QString& path);

/// A look around in one of the made pictures, with a sound: MP4.
bool writeClip(unsigned number, double seconds, const QString& path);

}  // namespace sesame::bench
