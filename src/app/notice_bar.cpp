// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notice_bar.h"

#include "app/announce.h"
#include "app/plain_label.h"

#include <QBoxLayout>
#include <QPushButton>
#include <utility>

namespace sesame::app {

NoticeBar::NoticeBar(const char* card, QWidget* parent)
    : QFrame(parent), words_(new PlainLabel(this)), buttons_(new QHBoxLayout) {
    setProperty("card", card);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 10, 18, 10);
    column->addWidget(words_);
    column->addLayout(buttons_);
    buttons_->addStretch(1);
    hide();
}

void NoticeBar::say(const QString& sentence) {
    const bool news = std::exchange(said_, sentence) != sentence && !sentence.isEmpty();
    words_->setText(sentence);
    setVisible(!sentence.isEmpty());
    if (news)
        announce(*words_);
}

QPushButton* NoticeBar::addButton(const QString& text, const char* objectName, const char* kind) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(objectName));
    button->setAccessibleName(text);
    if (kind)
        button->setProperty("kind", kind);
    buttons_->insertWidget(buttons_->count() - 1, button);
    return button;
}

}  // namespace sesame::app
