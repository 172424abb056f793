// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer.h"

#include "app/message_edit.h"
#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/style.h"

#include <QBoxLayout>
#include <QPushButton>

namespace sesame::app {

Composer::Composer(const Clock& clock, QWidget* parent)
    : QWidget(parent),
      edit_(new MessageEdit(clock, this)),
      send_(new QPushButton(icon("send"), tr("Send"), this)),
      invite_(new QPushButton(icon("key"), tr("Invite…"), this)),
      attach_(new QPushButton(icon("clip"), {}, this)),
      voice_(new QPushButton(icon("microphone"), {}, this)),
      problem_(new PlainLabel(this)) {
    setObjectName(QStringLiteral("composerPane"));
    setAttribute(Qt::WA_StyledBackground);
    edit_->setObjectName(QStringLiteral("messageEdit"));
    edit_->setAccessibleName(tr("Message"));
    edit_->setPlaceholderText(tr("Write here"));
    send_->setObjectName(QStringLiteral("sendButton"));
    send_->setAccessibleName(tr("Send"));
    send_->setProperty("kind", "main");
    invite_->setObjectName(QStringLiteral("inviteButton"));
    invite_->setAccessibleName(tr("Invite"));
    attach_->setObjectName(QStringLiteral("attachButton"));
    attach_->setAccessibleName(tr("Send a file"));
    attach_->setProperty("kind", "picture");
    setPlainToolTip(attach_, tr("Send a file"));
    voice_->setObjectName(QStringLiteral("voiceButton"));
    voice_->setAccessibleName(tr("Speak a voice message"));
    voice_->setProperty("kind", "picture");
    invite_->ensurePolished();
    for (auto* picture : {attach_, voice_})
        picture->setMinimumHeight(invite_->sizeHint().height());  // a picture alone would be lower than words
    setTabOrder(edit_, send_);
    setTabOrder(send_, invite_);
    setTabOrder(invite_, attach_);
    setTabOrder(attach_, voice_);
    problem_->hide();
    problem_->setInk(color::kAlarm);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(invite_, 0, Qt::AlignBottom);
    row->addWidget(attach_, 0, Qt::AlignBottom);
    row->addWidget(voice_, 0, Qt::AlignBottom);
    row->addWidget(edit_, 1, Qt::AlignBottom);
    row->addWidget(send_, 0, Qt::AlignBottom);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->addWidget(problem_);
    column->addLayout(row);
    connect(edit_, &MessageEdit::sendWanted, this, &Composer::send);
    connect(edit_, &QPlainTextEdit::textChanged, this, &Composer::follow);
    connect(send_, &QPushButton::clicked, this, &Composer::send);
    connect(invite_, &QPushButton::clicked, this, &Composer::inviteWanted);
    connect(attach_, &QPushButton::clicked, this, &Composer::attachWanted);
    connect(voice_, &QPushButton::clicked, this, &Composer::voiceWanted);
    connect(edit_, &MessageEdit::filesGiven, this, &Composer::filesGiven);
    connect(edit_, &MessageEdit::pictureGiven, this, &Composer::pictureGiven);
    setVoicePossible(true);
    follow();
}

Draft Composer::draft() const {
    return {edit_->toPlainText(), edit_->textCursor().position(), edit_->pastedAt()};
}

void Composer::setDraft(const Draft& draft) {
    edit_->setPlainText(draft.text);
    auto cursor = edit_->textCursor();
    cursor.setPosition(std::min<int>(draft.cursor, int(draft.text.size())));
    edit_->setTextCursor(cursor);
    edit_->setPastedAt(draft.pastedAt);
    problem_->hide();
}

void Composer::focusText() {
    edit_->setFocus(Qt::ShortcutFocusReason);
}

void Composer::setClosed(const QString& reason) {
    closed_ = !reason.isEmpty();
    edit_->setEnabled(!closed_);
    edit_->setPlaceholderText(closed_ ? reason : tr("Write here"));
    invite_->setEnabled(!closed_);
    attach_->setEnabled(!closed_);
    setVoicePossible(voicePossible_);
    follow();
}

void Composer::showProblem(const QString& sentence) {
    problem_->setText(sentence);
    problem_->show();
}

void Composer::setVoicePossible(bool possible) {
    voicePossible_ = possible;
    voice_->setEnabled(!closed_ && possible);
    setPlainToolTip(voice_, possible ? tr("Speak a voice message")
                                     : tr("Not while somebody uses your mouse and keyboard"));
}

void Composer::setWordsOnly() {
    attach_->hide();
    voice_->hide();
}

void Composer::send() {
    // A half-composed syllable is not part of the message yet; it must neither be sent nor lost.
    if (closed_ || edit_->composing() || edit_->toPlainText().trimmed().isEmpty())
        return;
    Q_EMIT sendWanted(edit_->toPlainText(), client::Composition{edit_->msSincePaste()});
    edit_->setFocus();
}

void Composer::follow() {
    problem_->hide();
    send_->setEnabled(!closed_ && !edit_->toPlainText().trimmed().isEmpty());
}

}  // namespace sesame::app
