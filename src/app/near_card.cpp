// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/near_card.h"

#include "app/announce.h"
#include "app/plain_label.h"
#include "app/plain_text.h"

#include <QBoxLayout>
#include <QPushButton>

namespace sesame::app {
namespace {

QString wordsFor(const client::NearView& near) {
    if (!near.media)
        return NearCard::tr("Did you mean “%1”?").arg(oneLine(near.phrase, 80));
    switch (*near.media) {
        case trigger::MediaKind::Sound:
            return NearCard::tr(
                "You sent a sound that is like the one you were asked for. Did you mean this?");
        case trigger::MediaKind::Clip:
            return NearCard::tr(
                "You sent a clip that is like the one you were asked for. Did you mean this?");
        case trigger::MediaKind::Picture:
            break;
    }
    return NearCard::tr("You sent a picture that looks like the one you were asked for. Did you mean this?");
}

}  // namespace

NearCard::NearCard(QWidget* parent)
    : QFrame(parent), words_(new PlainLabel(this)), command_(new PlainLabel(this)) {
    setObjectName(QStringLiteral("nearCard"));
    setProperty("card", "near");
    command_->setScale(0.9);
    command_->setQuiet(true);
    auto* yes = new QPushButton(tr("Yes"), this);
    auto* no = new QPushButton(tr("No"), this);
    yes->setObjectName(QStringLiteral("nearYesButton"));
    no->setObjectName(QStringLiteral("nearNoButton"));
    yes->setAccessibleName(tr("Yes, I meant that"));
    no->setAccessibleName(tr("No, I did not mean that"));
    // Reached by Tab or pointer; a click leaves the keyboard where it is.
    yes->setFocusPolicy(Qt::TabFocus);
    no->setFocusPolicy(Qt::TabFocus);
    auto* text = new QVBoxLayout;
    text->addWidget(words_);
    text->addWidget(command_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 10, 8);
    row->addLayout(text, 1);
    row->addWidget(no);
    row->addWidget(yes);
    connect(yes, &QPushButton::clicked, this, [this] { answer(true); });
    connect(no, &QPushButton::clicked, this, [this] { answer(false); });
    hide();
}

void NearCard::ask(const client::NearView& near) {
    question_ = near.question;
    words_->setText(wordsFor(near));
    command_->setText(oneLine(near.command, 160));
    show();
    announce(*words_);
}

void NearCard::answer(bool yes) {
    const auto question = question_;
    question_ = 0;
    hide();
    Q_EMIT answered(question, yes);
}

}  // namespace sesame::app
