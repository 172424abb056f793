// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/questions.h"

#include "app/choice_dialog.h"
#include "app/consent_dialog.h"
#include "app/conversation_view.h"
#include "app/near_card.h"
#include "app/say.h"

#include <QApplication>

namespace sesame::app {

Questions::Questions(client::Client& client, const Clock& clock, ConversationView& conversation,
                     QWidget* window)
    : QObject(window), client_(client), clock_(clock), conversation_(conversation), window_(window) {
    using client::Client;
    connect(&client_, &Client::nearAsked, this, &Questions::askNear);
    connect(&client_, &Client::choiceAsked, this, &Questions::askChoice);
    connect(&client_, &Client::consentAsked, this, &Questions::askConsent);
    connect(&client_, &Client::consentClosed, this, [this](quint64 question) {
        if (consent_)
            consent_->close(question);
    });
    connect(&conversation_.near(), &NearCard::answered, this, [this](quint64 question, bool yes) {
        near_.erase(conversation_.contact());
        if (!client_.answerNear(question, yes) && yes)
            say(window_, tr("Too late"),
                tr("That question is no longer open. Please send the phrase again."));
    });
    // The windows were made anew, perhaps in another language, while a question was open.
    if (const auto open = client_.openConsent())
        askConsent(*open);
}

Questions::~Questions() = default;

void Questions::showFor(client::ContactId contact) {
    const auto open = near_.find(contact);
    if (open != near_.end())
        conversation_.near().ask(open->second);
}

void Questions::askNear(const client::NearView& near) {
    near_[near.contact] = near;
    if (near.contact == conversation_.contact())
        conversation_.near().ask(near);
}

void Questions::askChoice(const client::ChoiceView& choice) {
    auto* dialog = new ChoiceDialog(choice, window_);
    connect(dialog, &ChoiceDialog::answered, this, [this](quint64 question, int index) {
        if (!client_.answerChoice(question, index) && index >= 0)
            say(window_, tr("Too late"),
                tr("That question is no longer open. Please send the phrase again."));
    });
    dialog->show();
}

void Questions::askConsent(const client::ConsentView& question) {
    if (!consent_) {
        consent_ = std::make_unique<ConsentDialog>(client_.gate(), clock_);
        connect(consent_.get(), &ConsentDialog::answered, this, &Questions::answerConsent);
        connect(consent_.get(), &ConsentDialog::blockWanted, this, [this](client::ContactId contact) {
            if (!client_.setBlocked(contact, true))
                say(window_, tr("Block"), tr("That did not work. Please try again."));
        });
    }
    pressWatch_ = desktop::openPressWatch();
    const auto helper = client_.contact(question.contact);
    consent_->ask(question, helper ? helper->handle : QString());
    QApplication::alert(consent_.get());
}

void Questions::answerConsent(quint64 question, bool yes, int minutes) {
    client::ConsentChoice choice;
    choice.minutes = quint32(minutes);
    choice.hand = pressWatch_->latest();
    const auto taken = client_.answerConsent(question, yes, choice);
    // Refused: too early, and the question stays. Anything else means that it is over.
    if (taken || taken.error().code != ErrorCode::Refused)
        consent_->close(question);
}

}  // namespace sesame::app
