// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/client.h"

#include <QWidget>
#include <optional>

class QPushButton;

namespace sesame::app {

class MediaDesk;
class PlainLabel;

/// A picture, sound or clip of this computer that is the key of a rule: chosen, looked at, and why it cannot
/// be one.
class MediaKey : public QWidget {
    Q_OBJECT

  public:
    using Recognise = decltype(client::Environment::recogniseMedia);

    MediaKey(Recognise recognise, QWidget* parent = nullptr);
    /// What is on file; shown if it still lies where it was.
    void setKey(const trigger::MediaPrint& print, const QString& file);
    void choose(const QString& file);
    /// Empty: nothing is chosen, or nothing that can be recognised.
    const std::optional<trigger::MediaPrint>& print() const { return print_; }
    const QString& file() const { return file_; }

  Q_SIGNALS:
    void changed();

  private:
    void askForFile();
    void showLook();
    void recognised(const QString& file, const Result<trigger::MediaPrint>& print);

    Recognise recognise_;
    std::optional<trigger::MediaPrint> print_;
    QString file_;
    QPushButton* choose_;
    PlainLabel* name_;
    MediaDesk* desk_;
    PlainLabel* picture_;
};

}  // namespace sesame::app
