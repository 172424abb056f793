// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QFrame>

namespace sesame::app {

/// A message that stands in the conversation as a widget of its own instead of a bubble.
class MessageCard : public QFrame {
  public:
    using QFrame::QFrame;
    virtual void show(const client::MessageView& message) = 0;
    /// What it needs at this width.
    virtual int heightFor(int width) = 0;
};

inline bool hasCard(const client::MessageView& message) {
    return message.invitation || message.file || message.offer;
}

}  // namespace sesame::app
