// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QFrame>

class QPushButton;

namespace sesame::app {

class PlainLabel;

/// "Ask Anna for this?" above the composer, after a message that was taken for a wish. Never takes the
/// keyboard from what is being written.
class MeantCard : public QFrame {
    Q_OBJECT

  public:
    explicit MeantCard(QWidget* parent = nullptr);
    void ask(const client::WishView& wish);

  Q_SIGNALS:
    /// -1: nothing was wished.
    void answered(quint64 question, int option);

  private:
    void answer(int option);
    void openOthers();
    client::WishView wish_;
    PlainLabel* words_;
    PlainLabel* command_;
    QPushButton* others_;
};

}  // namespace sesame::app
