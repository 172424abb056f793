// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/file_act.h"
#include "app/message_card.h"

#include <map>

class QProgressBar;
class QPushButton;

namespace sesame::app {

class MediaBox;
class MediaDesk;
class PlainLabel;
class PlainPassage;

/// Whether the file lies on this computer: one's own from the first; theirs when all of it has come and was
/// wanted.
bool isHere(const client::MessageView& message);

/// A file in the conversation: its name and size, what becomes of it, and what can be done with it. A
/// picture, sound or film is shown once it is on this computer, not before (S34).
class FileCard final : public MessageCard {
    Q_OBJECT

  public:
    FileCard(const client::MessageView& message, MediaDesk& desk, QWidget* parent = nullptr);
    void show(const client::MessageView& message) override;
    int heightFor(int width) override;

  Q_SIGNALS:
    void wanted(sesame::app::FileAct act, const sesame::client::MessageView& message);
    /// It needs another height.
    void resized();

  private:
    void build();
    client::MessageView message_;
    PlainPassage* name_;
    PlainLabel* size_;
    MediaBox* media_;
    PlainLabel* words_;
    QProgressBar* bar_;
    std::map<FileAct, QPushButton*> buttons_;
};

}  // namespace sesame::app
