// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QWidget>

namespace sesame::app {

class Avatar;
class PlainLabel;

/// Who this conversation is with, and whether they are there and verified.
class ConversationHeader : public QWidget {
    Q_OBJECT

  public:
    explicit ConversationHeader(QWidget* parent = nullptr);
    void show(const client::ContactView& contact);

  Q_SIGNALS:
    void rulesWanted();
    void safetyWanted();

  private:
    Avatar* avatar_;
    PlainLabel* name_;
    PlainLabel* status_;
};

}  // namespace sesame::app
