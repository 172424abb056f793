// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/media/media_reader.h"

#include <QDir>
#include <QImage>
#include <optional>

namespace sesame::bench {

/// As sesame-media makes it of a picture that is not compressed, without starting it.
trigger::PicturePrint printOf(const QImage& picture);

/// What sesame-media itself makes of a file.
class FilePrinter {
  public:
    explicit FilePrinter(const QString& folder) : folder_(folder) {}
    std::optional<trigger::MediaPrint> print(const QString& path);
    std::optional<trigger::MediaPrint> print(const QByteArray& content);

  private:
    QDir folder_;
    media::MediaReader reader_;
};

}  // namespace sesame::bench
