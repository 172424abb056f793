// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/go_on_question.h"

#include "app/own_picture.h"
#include "app/plain_label.h"
#include "app/plain_passage.h"
#include "app/plain_text.h"
#include "app/yes_button.h"

#include <QBoxLayout>

namespace sesame::app {
namespace {

constexpr int kMargin = 28;
constexpr int kPicture = 72;  // with the space beside it
constexpr int kAskedNameLength = 60;

}  // namespace

GoOnQuestion::GoOnQuestion(const Clock& clock, QWidget* parent)
    : GoOnQuestion(std::make_unique<consent::CalmPress>(clock), clock, parent) {
}

GoOnQuestion::GoOnQuestion(std::unique_ptr<consent::CalmPress> press, const Clock& clock, QWidget* parent)
    : CarefulWindow(*press, clock, parent), press_(std::move(press)), sentence_(new PlainPassage(4, this)) {
    setObjectName(QStringLiteral("goOnQuestion"));
    setWindowTitle(tr("Shall the help go on?"));
    setAccessibleName(windowTitle());
    sentence_->setScale(1.55, false, 18);
    sentence_->setFocusPolicy(Qt::NoFocus);
    sentence_->setAccessibleName(tr("Question"));
    noButton()->setText(tr("No, stop"));
    noButton()->setAccessibleName(noButton()->text());
    yesButton()->setText(tr("Yes, go on"));
    yesButton()->setAccessibleName(yesButton()->text());
    auto* calm = new PlainLabel(
        tr("Until you answer, nothing can be touched. Without an answer, the help ends in a few minutes."),
        this);
    auto* answers = new QHBoxLayout;
    answers->setSpacing(16);
    answers->addWidget(noButton(), 1);
    answers->addWidget(yesButton(), 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, 24, kMargin, 22);
    column->setSpacing(16);
    auto* question = new QHBoxLayout;
    question->setSpacing(16);
    question->addWidget(sentence_, 1);
    question->addWidget(ownPicture(), 0, Qt::AlignTop);
    column->addLayout(question);
    column->addLayout(answers);
    column->addWidget(calm);
    setTabOrder(noButton(), yesButton());
}

void GoOnQuestion::ask(const client::HostedView& session) {
    if (isOpen())
        return;
    constexpr qint64 kMinute = 60;
    const auto minutes =
        std::max<qint64>(1, session.started.secsTo(QDateTime::currentDateTimeUtc()) / kMinute);
    sentence_->setPassage(tr("%1 has been helping for %2 minutes. Shall it go on?")
                              .arg(oneLine(session.helperName, kAskedNameLength), QString::number(minutes)));
    setAccessibleName(sentence_->toPlainText());
    open();
}

void GoOnQuestion::close() {
    shut();
}

void GoOnQuestion::fitTo(int wide) {
    sentence_->fitTo(wide - 2 * kMargin - kPicture);
}

void GoOnQuestion::answer(bool yes) {
    Q_EMIT answered(yes);
}

}  // namespace sesame::app
