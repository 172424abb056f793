// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/message_card.h"

class QPushButton;

namespace sesame::app {

class PlainLabel;
class PlainPassage;

/// A set of rules that is offered, in the conversation: how many, how it stands, and "Look at them"; to
/// whoever offered it, "Take back". Yes and No are in the OfferWindow, where all of them can be read.
class OfferCard final : public MessageCard {
    Q_OBJECT

  public:
    explicit OfferCard(const client::MessageView& message, QWidget* parent = nullptr);
    void show(const client::MessageView& message) override;
    int heightFor(int width) override;

  Q_SIGNALS:
    void lookWanted(const sesame::client::MessageView& message);
    void takeBackWanted(const sesame::client::MessageView& message);

  private:
    client::MessageView message_;
    PlainPassage* words_;
    PlainLabel* state_;
    QPushButton* look_;
    QPushButton* takeBack_;
};

}  // namespace sesame::app
