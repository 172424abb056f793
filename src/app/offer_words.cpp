// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offer_words.h"

#include "app/time_words.h"

#include <QCoreApplication>

namespace sesame::app {
namespace {

QString word(const char* text) {
    return QCoreApplication::translate("RuleSets", text);
}

}  // namespace

QString offerState(const client::OfferView& offer) {
    const bool own = offer.direction == client::Direction::Outgoing;
    switch (offer.state) {
        case client::OfferState::Open:
            return (own ? word(QT_TRANSLATE_NOOP("RuleSets", "Not accepted yet; open until %1"))
                        : word(QT_TRANSLATE_NOOP("RuleSets", "None of it is in use. Open until %1")))
                .arg(dateWords(offer.expires));
        case client::OfferState::Accepted:
            return (own ? word(QT_TRANSLATE_NOOP("RuleSets", "Accepted: %1 of %2 are in use"))
                        : word(QT_TRANSLATE_NOOP("RuleSets", "You said Yes: %1 of %2 are in use")))
                .arg(QString::number(offer.taken), QString::number(offer.rules));
        case client::OfferState::Declined:
            return own ? word(QT_TRANSLATE_NOOP("RuleSets", "Declined"))
                       : word(QT_TRANSLATE_NOOP("RuleSets", "You said No. None of it is in use."));
        case client::OfferState::Withdrawn:
            return own ? word(QT_TRANSLATE_NOOP("RuleSets", "Taken back"))
                       : word(QT_TRANSLATE_NOOP("RuleSets", "Taken back. None of it is in use."));
        case client::OfferState::Expired:
            return word(QT_TRANSLATE_NOOP("RuleSets", "Not answered in time"));
        case client::OfferState::Replaced:
            return word(QT_TRANSLATE_NOOP("RuleSets", "A newer offer has taken its place"));
    }
    return {};
}

}  // namespace sesame::app
