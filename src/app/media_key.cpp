// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media_key.h"

#include "app/choose_path.h"
#include "app/media_desk.h"
#include "app/plain_label.h"
#include "app/plain_text.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>

namespace sesame::app {
namespace {

constexpr QSize kKeyPicture{150, 90};

}  // namespace

MediaKey::MediaKey(Recognise recognise, QWidget* parent)
    : QWidget(parent),
      recognise_(std::move(recognise)),
      choose_(new QPushButton(tr("Choose a file…"), this)),
      name_(new PlainLabel(tr("A picture, a sound or a short clip that they send back."), this)),
      desk_(new MediaDesk(this)),
      picture_(new PlainLabel(this)) {
    choose_->setObjectName(QStringLiteral("chooseMediaButton"));
    choose_->setAccessibleName(tr("Choose a picture, sound or clip"));
    choose_->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(choose_);
    row->addWidget(name_, 1);
    row->addWidget(picture_);
    setLayout(row);
    picture_->hide();
    connect(choose_, &QPushButton::clicked, this, &MediaKey::askForFile);
    connect(desk_, &MediaDesk::looked, this, &MediaKey::showLook);
}

void MediaKey::setKey(const trigger::MediaPrint& print, const QString& file) {
    print_ = print;
    file_ = file;
    const bool isHere = QFileInfo(file).isFile();
    name_->setText(isHere ? oneLine(QFileInfo(file).fileName(), 60)
                          : client::Client::describe(trigger::kindOf(print)));
    showLook();
}

void MediaKey::askForFile() {
    chooseFile(this, tr("Which picture, sound or clip?"), [this](const QString& file) { choose(file); });
}

void MediaKey::choose(const QString& file) {
    file_ = file;
    print_.reset();
    name_->setText(tr("%1 is looked at…").arg(oneLine(QFileInfo(file).fileName(), 60)));
    showLook();
    Q_EMIT changed();
    recognise_(file, this, [this, file](const auto& print) { recognised(file, print); });
}

// A sound has nothing to see.
void MediaKey::showLook() {
    const auto* look = desk_->lookAt(file_);
    const bool seen = look && !look->picture.isNull();
    picture_->setVisible(seen);
    if (seen)
        picture_->setPixmap(QPixmap::fromImage(
            look->picture.scaled(kKeyPicture, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
}

// Another one may have been chosen meanwhile.
void MediaKey::recognised(const QString& file, const Result<trigger::MediaPrint>& print) {
    if (file != file_)
        return;
    const QString name = oneLine(QFileInfo(file).fileName(), 60);
    name_->setText(print ? name : tr("%1 is no picture, sound or clip that can be recognised.").arg(name));
    if (print)
        print_ = *print;
    Q_EMIT changed();
}

}  // namespace sesame::app
