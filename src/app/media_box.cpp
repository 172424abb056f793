// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media_box.h"

#include "app/plain_label.h"
#include "app/still_picture.h"
#include "app/time_words.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QSlider>

namespace sesame::app {
namespace {

using media::FileKind;

constexpr int kStepMs = 5000;

}  // namespace

MediaBox::MediaBox(MediaDesk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      picture_(new StillPicture(kMostPicture, this)),
      controls_(new QWidget(this)),
      play_(new QPushButton(controls_)),
      place_(new QSlider(Qt::Horizontal, controls_)),
      time_(new PlainLabel(controls_)),
      silent_(new PlainLabel(tr("You hear nothing: this computer has no loudspeaker."), this)) {
    play_->setObjectName(QStringLiteral("playButton"));
    play_->setAutoDefault(false);
    place_->setAccessibleName(tr("Place in it"));
    place_->setPageStep(kStepMs);
    place_->setSingleStep(kStepMs);
    time_->setQuiet(true);
    silent_->setQuiet(true);
    auto* row = new QHBoxLayout(controls_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(play_);
    row->addWidget(place_, 1);
    row->addWidget(time_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(picture_);
    column->addWidget(controls_);
    column->addWidget(silent_);
    silent_->hide();
    hide();
    connect(play_, &QPushButton::clicked, this, [this] { desk_.toggle(path_); });
    connect(picture_, &StillPicture::clicked, this, [this] {
        if (controls_->isHidden())
            Q_EMIT pictureClicked();
        else
            desk_.toggle(path_);
    });
    connect(place_, &QSlider::actionTriggered, this, [this](int action) {
        if (action != QAbstractSlider::SliderMove)
            desk_.play(path_, place_->sliderPosition());
    });
    connect(place_, &QSlider::sliderReleased, this, [this] { desk_.play(path_, place_->sliderPosition()); });
    connect(&desk_, &MediaDesk::looked, this, [this](const QString& path) {
        if (path == path_) {
            showLook();
            Q_EMIT resized();
        }
    });
    connect(&desk_, &MediaDesk::changed, this, [this](const QString& path) {
        if (path == path_)
            followPlayer();
    });
    connect(&desk_, &MediaDesk::moved, this, [this](const QString& path, qint64 ms) {
        if (path == path_ && !place_->isSliderDown())
            showTime(ms);
    });
    connect(&desk_, &MediaDesk::seen, this, [this](const QString& path, const QImage& picture) {
        if (path == path_)
            picture_->setPicture(picture);
    });
}

void MediaBox::setFile(const QString& path) {
    path_ = path;
    showLook();
}

void MediaBox::showLook() {
    const auto* look = path_.isEmpty() ? nullptr : desk_.lookAt(path_);
    setVisible(look && look->kind != FileKind::Other);
    if (!look)
        return;
    picture_->setVisible(!look->picture.isNull());
    picture_->setCursor(Qt::PointingHandCursor);
    controls_->setVisible(look->plays());
    durationMs_ = look->durationMs;
    place_->setRange(0, int(std::min<qint64>(durationMs_, INT_MAX)));
    place_->setVisible(durationMs_ > 0);
    followPlayer();
}

void MediaBox::followPlayer() {
    const bool mine = !path_.isEmpty() && desk_.playing() == path_;
    const bool runs = mine && desk_.runs(path_);
    play_->setText(runs ? tr("Pause") : tr("Play"));
    play_->setAccessibleName(play_->text());
    const bool silent = runs && !media::MediaPlayer::hasLoudspeaker();
    if (silent != !silent_->isHidden()) {
        silent_->setVisible(silent);
        Q_EMIT resized();
    }
    if (mine)
        return;
    showTime(0);
    if (const auto* look = path_.isEmpty() ? nullptr : desk_.lookAt(path_))
        picture_->setPicture(look->picture);
}

void MediaBox::showTime(qint64 ms) {
    const QSignalBlocker quiet(place_);
    place_->setValue(int(std::min<qint64>(ms, durationMs_)));
    time_->setText(durationMs_ > 0 ? tr("%1 of %2", "times").arg(playTime(ms), playTime(durationMs_))
                                   : playTime(ms));
}

}  // namespace sesame::app
