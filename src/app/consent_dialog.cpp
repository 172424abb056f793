// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/consent_dialog.h"

#include "app/avatar.h"
#include "app/duration_choice.h"
#include "app/own_picture.h"
#include "app/plain_label.h"
#include "app/plain_passage.h"
#include "app/plain_text.h"
#include "app/time_words.h"
#include "app/yes_button.h"

#include <QBoxLayout>
#include <algorithm>
#include <array>

namespace sesame::app {
namespace {

constexpr int kOfferBlockAfter = 3;
constexpr int kEdge = 28;
constexpr int kFrameEdge = 14;

/// Of the sentence and of what exactly it is about, relative to the text size of the app, and at least so
/// many points. The smaller ones are for long texts on small screens.
struct WordSize {
    double sentence, target, leastPoints;
};
constexpr std::array<WordSize, 4> kWordSizes = {
    {{1.55, 1.15, 18}, {1.3, 1.0, 16}, {1.1, 1.0, 13}, {0.9, 0.8, 11}}};

int longestTime(const client::ConsentView& question) {
    // A rise changes nothing about the time that runs already.
    if (question.remote && !question.rise)
        return int(question.remote->minutes);
    return question.share ? int(question.share->minutes) : 0;
}

}  // namespace

ConsentDialog::ConsentDialog(consent::Gate& gate, const Clock& clock, QWidget* parent)
    : CarefulWindow(gate, clock, parent),
      avatar_(new Avatar(56, this)),
      name_(new PlainLabel(this)),
      known_(new PlainLabel(this)),
      sentence_(new PlainPassage(5, this)),
      target_(new PlainPassage(4, this)),
      note_(new PlainPassage(3, this)),
      duration_(new DurationChoice(this)),
      calm_(new PlainLabel(this)),
      block_(new QPushButton(this)) {
    setObjectName(QStringLiteral("consentDialog"));
    setWindowTitle(tr("Sesame asks you"));
    setAccessibleName(tr("Sesame asks you"));
    build();
    connect(block_, &QPushButton::clicked, this, [this] {
        const auto contact = contact_;
        answer(false);
        Q_EMIT blockWanted(contact);
    });
}

void ConsentDialog::build() {
    setSize(0);
    sentence_->setFocusPolicy(Qt::NoFocus);
    sentence_->setAccessibleName(tr("Question"));
    noButton()->setText(tr("No"));
    noButton()->setAccessibleName(tr("No"));
    yesButton()->setText(tr("Yes, do it"));
    yesButton()->setAccessibleName(tr("Yes, do it"));
    block_->setObjectName(QStringLiteral("blockButton"));
    block_->setAutoDefault(false);
    block_->setProperty("kind", "danger");
    auto* answers = new QHBoxLayout;
    answers->setSpacing(16);
    answers->addWidget(noButton(), 1);
    answers->addWidget(yesButton(), 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kEdge, 24, kEdge, 22);
    column->setSpacing(16);
    column->addLayout(makePerson());
    column->addWidget(sentence_);
    column->addWidget(makeTarget());
    column->addWidget(duration_);
    column->addLayout(answers);
    column->addWidget(calm_);
    column->addWidget(block_, 0, Qt::AlignLeft);
    setTabOrder(noButton(), yesButton());
    setTabOrder(yesButton(), block_);
}

QLayout* ConsentDialog::makePerson() {
    name_->setScale(1.25, true);
    name_->setElided();
    known_->setScale(1.0);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name_);
    words->addWidget(known_);
    words->addStretch();
    auto* person = new QHBoxLayout;
    person->setSpacing(14);
    person->addWidget(avatar_, 0, Qt::AlignTop);
    person->addLayout(words, 1);
    person->addLayout(makeOwnPicture());
    return person;
}

QLayout* ConsentDialog::makeOwnPicture() {
    auto* words = new PlainLabel(tr("Your picture"), this);
    words->setScale(0.8);
    words->setQuiet(true);
    words->setWordWrap(false);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(ownPicture(), 0, Qt::AlignHCenter);
    column->addWidget(words, 0, Qt::AlignHCenter);
    column->addStretch();
    return column;
}

QWidget* ConsentDialog::makeTarget() {
    target_->setFocusPolicy(Qt::NoFocus);
    target_->setAccessibleName(tr("What exactly"));
    note_->setFocusPolicy(Qt::NoFocus);
    note_->setAccessibleName(tr("Note"));
    auto* frame = new QFrame(this);
    frame->setObjectName(QStringLiteral("targetFrame"));
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(kFrameEdge, 10, kFrameEdge, 10);
    inside->addWidget(target_);
    inside->addWidget(note_);
    return frame;
}

void ConsentDialog::fill(const client::ConsentView& question, const QString& seed) {
    question_ = question.question;
    contact_ = question.contact;
    setSize(0);
    const auto name = oneLine(question.helperName, 60);
    avatar_->show(name, seed);
    name_->setText(question.helperName);
    const auto since = tr("In your contacts since %1").arg(dateWords(question.knownSince));
    known_->setText(question.verified ? tr("%1 · safety number compared").arg(since)
                                      : tr("%1 · safety number not compared yet").arg(since));
    sentence_->setPassage(question.sentence);
    target_->setPassage(question.target);
    note_->setPassage(question.note);
    note_->setVisible(!question.note.isEmpty());
    duration_->offer(longestTime(question));
    duration_->offerStanding(question.share.has_value());
    if (question.remote)
        calm_->setText(
            tr("You can stop at any time: hold Esc, or press Stop at the top of the screen. Without "
               "an answer, nothing happens."));
    else if (question.share)
        calm_->setText(
            tr("You can stop at any time: write “stop”, or press Stop. Without an answer, nothing "
               "happens."));
    else
        calm_->setText(tr("There is no hurry. Without an answer, nothing happens."));
    block_->setVisible(question.refusals >= kOfferBlockAfter);
    block_->setText(withoutMnemonic(tr("Block %1").arg(oneLine(question.helperName, 30))));
    block_->setAccessibleName(block_->text());
}

void ConsentDialog::setSize(std::size_t step) {
    sizeStep_ = step;
    const auto& size = kWordSizes.at(step);
    sentence_->setScale(size.sentence, false, size.leastPoints);
    target_->setScale(size.target, false, std::min(13.0, size.leastPoints));
}

bool ConsentDialog::shrink() {
    if (sizeStep_ + 1 == kWordSizes.size())
        return false;
    setSize(sizeStep_ + 1);
    return true;
}

void ConsentDialog::fitTo(int wide) {
    const int inner = wide - 2 * kEdge;
    sentence_->fitTo(inner);
    target_->fitTo(inner - 2 * kFrameEdge);
    note_->fitTo(inner - 2 * kFrameEdge);
}

void ConsentDialog::ask(const client::ConsentView& question, const QString& seed) {
    hide();
    fill(question, seed);
    setAccessibleName(question.sentence);
    open();
}

void ConsentDialog::close(quint64 question) {
    if (question != question_)
        return;
    question_ = 0;
    shut();
}

void ConsentDialog::answer(bool yes) {
    if (question_ != 0)
        Q_EMIT answered(question_, yes, duration_->minutes(), duration_->standingDays());
}

}  // namespace sesame::app
