// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QBoxLayout;
class QPushButton;

namespace sesame::app {

class PlainLabel;

/// A strip above the conversation that says one thing and offers what can be done about it.
class NoticeBar : public QFrame {
    Q_OBJECT

  public:
    /// `card` chooses the colours in the style sheet: "alarm", "banner", "request".
    NoticeBar(const char* card, QWidget* parent = nullptr);
    void say(const QString& sentence);
    QPushButton* addButton(const QString& text, const char* objectName, const char* kind = nullptr);

  private:
    PlainLabel* words_;
    QString said_;
    QBoxLayout* buttons_;
};

}  // namespace sesame::app
