// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace sesame::app {

/// Buttons that do nothing for a moment after another question took the place of the one that they answered:
/// a click that was on its way answers neither.
class AnswerPause : public QObject {
  public:
    static constexpr int kMs = 700;

    AnswerPause(const QList<QWidget*>& buttons, QObject* parent);
    void begin();
    void end();

  private:
    const QList<QWidget*> buttons_;
    QTimer time_;
    QPointer<QWidget> focused_;    // a button that lost the keyboard by this
    QPointer<QWidget> focusFell_;  // to this
};

}  // namespace sesame::app
