// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offer_card.h"

#include "app/offer_words.h"
#include "app/plain_label.h"
#include "app/plain_passage.h"
#include "app/plain_text.h"

#include <QBoxLayout>
#include <QPushButton>

namespace sesame::app {
namespace {

constexpr int kOfferInset = 18;

}  // namespace

OfferCard::OfferCard(const client::MessageView& message, QWidget* parent)
    : MessageCard(parent),
      message_(message),
      words_(new PlainPassage(4, this)),
      state_(new PlainLabel(this)),
      look_(new QPushButton(tr("Look at them"), this)),
      takeBack_(new QPushButton(tr("Take back"), this)) {
    setProperty("card", "true");
    setObjectName(QStringLiteral("offerCard"));
    words_->setScale(1.2, true);
    words_->setFocusPolicy(Qt::NoFocus);
    words_->setAccessibleName(tr("What is offered"));
    state_->setQuiet(true);
    state_->setScale(0.9);
    look_->setProperty("kind", "main");
    for (auto* button : {look_, takeBack_}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
    }
    auto* low = new QHBoxLayout;
    low->addWidget(state_, 1);
    low->addWidget(look_);
    low->addWidget(takeBack_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kOfferInset, 14, kOfferInset, 14);
    column->setSpacing(8);
    column->addWidget(words_);
    column->addLayout(low);
    connect(look_, &QPushButton::clicked, this, [this] { Q_EMIT lookWanted(message_); });
    connect(takeBack_, &QPushButton::clicked, this, [this] { Q_EMIT takeBackWanted(message_); });
    show(message);
}

void OfferCard::show(const client::MessageView& message) {
    message_ = message;
    const bool own = message.direction == client::Direction::Outgoing;
    const bool open = message.offer->state == client::OfferState::Open;
    words_->setPassage(oneLine(message.text));
    state_->setText(offerState(*message.offer));
    look_->setVisible(!own && open);
    takeBack_->setVisible(own && open);
}

int OfferCard::heightFor(int width) {
    words_->fitTo(width - 2 * kOfferInset);
    layout()->invalidate();
    return layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                         : layout()->totalSizeHint().height();
}

}  // namespace sesame::app
