// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media_desk.h"

#include "app/media_box.h"

#include <QDateTime>
#include <QFileInfo>

namespace sesame::app {
namespace {

constexpr int kMostKept = 64 * 1024;  // KiB of pictures
constexpr int kLookCost = 1;          // KiB at least

// A file that was written anew looks different.
QString versionOf(const QString& path) {
    const QFileInfo file(path);
    return QStringLiteral("%1 %2 %3").arg(file.lastModified().toMSecsSinceEpoch()).arg(file.size()).arg(path);
}

QImage imageOf(const media::Pixels& pixels) {
    if (pixels.width == 0)
        return {};
    return QImage(reinterpret_cast<const uchar*>(pixels.rgba.data()), pixels.width, pixels.height,
                  4 * pixels.width, QImage::Format_RGBA8888)
        .copy();
}

}  // namespace

MediaDesk::MediaDesk(QObject* parent) : QObject(parent), looks_(kMostKept) {
    connect(&player_, &media::MediaPlayer::positionChanged, this,
            [this](qint64 ms) { Q_EMIT moved(playing_, ms); });
    connect(&player_, &media::MediaPlayer::pictureChanged, this,
            [this](const media::Pixels& picture) { Q_EMIT seen(playing_, imageOf(picture)); });
    connect(&player_, &media::MediaPlayer::ended, this,
            [this] { Q_EMIT changed(std::exchange(playing_, {})); });
}

const MediaDesk::Look* MediaDesk::lookAt(const QString& path) {
    const QString version = versionOf(path);
    if (const auto* look = looks_.object(version))
        return look;
    if (asked_.contains(version))
        return nullptr;
    asked_.insert(version);
    reader_.look(path, MediaBox::kMostPicture.width() * 2, MediaBox::kMostPicture.height() * 2, this,
                 [this, path, version](const Result<media::Preview>& preview) {
                     asked_.remove(version);
                     auto* look = new Look;
                     if (preview)
                         *look = {preview->kind, imageOf(preview->picture), preview->durationMs};
                     looks_.insert(version, look, kLookCost + int(look->picture.sizeInBytes() / 1024));
                     Q_EMIT looked(path);
                 });
    return nullptr;
}

void MediaDesk::play(const QString& path, qint64 fromMs) {
    const QString before = std::exchange(playing_, path);
    player_.play(path, fromMs, MediaBox::kMostPicture * 2);
    if (!before.isEmpty() && before != path)
        Q_EMIT changed(before);
    Q_EMIT changed(path);
}

void MediaDesk::toggle(const QString& path) {
    if (playing_ != path)
        return play(path, 0);
    if (player_.isPaused())
        player_.resume();
    else
        player_.pause();
    Q_EMIT changed(path);
}

}  // namespace sesame::app
