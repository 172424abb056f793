// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/media/voice_recorder.h"

#include "media/reader_child.h"
#include "media/record_format.h"

#include <sys/socket.h>

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSource>
#include <QMediaDevices>
#include <QSaveFile>
#include <algorithm>
#include <array>
#include <future>
#include <thread>

namespace sesame::media {
namespace {

constexpr qint64 kHeardMs = 100;
constexpr std::size_t kMostEncoded = std::size_t{8} << 20;

QAudioFormat recordFormat() {
    QAudioFormat format;
    format.setSampleRate(kRecordRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

double peakOf(const QByteArray& samples) {
    const auto* const values = reinterpret_cast<const qint16*>(samples.constData());
    int most = 0;
    for (qsizetype i = 0; i < samples.size() / 2; ++i)
        most = std::max(most, std::abs(static_cast<int>(values[i])));
    return most / 32768.0;
}

}  // namespace

// A thread reads what the encoder writes, and lives as long as it does.
class VoiceRecorder::Encoder {
  public:
    static Result<std::unique_ptr<Encoder>> start() {
        std::array<int, 2> ends{};
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            return Error{ErrorCode::Io, "no sockets"};
        Descriptor theirs(ends[0]);
        return std::unique_ptr<Encoder>(new Encoder(std::move(theirs), Descriptor(ends[1])));
    }

    // It is far faster than speech: where there is no room for a second of it, it does not work any more.
    bool give(const QByteArray& samples) {
        return ::send(input_.get(), samples.constData(), static_cast<std::size_t>(samples.size()),
                      MSG_NOSIGNAL | MSG_DONTWAIT) == samples.size();
    }

    Result<Bytes> end() {
        if (input_) {
            input_ = Descriptor();
            encoded_ = future_.get();
        }
        return encoded_;
    }

  private:
    Encoder(Descriptor theirs, Descriptor input) : input_(std::move(input)), theirs_(std::move(theirs)) {
        std::promise<Result<Bytes>> promise;
        future_ = promise.get_future();
        thread_ = std::jthread([this, promise = std::move(promise)](const std::stop_token& stop) mutable {
            promise.set_value(encode(stop));
        });
    }

    Result<Bytes> encode(const std::stop_token& stop) {
        SESAME_TRY_ASSIGN(ReaderChild child, ReaderChild::start(theirs_, {"record"}));
        theirs_ = Descriptor();  // so that nobody waits for an encoder that has died
        return child.readAll(kMostEncoded, std::chrono::steady_clock::time_point::max(), stop);
    }

    Descriptor input_;
    Descriptor theirs_;
    std::future<Result<Bytes>> future_;
    Result<Bytes> encoded_ = Error{ErrorCode::Malformed, "nothing was heard"};
    std::jthread thread_;
};

VoiceRecorder::VoiceRecorder(QObject* parent) : QObject(parent) {
}

VoiceRecorder::~VoiceRecorder() = default;

Status VoiceRecorder::start() {
    cancel();
    const QAudioDevice device = QMediaDevices::defaultAudioInput();
    if (device.isNull())
        return Error{ErrorCode::NotFound, "no microphone"};
    SESAME_TRY_ASSIGN(encoder_, Encoder::start());
    source_ = std::make_unique<QAudioSource>(device, recordFormat());
    microphone_ = source_->start();
    if (!microphone_) {
        cancel();
        return Error{ErrorCode::NotFound, "the microphone does not open"};
    }
    samples_ = 0;
    peak_ = 0;
    sinceHeard_.start();
    connect(microphone_, &QIODevice::readyRead, this, &VoiceRecorder::take);
    connect(source_.get(), &QAudioSource::stateChanged, this, [this](QAudio::State state) {
        if (state == QAudio::StoppedState)
            QMetaObject::invokeMethod(this, &VoiceRecorder::stopped, Qt::QueuedConnection);
    });
    return {};
}

void VoiceRecorder::take() {
    const QByteArray samples = microphone_->readAll();
    samples_ += samples.size() / 2;
    peak_ = std::max(peak_, peakOf(samples));
    if (sinceHeard_.elapsed() >= kHeardMs) {
        Q_EMIT heard(ms(), std::exchange(peak_, 0.0));
        sinceHeard_.restart();
    }
    if (!encoder_->give(samples) || ms() >= kMostRecordMs) {
        stopListening();
        Q_EMIT stopped();
    }
}

void VoiceRecorder::stopListening() {
    microphone_ = nullptr;
    if (source_) {
        source_->disconnect(this);
        source_->stop();
        source_.release()->deleteLater();  // it may be the one that called
    }
}

void VoiceRecorder::cancel() {
    stopListening();
    encoder_.reset();
    samples_ = 0;
}

Status VoiceRecorder::finish(const QString& path) {
    stopListening();
    if (!encoder_ || samples_ == 0)
        return Error{ErrorCode::Malformed, "nothing was heard"};
    SESAME_TRY_ASSIGN(const Bytes encoded, encoder_->end());
    QSaveFile file(path);
    const auto size = static_cast<qint64>(encoded.size());
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(reinterpret_cast<const char*>(encoded.data()), size) != size || !file.commit())
        return Error{ErrorCode::Io, "the recording could not be written"};
    encoder_.reset();
    return {};
}

qint64 VoiceRecorder::ms() const {
    return samples_ * 1000 / kRecordRate;
}

}  // namespace sesame::media
