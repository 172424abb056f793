// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answer_pause.h"

namespace sesame::app {

AnswerPause::AnswerPause(const QList<QWidget*>& buttons, QObject* parent)
    : QObject(parent), buttons_(buttons) {
    time_.setSingleShot(true);
    time_.setInterval(kMs);
    connect(&time_, &QTimer::timeout, this, &AnswerPause::end);
}

void AnswerPause::begin() {
    for (auto* button : buttons_) {
        if (button->window()->focusWidget() == button)
            focused_ = button;
        button->setEnabled(false);
    }
    if (focused_)
        focusFell_ = focused_->window()->focusWidget();
    time_.start();
}

void AnswerPause::end() {
    time_.stop();
    for (auto* button : buttons_)
        button->setEnabled(true);
    if (focused_ && focused_->window()->focusWidget() == focusFell_)
        focused_->setFocus();
    focused_ = nullptr;
    focusFell_ = nullptr;
}

}  // namespace sesame::app
