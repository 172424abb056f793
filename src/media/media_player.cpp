// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/media/media_player.h"

#include "media/play_feed.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QMediaDevices>
#include <algorithm>

namespace sesame::media {
namespace {

constexpr int kTickMs = 15;
constexpr int kSinkMs = 250;  // of sound that the loudspeaker is ahead
constexpr qint64 kBytesOfSample = qint64{2} * kPlayChannels;
constexpr qint64 kBytesOfMs = kPlayRate / 1000 * kBytesOfSample;
constexpr std::uint32_t kAnyTime = 0xFFFFFFFF;

QAudioFormat playFormat() {
    QAudioFormat format;
    format.setSampleRate(static_cast<int>(kPlayRate));
    format.setChannelCount(static_cast<int>(kPlayChannels));
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

}  // namespace

MediaPlayer::MediaPlayer(QObject* parent) : QObject(parent) {
    tick_.setInterval(kTickMs);
    tick_.setTimerType(Qt::PreciseTimer);
    connect(&tick_, &QTimer::timeout, this, &MediaPlayer::advance);
}

MediaPlayer::~MediaPlayer() = default;

bool MediaPlayer::hasLoudspeaker() {
    return !QMediaDevices::defaultAudioOutput().isNull();
}

void MediaPlayer::play(const QString& path, qint64 fromMs, QSize most) {
    stop();
    const auto side = [](int pixels) {
        return std::to_string(std::clamp(pixels, 1, static_cast<int>(kMostPlaySide)));
    };
    feed_ = std::make_unique<PlayFeed>(
        path.toStdString(),
        std::vector<std::string>{"play", side(most.width()), side(most.height()), std::to_string(fromMs)});
    if (const QAudioDevice device = QMediaDevices::defaultAudioOutput(); !device.isNull()) {
        sink_ = std::make_unique<QAudioSink>(device, playFormat());
        sink_->setBufferSize(kSinkMs * kBytesOfMs);
        loudspeaker_ = sink_->start();
    }
    fromMs_ = fromMs;
    beforePauseMs_ = 0;
    running_.invalidate();
    paused_ = false;
    tick_.start();
}

void MediaPlayer::pause() {
    if (!feed_ || paused_)
        return;
    beforePauseMs_ = positionMs() - fromMs_;
    running_.invalidate();
    paused_ = true;
    tick_.stop();
    if (sink_)
        sink_->suspend();
}

void MediaPlayer::resume() {
    if (!feed_ || !paused_)
        return;
    paused_ = false;
    running_.start();
    tick_.start();
    if (sink_)
        sink_->resume();
}

void MediaPlayer::stop() {
    tick_.stop();
    loudspeaker_ = nullptr;
    sink_.reset();
    feed_.reset();
    unheard_.clear();
    paused_ = false;
}

qint64 MediaPlayer::positionMs() const {
    return fromMs_ + beforePauseMs_ + (running_.isValid() ? running_.elapsed() : 0);
}

void MediaPlayer::advance() {
    // Time begins with the first thing that can be heard or seen.
    if (!running_.isValid() && feed_->readable())
        running_.start();
    giveSound();
    showPicture();
    if (running_.isValid())
        Q_EMIT positionChanged(positionMs());
    if (feed_ && feed_->atEnd() && unheard_.empty())
        finish();
}

void MediaPlayer::giveSound() {
    while (true) {
        if (unheard_.empty()) {
            // Without a loudspeaker it goes by unheard, in its time.
            auto piece = feed_->takeSound(loudspeaker_ ? kAnyTime : dueMs());
            if (!piece)
                return;
            unheard_ = loudspeaker_ ? std::move(piece->content) : Bytes();
            continue;
        }
        const auto size = static_cast<qint64>(unheard_.size());
        const qint64 room = std::min<qint64>(sink_->bytesFree(), size) / kBytesOfSample * kBytesOfSample;
        const auto* const samples = reinterpret_cast<const char*>(unheard_.data());
        const qint64 written = room > 0 ? loudspeaker_->write(samples, room) : 0;
        if (written <= 0)
            return;
        unheard_.erase(unheard_.begin(), unheard_.begin() + written);
    }
}

std::uint32_t MediaPlayer::dueMs() const {
    return static_cast<std::uint32_t>(std::clamp<qint64>(positionMs(), 0, kAnyTime));
}

void MediaPlayer::showPicture() {
    if (auto piece = feed_->takePicture(dueMs()))
        Q_EMIT pictureChanged({piece->frame.width, piece->frame.height, std::move(piece->content)});
}

void MediaPlayer::finish() {
    const bool readable = feed_->readable();
    // What the loudspeaker still has is heard to its end.
    if (sink_ && readable && sink_->state() == QAudio::ActiveState)
        return;
    stop();
    Q_EMIT ended(readable);
}

}  // namespace sesame::media
