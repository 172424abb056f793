// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/questions.h"

#include "app/answer_card.h"
#include "app/choice_dialog.h"
#include "app/consent_dialog.h"
#include "app/conversation_view.h"
#include "app/meant_card.h"
#include "app/near_card.h"
#include "app/own_picture.h"
#include "app/say.h"

#include <QApplication>

namespace sesame::app {

Questions::Questions(client::Client& client, const Clock& clock, OpenQuestions& open,
                     ConversationView& conversation, QWidget* window)
    : QObject(window),
      client_(client),
      clock_(clock),
      open_(open),
      conversation_(conversation),
      window_(window) {
    using client::Client;
    connect(&client_, &Client::nearAsked, this, &Questions::askNear);
    connect(&client_, &Client::wishAsked, this, &Questions::askMeant);
    connect(&client_, &Client::choiceAsked, this, &Questions::askChoice);
    connect(&client_, &Client::consentAsked, this, &Questions::askConsent);
    connect(&client_, &Client::consentClosed, this, [this](quint64 question) {
        if (consent_)
            consent_->close(question);
        showAwaited();
    });
    for (const auto changed : {&Client::messageAdded, &Client::messageChanged})
        connect(&client_, changed, this, [this](const client::MessageView& message) {
            if (message.contact == conversation_.contact())
                showAwaited();
        });
    connect(&conversation_.answers(), &AnswerCard::answered, this, &Questions::answerAwaited);
    connect(&conversation_.meant(), &MeantCard::answered, this, [this](quint64 question, int option) {
        open_.meant.erase(conversation_.contact());
        if (!client_.answerMeant(question, option) && option >= 0)
            say(window_, tr("Too late"), tr("That question is no longer open. Please write it again."));
    });
    connect(&conversation_.near(), &NearCard::answered, this, [this](quint64 question, bool yes) {
        open_.near.erase(conversation_.contact());
        if (!client_.answerNear(question, yes) && yes)
            say(window_, tr("Too late"),
                tr("That question is no longer open. Please send the phrase again."));
    });
    // The windows were made anew, perhaps in another language, while a question was open.
    for (const auto& [question, choice] : open_.choices)
        showChoice(choice);
    if (const auto consent = client_.openConsent())
        askConsent(*consent);
}

Questions::~Questions() = default;

void Questions::showFor(client::ContactId contact) {
    const auto near = open_.near.find(contact);
    if (near != open_.near.end())
        conversation_.near().ask(near->second);
    const auto meant = open_.meant.find(contact);
    if (meant != open_.meant.end())
        conversation_.meant().ask(meant->second);
    showAwaited();
}

// Not while the question that a Yes leads to is on the screen.
void Questions::showAwaited() {
    const auto contact = conversation_.contact();
    const auto asked = client_.openConsent();
    const bool waits = !asked || asked->contact != contact;
    conversation_.answers().show(waits ? client_.awaited(contact) : std::nullopt, conversation_.name());
}

void Questions::answerAwaited(const client::MessageView& what, bool yes) {
    const bool theirs =
        what.kind == client::MessageKind::Wish && what.direction == client::Direction::Incoming;
    if (!(theirs ? client_.answerWish(what.id, yes) : client_.pressInvitation(what.id, yes)))
        say(window_, tr("Too late"), tr("That question is no longer open."));
    showAwaited();
}

void Questions::askMeant(const client::WishView& wish) {
    open_.meant[wish.contact] = wish;
    if (wish.contact == conversation_.contact())
        conversation_.meant().ask(wish);
}

void Questions::askNear(const client::NearView& near) {
    if (near.group)
        return;  // asked where it was said
    open_.near[near.contact] = near;
    if (near.contact == conversation_.contact())
        conversation_.near().ask(near);
}

void Questions::askChoice(const client::ChoiceView& choice) {
    open_.choices[choice.question] = choice;
    showChoice(choice);
}

void Questions::showChoice(const client::ChoiceView& choice) {
    auto* dialog = new ChoiceDialog(choice, window_);
    connect(dialog, &ChoiceDialog::answered, this, [this](quint64 question, int index) {
        open_.choices.erase(question);
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
    showAwaited();
    pressWatch_ = desktop::openPressWatch();
    const auto helper = client_.contact(question.contact);
    consent_->setOwnPicture(client_.setting(OwnPicture::setting()));
    consent_->ask(question, helper ? helper->handle : QString());
    QApplication::alert(consent_.get());
}

void Questions::answerConsent(quint64 question, bool yes, int minutes, int standingDays) {
    client::ConsentChoice choice;
    choice.minutes = quint32(minutes);
    choice.standingDays = quint32(standingDays);
    choice.hand = pressWatch_->latest();
    const auto taken = client_.answerConsent(question, yes, choice);
    // Refused: too early. Malformed: not with these choices. The question stays.
    const auto code = taken ? std::nullopt : std::optional(taken.error().code);
    if (code != ErrorCode::Refused && code != ErrorCode::Malformed)
        consent_->close(question);
}

}  // namespace sesame::app
