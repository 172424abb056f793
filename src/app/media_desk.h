// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/media/media_player.h"
#include "sesame/media/media_reader.h"

#include <QCache>
#include <QImage>
#include <QSet>

namespace sesame::app {

/// Pictures, sounds and films that the user has on this computer: how they look, and the one that plays now.
class MediaDesk : public QObject {
    Q_OBJECT

  public:
    explicit MediaDesk(QObject* parent = nullptr);

    struct Look {
        media::FileKind kind = media::FileKind::Other;  ///< Other: nothing that can be shown here
        QImage picture;                                 ///< null: nothing to see
        qint64 durationMs = 0;
        bool plays() const { return kind == media::FileKind::Sound || kind == media::FileKind::Clip; }
    };
    /// Null while it is not known; looked() follows, once.
    const Look* lookAt(const QString& path);

    /// One at a time: another one that plays ends.
    void play(const QString& path, qint64 fromMs);
    /// Play, pause or go on.
    void toggle(const QString& path);
    /// The one that is under way, if only paused.
    const QString& playing() const { return playing_; }
    bool runs(const QString& path) const { return playing_ == path && !player_.isPaused(); }

  Q_SIGNALS:
    void looked(const QString& path);
    void moved(const QString& path, qint64 ms);
    void seen(const QString& path, const QImage& picture);
    /// It plays now, or pauses, or has ended.
    void changed(const QString& path);

  private:
    QCache<QString, Look> looks_;
    QSet<QString> asked_;
    media::MediaReader reader_;
    media::MediaPlayer player_;
    QString playing_;
};

}  // namespace sesame::app
