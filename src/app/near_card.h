// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QFrame>

namespace sesame::app {

class PlainLabel;

/// "Did you mean …?" above the composer. Never takes the keyboard from what is being written.
class NearCard : public QFrame {
    Q_OBJECT

  public:
    explicit NearCard(QWidget* parent = nullptr);
    void ask(const client::NearView& near);
    quint64 question() const { return question_; }

  Q_SIGNALS:
    void answered(quint64 question, bool yes);

  private:
    void answer(bool yes);
    quint64 question_ = 0;
    PlainLabel* words_;
    PlainLabel* command_;
};

}  // namespace sesame::app
