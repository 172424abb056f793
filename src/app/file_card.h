// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/file_act.h"
#include "app/message_card.h"

#include <map>

class QProgressBar;
class QPushButton;

namespace sesame::app {

class PlainLabel;
class PlainPassage;

/// A file in the conversation: its name and size, what becomes of it, and what can be done with it. Never
/// shows what is in it (S34).
class FileCard final : public MessageCard {
    Q_OBJECT

  public:
    explicit FileCard(const client::MessageView& message, QWidget* parent = nullptr);
    void show(const client::MessageView& message) override;
    int heightFor(int width) override;

  Q_SIGNALS:
    void wanted(sesame::app::FileAct act, const sesame::client::MessageView& message);

  private:
    void build();
    client::MessageView message_;
    PlainPassage* name_;
    PlainLabel* size_;
    PlainLabel* words_;
    QProgressBar* bar_;
    std::map<FileAct, QPushButton*> buttons_;
};

}  // namespace sesame::app
