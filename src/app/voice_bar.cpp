// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/voice_bar.h"

#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/time_words.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDir>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <cmath>

namespace sesame::app {
namespace {

constexpr int kLoudest = 100;
constexpr double kSilenceDecibel = 50;  // below full scale

// As ears hear it: a whisper is half of the bar, not a hundredth.
int loudness(double peak) {
    const double decibel = peak > 0 ? 20 * std::log10(peak) : -kSilenceDecibel;
    return int(std::clamp(1 + decibel / kSilenceDecibel, 0.0, 1.0) * kLoudest);
}

QString voicePath() {
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::MusicLocation);
    QDir().mkpath(folder);
    const auto when = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH.mm.ss"));
    return QDir(folder).filePath(VoiceBar::tr("Voice message %1").arg(when) + QStringLiteral(".ogg"));
}

QString voiceProblem(ErrorCode code) {
    switch (code) {
        case ErrorCode::NotFound:
            return VoiceBar::tr("No microphone was found. Please connect one, or write.");
        case ErrorCode::Malformed:
            return VoiceBar::tr("The microphone heard nothing. Please try again.");
        case ErrorCode::Io:
        case ErrorCode::Full:
            return VoiceBar::tr("The voice message could not be stored. Is the disk full?");
        default:
            return VoiceBar::tr("Voice messages do not work on this computer: a part of Sesame is missing.");
    }
}

}  // namespace

VoiceBar::VoiceBar(VoiceDraft& draft, QWidget* parent)
    : QFrame(parent),
      draft_(draft),
      words_(new PlainLabel(this)),
      time_(new PlainLabel(this)),
      level_(new QProgressBar(this)),
      send_(new QPushButton(tr("Send it"), this)),
      discard_(new QPushButton(tr("Discard"), this)) {
    setObjectName(QStringLiteral("voiceBar"));
    setProperty("card", "banner");
    words_->setScale(1.0, true);
    level_->setRange(0, kLoudest);
    level_->setTextVisible(false);
    level_->setAccessibleName(tr("How loud you are"));
    send_->setObjectName(QStringLiteral("sendVoiceButton"));
    send_->setAccessibleName(tr("Send the voice message"));
    send_->setProperty("kind", "main");
    discard_->setObjectName(QStringLiteral("discardVoiceButton"));
    discard_->setAccessibleName(tr("Discard the voice message"));
    auto* state = new QHBoxLayout;
    state->addWidget(time_);
    state->addWidget(level_, 1);
    auto* said = new QVBoxLayout;
    said->addWidget(words_);
    said->addLayout(state);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 8, 14, 8);
    row->setSpacing(10);
    row->addLayout(said, 1);
    row->addWidget(send_);
    row->addWidget(discard_);
    connect(send_, &QPushButton::clicked, this, &VoiceBar::finish);
    connect(discard_, &QPushButton::clicked, this, &VoiceBar::discard);
    connect(&draft_.recorder, &media::VoiceRecorder::heard, this, [this](qint64 ms, double peak) {
        time_->setText(playTime(ms));
        level_->setValue(loudness(peak));
    });
    connect(&draft_.recorder, &media::VoiceRecorder::stopped, this, [this] {
        draft_.ended = true;
        follow();
    });
    follow();
}

void VoiceBar::follow() {
    setVisible(draft_.to.has_value());
    words_->setText(draft_.ended ? tr("Your voice message to %1 has ended. Send it?").arg(draft_.name)
                                 : tr("Speak now: a voice message to %1").arg(draft_.name));
    time_->setText(playTime(draft_.recorder.ms()));
    level_->setValue(0);
}

void VoiceBar::begin(client::ContactId to, const QString& name) {
    if (draft_.to)
        return;
    if (const auto started = draft_.recorder.start(); !started) {
        Q_EMIT problem(voiceProblem(started.error().code));
        return;
    }
    draft_.to = to;
    draft_.name = oneLine(name, 40);
    follow();
    send_->setFocus();
}

void VoiceBar::finish() {
    const QString path = voicePath();
    if (const auto done = draft_.recorder.finish(path); !done) {
        Q_EMIT problem(voiceProblem(done.error().code));
        // A full disk may get room: what was said stays.
        if (done.error().code != ErrorCode::Io && done.error().code != ErrorCode::Full)
            discard();
        return;
    }
    const auto to = *draft_.to;
    end();
    Q_EMIT spoken(to, path);
}

void VoiceBar::discard() {
    draft_.recorder.cancel();
    end();
}

void VoiceBar::end() {
    draft_.to.reset();
    draft_.ended = false;
    follow();
}

}  // namespace sesame::app
