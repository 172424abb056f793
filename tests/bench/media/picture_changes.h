// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <span>

namespace sesame::bench {

/// What happens to a picture on its way, and the file that comes of it.
struct PictureChange {
    const char* name;
    QByteArray (*apply)(const QImage& picture, unsigned seed);
};
std::span<const PictureChange> pictureChanges();

}  // namespace sesame::bench
