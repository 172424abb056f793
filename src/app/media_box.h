// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media_desk.h"

#include <QWidget>

class QPushButton;
class QSlider;

namespace sesame::app {

class PlainLabel;
class StillPicture;

/// In a file's card: the picture, or the sound or film with what plays it. Empty and hidden for other files.
class MediaBox : public QWidget {
    Q_OBJECT

  public:
    static constexpr QSize kMostPicture{360, 240};

    explicit MediaBox(MediaDesk& desk, QWidget* parent = nullptr);
    /// Of this computer; empty: nothing is shown.
    void setFile(const QString& path);

  Q_SIGNALS:
    /// What it shows needs another height.
    void resized();
    void pictureClicked();

  private:
    void showLook();
    void followPlayer();
    void showTime(qint64 ms);

    MediaDesk& desk_;
    QString path_;
    qint64 durationMs_ = 0;
    StillPicture* picture_;
    QWidget* controls_;
    QPushButton* play_;
    QSlider* place_;
    PlainLabel* time_;
    PlainLabel* silent_;
};

}  // namespace sesame::app
