// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QFrame>
#include <optional>

class QPushButton;

namespace sesame::app {

class AnswerPause;
class PlainLabel;

/// Above the composer: the newest thing of this conversation that waits for a Yes or No of this user, an
/// invitation with buttons, a wish of the other's, or an own one that the other said yes to. The words on the
/// buttons are ours (S20). Never takes the keyboard from what is being written.
class AnswerCard : public QFrame {
    Q_OBJECT

  public:
    explicit AnswerCard(QWidget* parent = nullptr);
    /// Without one: hidden. `name`: of the contact.
    void show(const std::optional<client::MessageView>& awaited, const QString& name);

  Q_SIGNALS:
    void answered(const sesame::client::MessageView& what, bool yes);

  private:
    void answer(bool yes);
    std::optional<client::MessageView> awaited_;
    PlainLabel* who_;
    PlainLabel* words_;
    PlainLabel* command_;
    QPushButton* no_;
    QPushButton* yes_;
    AnswerPause* pause_;
};

}  // namespace sesame::app
