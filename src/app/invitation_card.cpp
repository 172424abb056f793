// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/invitation_card.h"

#include "app/plain_label.h"
#include "app/plain_passage.h"
#include "app/plain_text.h"
#include "app/style.h"
#include "app/time_words.h"

#include <QBoxLayout>
#include <QPushButton>

namespace sesame::app {
namespace {

using client::Direction;
using client::InvitationState;

constexpr int kInset = 18;

QString untilWords(const QDateTime& time) {
    const bool today = time.toLocalTime().date() == QDate::currentDate();
    return today ? clockTime(time) : fullWhen(time);
}

QString titleOf(const client::MessageView& message, const QString& name) {
    const bool own = message.direction == Direction::Outgoing;
    if (message.kind == client::MessageKind::Wish)
        return own ? InvitationCard::tr("You asked %1 for help").arg(name)
                   : InvitationCard::tr("%1 would like your help").arg(name);
    const auto& ways = message.invitation->ways;
    if (message.invitation->media)
        return ways.buttons
                   ? (own ? InvitationCard::tr("You asked %1 to send something back, or to press Yes")
                                .arg(name)
                          : InvitationCard::tr("%1 asks you to send something back, or to press Yes below")
                                .arg(name))
                   : (own ? InvitationCard::tr("You asked %1 to send something back").arg(name)
                          : InvitationCard::tr("%1 asks you to send something back").arg(name));
    if (ways.told)
        return own ? InvitationCard::tr("Tell %1 this phrase, for example by telephone").arg(name)
                   : message.text;
    if (!ways.buttons)
        return own ? InvitationCard::tr("You asked %1 to send back this phrase").arg(name)
                   : InvitationCard::tr("%1 asks you to send back this phrase").arg(name);
    if (!ways.phrase)
        return own ? InvitationCard::tr("You asked %1 to press Yes or No").arg(name)
                   : InvitationCard::tr("%1 asks you to press Yes or No below").arg(name);
    return own ? InvitationCard::tr("You asked %1 to send back this phrase, or to press Yes").arg(name)
               : InvitationCard::tr("%1 asks you to send back this phrase, or to press Yes below").arg(name);
}

QString consequenceOf(const client::MessageView& message) {
    const bool own = message.direction == Direction::Outgoing;
    const auto command = oneLine(message.invitation->command, 300);
    if (message.kind == client::MessageKind::Wish)
        return own ? InvitationCard::tr("What you asked for: %1").arg(command)
                   : InvitationCard::tr("What they would like: %1").arg(command);
    return own ? InvitationCard::tr("What then happens there, after their Yes: %1").arg(command)
               : InvitationCard::tr("Before anything happens, Sesame asks you. After your Yes: %1")
                     .arg(command);
}

}  // namespace

QString stateWords(const client::InvitationView& invitation, Direction direction) {
    const bool own = direction == Direction::Outgoing;
    const bool wish = invitation.ways == trigger::Ways{false, false};
    switch (invitation.state) {
        case InvitationState::Asked:
            return own ? InvitationCard::tr("Waiting for the answer")
                       : InvitationCard::tr("Waiting for your answer: press Yes or No below, or write it");
        case InvitationState::Open:
            if (wish)
                return own ? InvitationCard::tr("They said Yes") : InvitationCard::tr("You said Yes");
            return InvitationCard::tr("Open until %1").arg(untilWords(invitation.expires));
        case InvitationState::Used:
            return wish ? InvitationCard::tr("Answered with Yes") : InvitationCard::tr("Used");
        case InvitationState::Declined:
            return own ? InvitationCard::tr("They said No") : InvitationCard::tr("You said No");
        case InvitationState::Withdrawn:
            return own ? InvitationCard::tr("You took it back") : InvitationCard::tr("Taken back");
        case InvitationState::Expired:
            return InvitationCard::tr("No longer valid: the time is over");
    }
    return {};
}

InvitationCard::InvitationCard(const client::MessageView& message, const QString& contactName,
                               QWidget* parent)
    : MessageCard(parent),
      message_(message),
      phrase_(new PlainPassage(4, this)),
      consequence_(new PlainLabel(this)),
      state_(new PlainLabel(this)),
      copy_(new QPushButton(icon("copy"), tr("Copy"), this)),
      takeBack_(new QPushButton(tr("Take back"), this)) {
    setProperty("card", "true");
    build(contactName);
    show(message);
}

void InvitationCard::build(const QString& contactName) {
    auto* title = new PlainLabel(titleOf(message_, oneLine(contactName, 60)), this);
    title->setQuiet(true);
    phrase_->setScale(1.5, true);
    phrase_->setFocusPolicy(Qt::NoFocus);
    phrase_->setAccessibleName(tr("Phrase"));
    state_->setQuiet(true);
    state_->setScale(0.9);
    copy_->setObjectName(QStringLiteral("copyPhraseButton"));
    copy_->setAccessibleName(tr("Copy the phrase"));
    takeBack_->setObjectName(QStringLiteral("takeBackButton"));
    takeBack_->setAccessibleName(tr("Take back the invitation"));

    auto* low = new QHBoxLayout;
    low->addWidget(state_, 1);
    low->addWidget(copy_);
    low->addWidget(takeBack_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kInset, 14, kInset, 14);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(phrase_);
    column->addWidget(consequence_);
    column->addLayout(low);
    connect(copy_, &QPushButton::clicked, this, [this] { Q_EMIT copyWanted(message_.invitation->phrase); });
    connect(takeBack_, &QPushButton::clicked, this, [this] { Q_EMIT takeBackWanted(message_.id); });
}

void InvitationCard::show(const client::MessageView& message) {
    message_ = message;
    const auto& invitation = *message.invitation;
    const bool own = message.direction == Direction::Outgoing;
    const bool open = invitation.state == InvitationState::Open || invitation.state == InvitationState::Asked;
    // What an invitation says that waits for a file.
    const QString said = invitation.media ? message.text : invitation.phrase;
    phrase_->setPassage(said);
    phrase_->setVisible(!said.isEmpty());
    consequence_->setText(consequenceOf(message));
    state_->setText(stateWords(invitation, message.direction));
    copy_->setVisible(!own && invitation.ways.phrase && !invitation.ways.told && !invitation.media);
    copy_->setEnabled(open);
    takeBack_->setVisible(own && open);
}

int InvitationCard::heightFor(int width) {
    phrase_->fitTo(width - 2 * kInset);
    layout()->invalidate();
    return layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                         : layout()->totalSizeHint().height();
}

}  // namespace sesame::app
