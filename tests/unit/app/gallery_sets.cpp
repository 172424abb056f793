// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery_sets.h"

#include "app/export_rules_dialog.h"
#include "app/import_rules_dialog.h"
#include "app/offer_card.h"
#include "app/offer_rules_dialog.h"
#include "app/offer_window.h"
#include "app/offers_page.h"
#include "app/own_picture.h"
#include "sample_sets.h"

#include <QCheckBox>
#include <QPushButton>

namespace sesame::app::test {
namespace {

using client::Direction;
using client::OfferState;

FakeSets& sets() {
    static FakeSets all;
    return all;
}

QWidget* makeOffer() {
    QList<client::ContactView> people;
    for (const auto* name :
         {"Anna Becker", "李明", "Tom & Jerry <b>", "A very long name that somebody chose to see", "Walter",
          "Erna", "Clara", "Boris", "Ida"})
        people << setPerson(int(people.size()) + 1, QString::fromUtf8(name));
    return new OfferRulesDialog(sets(), someSet(), someRows(), people);
}

/// As a person goes through it.
void stepTo(QWidget& offer, int step) {
    auto* next = offer.findChild<QPushButton*>(QStringLiteral("nextStepButton"));
    for (int i = 0; i < step; ++i) {
        for (auto* box : offer.findChildren<QCheckBox*>())
            if (box->isVisible())
                box->setChecked(box->isEnabled());
        next->click();
    }
}

QWidget* makeOffers() {
    for (const auto state : {OfferState::Open, OfferState::Accepted, OfferState::Declined,
                             OfferState::Withdrawn, OfferState::Expired, OfferState::Replaced})
        sets().all << someOffer(state, Direction::Outgoing);
    auto* page = new OffersPage(sets());
    page->resize(560, 480);
    return page;
}

QWidget* makeCard() {
    client::MessageView message;
    message.kind = client::MessageKind::RuleOffer;
    message.text = QStringLiteral("Anna offers you 4 phrases: “Family”");
    message.offer = someOffer(OfferState::Open, Direction::Incoming);
    auto* card = new OfferCard(message);
    card->resize(480, card->heightFor(480));
    return card;
}

QWidget* makePage(const QString& page) {
    if (page == QLatin1String("set-export"))
        return new ExportRulesDialog(someSet(), someRows());
    if (page == QLatin1String("set-import"))
        return new ImportRulesDialog(sets(), setPerson(1, QStringLiteral("Anna Becker")), someSet());
    if (page.startsWith(QLatin1String("set-offer-")))
        return makeOffer();
    if (page == QLatin1String("set-offers"))
        return makeOffers();
    return page == QLatin1String("set-card") ? makeCard() : nullptr;
}

}  // namespace

bool showSetPage(const QString& page, const Clock& clock) {
    sets().planned = someRows();
    if (page == QLatin1String("set-question")) {
        auto* window = new OfferWindow(clock);
        window->setOwnPicture(QStringLiteral("boat/2"));
        window->ask(someOffer(OfferState::Open, Direction::Incoming), someRows());
        return true;
    }
    auto* shown = makePage(page);
    if (shown == nullptr)
        return false;
    shown->show();
    if (page.startsWith(QLatin1String("set-offer-")))
        stepTo(*shown, page.right(1).toInt());
    return true;
}

}  // namespace sesame::app::test
