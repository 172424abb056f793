// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <memory>

class QAudioSource;
class QIODevice;

namespace sesame::media {

inline constexpr qint64 kMostRecordMs = qint64{10} * 60 * 1000;  ///< then it stops by itself

/// A voice message: the microphone → Opus in Ogg. Main thread.
class VoiceRecorder : public QObject {
    Q_OBJECT

  public:
    explicit VoiceRecorder(QObject* parent = nullptr);
    ~VoiceRecorder() override;

    /// NotFound: no microphone. Unavailable: no encoder.
    Status start();
    /// Nothing is kept.
    void cancel();
    /// Ends the recording and writes it, a new file. Io or Full: it could not be written, and cancel() or
    /// another finish() may follow; Malformed: nothing was heard at all.
    Status finish(const QString& path);

    qint64 ms() const;

  Q_SIGNALS:
    /// About ten times a second: for how long, and how loud it was since (0 to 1).
    void heard(qint64 ms, double peak);
    /// The microphone has gone, or it is as long as it may be. What was said can be finished.
    void stopped();

  private:
    class Encoder;
    void take();
    void stopListening();

    std::unique_ptr<QAudioSource> source_;
    QIODevice* microphone_ = nullptr;  // of source_
    std::unique_ptr<Encoder> encoder_;
    qint64 samples_ = 0;
    double peak_ = 0;
    QElapsedTimer sinceHeard_;
};

}  // namespace sesame::media
