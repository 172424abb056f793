// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Offers of rule sets in the main window: from the card to the window with the question, and back.

#include "app/conversation_view.h"
#include "app/main_window.h"
#include "app/message_list.h"
#include "app/offer_window.h"
#include "app/own_picture.h"
#include "app/plain_text.h"
#include "app/say.h"

#include <QApplication>

namespace sesame::app {
namespace {

// What a Yes did not take, with the reasons.
QString notTaken(const QList<client::SetRowView>& rows) {
    constexpr int kMostNamed = 10;
    QStringList out;
    for (const auto& row : rows)
        if (!client::isGood(row.fate))
            out << MainWindow::tr("“%1”: %2", "phrase, why not").arg(oneLine(row.phrase, 60), row.fateText);
    if (out.size() > kMostNamed)
        out = out.first(kMostNamed) << QStringLiteral("…");
    return out.join(QLatin1Char('\n'));
}

}  // namespace

void MainWindow::connectOffers() {
    auto& messages = conversation_->messages();
    connect(&messages, &MessageList::offerLookWanted, this, &MainWindow::openOffer);
    connect(&messages, &MessageList::offerTakeBackWanted, this, [this](const client::MessageView& message) {
        const auto done = client_.sets().withdraw(message.id);
        if (!done && done.error().code == ErrorCode::Expired)
            say(this, tr("Too late"), tr("They have answered already, or its time is over."));
        else
            expect(done);
    });
    // What is taken back, replaced or too old while its window is open cannot be accepted any more.
    connect(&client_, &client::Client::messageChanged, this, [this](const client::MessageView& message) {
        if (offer_ && offer_->isOpen() && message.id == openOffer_ && message.offer &&
            message.offer->state != client::OfferState::Open)
            offer_->close();
    });
}

void MainWindow::openOffer(const client::MessageView& message) {
    const auto rows = client_.sets().rows(message.id);
    if (!message.offer || !rows) {
        expect(Error{ErrorCode::NotFound, {}});
        return;
    }
    if (!offer_) {
        offer_ = std::make_unique<OfferWindow>(clock_);
        connect(offer_.get(), &OfferWindow::answered, this, &MainWindow::answerOffer);
    }
    openOffer_ = message.id;
    offerPresses_ = desktop::openPressWatch();
    offer_->setOwnPicture(client_.setting(OwnPicture::setting()));
    offer_->ask(*message.offer, *rows);
    QApplication::alert(offer_.get());
}

void MainWindow::answerOffer(const MessageId& offer, bool yes) {
    const auto taken = client_.sets().answer(offer, yes, offerPresses_->latest());
    // A Yes that does not count leaves the question open. A No always closes it; that of an offer of somebody
    // whose key has changed stays unanswered.
    const bool refused = !taken && taken.error().code == ErrorCode::Refused;
    if (refused && yes)
        return;
    offer_->close();
    if (refused)
        return;
    if (!taken && taken.error().code == ErrorCode::Expired)
        say(this, tr("Too late"), tr("This offer is no longer open. Nothing has changed."));
    else if (!taken)
        expect(taken.error());
    else if (const auto left = notTaken(*taken); yes && !left.isEmpty())
        say(this, tr("Not all were taken"), tr("These were not taken:") + QStringLiteral("\n\n") + left);
}

}  // namespace sesame::app
