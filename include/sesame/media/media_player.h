// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/media/media_reader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSize>
#include <QTimer>
#include <memory>

class QAudioSink;
class QIODevice;

namespace sesame::media {

class PlayFeed;

/// Plays one sound or film of others at a time. `sesame-media` decodes it; here arrive samples and pixels.
/// Main thread.
class MediaPlayer : public QObject {
    Q_OBJECT

  public:
    explicit MediaPlayer(QObject* parent = nullptr);
    ~MediaPlayer() override;

    /// From there on, pictures within so many pixels (at most 1280 each way). What played before ends without
    /// a word.
    void play(const QString& path, qint64 fromMs, QSize most);
    void pause();
    void resume();
    void stop();

    bool isPaused() const { return paused_; }
    qint64 positionMs() const;
    /// False: this computer has nothing to play sound with; pictures go on.
    static bool hasLoudspeaker();

  Q_SIGNALS:
    void positionChanged(qint64 ms);
    void pictureChanged(const sesame::media::Pixels& picture);
    /// All was played; or nothing of it could be, and `readable` is false.
    void ended(bool readable);

  private:
    void advance();
    void giveSound();
    void showPicture();
    std::uint32_t dueMs() const;
    void finish();

    std::unique_ptr<PlayFeed> feed_;
    Bytes unheard_;  // of a sound for which the loudspeaker had no room
    std::unique_ptr<QAudioSink> sink_;
    QIODevice* loudspeaker_ = nullptr;  // of sink_; null without one
    QTimer tick_;
    QElapsedTimer running_;
    qint64 fromMs_ = 0;
    qint64 beforePauseMs_ = 0;
    bool paused_ = false;
};

}  // namespace sesame::media
