// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answer_card.h"

#include "app/announce.h"
#include "app/answer_pause.h"
#include "app/plain_label.h"
#include "app/plain_text.h"

#include <QBoxLayout>
#include <QPushButton>

namespace sesame::app {
namespace {

constexpr int kButtonWidth = 96;
constexpr int kButtonHeight = 44;

QPushButton* makeButton(const QString& words, const char* objectName, QWidget* parent) {
    auto* button = new QPushButton(words, parent);
    button->setObjectName(QLatin1String(objectName));
    button->setMinimumSize(kButtonWidth, kButtonHeight);
    // Reached by Tab or pointer; a click leaves the keyboard where it is.
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}  // namespace

AnswerCard::AnswerCard(QWidget* parent)
    : QFrame(parent),
      who_(new PlainLabel(this)),
      words_(new PlainLabel(this)),
      command_(new PlainLabel(this)),
      no_(makeButton(tr("No"), "answerNoButton", this)),
      yes_(makeButton(tr("Yes"), "answerYesButton", this)),
      pause_(new AnswerPause({no_, yes_}, this)) {
    setObjectName(QStringLiteral("answerCard"));
    setProperty("card", "near");
    who_->setQuiet(true);
    words_->setScale(1.2, true);
    command_->setScale(0.9);
    command_->setQuiet(true);
    yes_->setProperty("kind", "main");
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(command_, 1);
    buttons->addWidget(no_);
    buttons->addWidget(yes_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 10, 10);
    column->addWidget(who_);
    column->addWidget(words_);
    column->addLayout(buttons);
    connect(yes_, &QPushButton::clicked, this, [this] { answer(true); });
    connect(no_, &QPushButton::clicked, this, [this] { answer(false); });
    hide();
}

void AnswerCard::show(const std::optional<client::MessageView>& awaited, const QString& name) {
    const bool another = awaited_ && awaited && awaited_->id != awaited->id;
    const bool news = awaited && (!awaited_ || another);
    awaited_ = awaited;
    if (!awaited_) {
        hide();
        return;
    }
    if (another)
        pause_->begin();
    const bool wish = awaited_->kind == client::MessageKind::Wish;
    const bool own = awaited_->direction == client::Direction::Outgoing;
    const auto who = oneLine(name, 60);
    // An invitation that waits for a file has no phrase.
    const auto phrase =
        oneLine(awaited_->invitation->media ? awaited_->text : awaited_->invitation->phrase, 120);
    const auto command = oneLine(awaited_->invitation->command, 200);
    who_->setText(wish && own ? tr("%1 said yes to what you asked for. Go on?").arg(who)
                  : wish      ? tr("%1 would like your help. Do you agree?").arg(who)
                              : tr("%1 asks you").arg(who));
    words_->setText(tr("“%1”").arg(phrase));
    command_->setText(wish && !own
                          ? tr("After your Yes they are asked once more, on their screen: %1").arg(command)
                          : tr("After your Yes, Sesame asks once more: %1").arg(command));
    yes_->setAccessibleName(tr("Yes to “%1”").arg(phrase));
    no_->setAccessibleName(tr("No to “%1”").arg(phrase));
    QFrame::show();
    if (news)
        announce(*who_);
}

void AnswerCard::answer(bool yes) {
    if (!awaited_)
        return;
    const auto what = *awaited_;
    show(std::nullopt, {});
    pause_->begin();  // the second press of a double click is no answer to what comes next
    Q_EMIT answered(what, yes);
}

}  // namespace sesame::app
