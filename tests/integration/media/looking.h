// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/media/media_reader.h"

#include <QEventLoop>
#include <QTimer>
#include <filesystem>
#include <optional>

namespace sesame::media {

/// What a real `sesame-media` says about the file. Fails the test by an empty optional after half a minute.
inline std::optional<Result<Preview>> lookAt(const std::filesystem::path& path, int width = 320,
                                             int height = 240) {
    MediaReader reader;
    QEventLoop loop;
    std::optional<Result<Preview>> out;
    reader.look(QString::fromStdString(path.string()), width, height, &loop, [&](Result<Preview> preview) {
        out = std::move(preview);
        loop.quit();
    });
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    loop.exec();
    return out;
}

/// What a real `sesame-media` recognises the file by.
inline std::optional<Result<trigger::MediaPrint>> printOf(MediaReader& reader,
                                                          const std::filesystem::path& path) {
    QEventLoop loop;
    std::optional<Result<trigger::MediaPrint>> out;
    reader.print(QString::fromStdString(path.string()), &loop, [&](Result<trigger::MediaPrint> print) {
        out = std::move(print);
        loop.quit();
    });
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    loop.exec();
    return out;
}

}  // namespace sesame::media
