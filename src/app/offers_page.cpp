// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offers_page.h"

#include "app/offer_words.h"
#include "app/plain_label.h"
#include "app/plain_text.h"
#include "app/row_list.h"
#include "app/say.h"

#include <QBoxLayout>
#include <QFrame>
#include <QPushButton>
#include <algorithm>

namespace sesame::app {
namespace {

constexpr int kPageNameLength = 60;
constexpr int kMostShownOffers = 300;

}  // namespace

OffersPage::OffersPage(client::RuleSets& sets, QWidget* parent)
    : QWidget(parent),
      sets_(sets),
      words_(new PlainLabel(this)),
      rows_(new RowList(tr("Offered sets"), this)) {
    setObjectName(QStringLiteral("offersPage"));
    words_->setQuiet(true);
    rows_->setObjectName(QStringLiteral("offersArea"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 12, 0, 0);
    page->setSpacing(10);
    page->addWidget(words_);
    page->addWidget(rows_, 1);
    connect(&sets_, &client::RuleSets::offersChanged, this, &OffersPage::reload);
    reload();
}

void OffersPage::reload() {
    QList<QWidget*> rows;
    const auto offers = sets_.offers(client::Direction::Outgoing);
    for (const auto& offer : offers.first(std::min<qsizetype>(offers.size(), kMostShownOffers)))
        rows.append(makeRow(offer));
    rows_->setRows(rows);
    words_->setText(rows.isEmpty()
                        ? tr("You have not offered a set of rules to anybody.")
                        : tr("What is not accepted does nothing, and you cannot invite anybody to it."));
}

QWidget* OffersPage::makeRow(const client::OfferView& offer) {
    auto* row = new QFrame(this);
    row->setObjectName(QStringLiteral("targetFrame"));
    const auto who =
        tr("%1: “%2”", "person, set")
            .arg(oneLine(offer.contactName, kPageNameLength), oneLine(offer.name, kPageNameLength));
    auto* what = new PlainLabel(who, row);
    what->setScale(1.05, true);
    auto* state = new PlainLabel(offerState(offer), row);
    state->setObjectName(QStringLiteral("offerState"));
    state->setQuiet(true);
    auto* button = new QPushButton(tr("Take back"), row);
    button->setAutoDefault(false);
    button->setProperty("kind", "danger");
    button->setAccessibleName(tr("Take back: %1").arg(who));
    button->setVisible(offer.state == client::OfferState::Open);
    connect(button, &QPushButton::clicked, this, [this, id = offer.id] { takeBack(id); });
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(what);
    texts->addWidget(state);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(14, 10, 14, 10);
    line->setSpacing(14);
    line->addLayout(texts, 1);
    line->addWidget(button);
    return row;
}

void OffersPage::takeBack(const MessageId& offer) {
    const auto done = sets_.withdraw(offer);
    if (!done && done.error().code != ErrorCode::Expired)
        say(this, tr("Take back"), tr("That did not work. Please try again."));
}

}  // namespace sesame::app
