// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/message_card.h"

class QPushButton;

namespace sesame::app {

class PlainLabel;
class PlainPassage;

/// An invitation or a wish in the conversation. To the receiver of an invitation it shows the phrase, large,
/// and what happens if they send it; "Copy" copies and nothing else. To whoever made it, it shows the same
/// words, how it stands, and "Take back". Yes and No are in the AnswerCard.
class InvitationCard final : public MessageCard {
    Q_OBJECT

  public:
    InvitationCard(const client::MessageView& message, const QString& contactName, QWidget* parent = nullptr);
    void show(const client::MessageView& message) override;
    int heightFor(int width) override;

  Q_SIGNALS:
    void copyWanted(const QString& phrase);
    void takeBackWanted(const sesame::MessageId& invitation);

  private:
    void build(const QString& contactName);
    client::MessageView message_;
    PlainPassage* phrase_;
    PlainLabel* consequence_;
    PlainLabel* state_;
    QPushButton* copy_;
    QPushButton* takeBack_;
};

/// "Open until 14:35", "Used", …
QString stateWords(const client::InvitationView& invitation, client::Direction direction);

}  // namespace sesame::app
