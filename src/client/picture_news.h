// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/geometry.h"

#include <QList>
#include <QRect>
#include <mutex>
#include <vector>

namespace sesame::client {

/// The areas of a picture that have changed since somebody looked last, collected from another thread.
/// Thread-safe.
class PictureNews {
  public:
    /// True when nothing was waiting: somebody should be told.
    bool add(const std::vector<desktop::Rect>& areas);
    QList<QRect> take();

  private:
    static constexpr qsizetype kMostAreas = 256;  // of more, the box around them

    std::mutex mutex_;
    QList<QRect> areas_;
};

}  // namespace sesame::client
