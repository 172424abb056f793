// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/conversation_view.h"

#include "app/answer_card.h"
#include "app/composer.h"
#include "app/conversation_header.h"
#include "app/given_files.h"
#include "app/help_bar.h"
#include "app/meant_card.h"
#include "app/message_list.h"
#include "app/near_card.h"
#include "app/notice_bar.h"
#include "app/plain_text.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QPushButton>

namespace sesame::app {

using client::ContactState;

ConversationView::ConversationView(const Clock& clock, QWidget* parent)
    : QWidget(parent),
      header_(new ConversationHeader(this)),
      keyBar_(new NoticeBar("alarm", this)),
      requestBar_(new NoticeBar("request", this)),
      helpBar_(new HelpBar(this)),
      messages_(new MessageList(this)),
      answers_(new AnswerCard(this)),
      near_(new NearCard(this)),
      meant_(new MeantCard(this)),
      composer_(new Composer(clock, this)) {
    makeBars();
    setAcceptDrops(true);
    auto* cards = new QVBoxLayout;
    cards->setContentsMargins(12, 0, 12, 8);
    cards->addWidget(answers_);
    cards->addWidget(near_);
    cards->addWidget(meant_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(keyBar_);
    column->addWidget(requestBar_);
    column->addWidget(helpBar_);
    column->addWidget(messages_, 1);
    column->addLayout(cards);
    column->addWidget(composer_);
    connect(header_, &ConversationHeader::rulesWanted, this, &ConversationView::rulesWanted);
    connect(header_, &ConversationHeader::safetyWanted, this, &ConversationView::safetyWanted);
    connect(header_, &ConversationHeader::screenWanted, this, &ConversationView::screenWanted);
    connect(header_, &ConversationHeader::filesWanted, this, &ConversationView::filesWanted);
    connect(header_, &ConversationHeader::standingWanted, this, &ConversationView::standingWanted);
    connect(messages_, &MessageList::copyWanted, this, [this](const QString& phrase) {
        QApplication::clipboard()->setText(phrase);
        composer_->focusText();
    });
}

void ConversationView::makeBars() {
    auto* compare = keyBar_->addButton(tr("Compare safety number"), "compareKeyButton", "main");
    auto* accept = keyBar_->addButton(tr("I have checked: accept the new key"), "acceptKeyButton");
    connect(compare, &QPushButton::clicked, this, &ConversationView::safetyWanted);
    connect(accept, &QPushButton::clicked, this, &ConversationView::acceptKeyWanted);
    auto* yes = requestBar_->addButton(tr("Accept"), "acceptContactButton", "main");
    auto* no = requestBar_->addButton(tr("Decline"), "declineContactButton");
    auto* block = requestBar_->addButton(tr("Block"), "blockContactButton", "danger");
    connect(yes, &QPushButton::clicked, this, &ConversationView::acceptWanted);
    connect(no, &QPushButton::clicked, this, &ConversationView::declineWanted);
    connect(block, &QPushButton::clicked, this, &ConversationView::blockWanted);
}

void ConversationView::open(const client::ContactView& contact, const Loader& loader) {
    answers_->hide();
    near_->hide();
    meant_->hide();
    refresh(contact);
    messages_->open(loader, contact.name);
}

void ConversationView::refresh(const client::ContactView& contact) {
    contact_ = contact;
    const auto name = oneLine(contact.name, 60);
    header_->show(contact);
    keyBar_->say(contact.keyChanged
                     ? tr("The key of %1 has changed. That happens with a new computer; it also happens when "
                          "somebody else pretends to be %1. Until you have checked, no help can start.")
                           .arg(name)
                     : QString());
    requestBar_->say(contact.state == ContactState::Incoming
                         ? tr("%1 wants to write to you. Accept only if you know who it is.").arg(name)
                         : QString());
    switch (contact.state) {
        case ContactState::Accepted:
            composer_->setClosed({});
            break;
        case ContactState::Requested:
            composer_->setClosed(tr("You can write as soon as %1 accepts").arg(name));
            break;
        default:
            composer_->setClosed(tr("You can write as soon as you accept"));
            break;
    }
}

void ConversationView::dragEnterEvent(QDragEnterEvent* event) {
    if (contact_.state == ContactState::Accepted && !givenFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ConversationView::dropEvent(QDropEvent* event) {
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT filesGiven(givenFiles(event->mimeData()));
}

void ConversationView::showHelp(const std::optional<client::HostedView>& hosted, bool viewing) {
    helpBar_->follow(hosted && hosted->helper == contact_.id ? hosted : std::nullopt);
    header_->setViewing(viewing);
    composer_->setVoicePossible(!hosted || hosted->level != trigger::RemoteLevel::Control);
}

void ConversationView::showShared(bool shared) {
    header_->setShared(shared);
}

void ConversationView::showStanding(const QList<client::StandingShareView>& shares) {
    header_->setStanding(shares);
}

}  // namespace sesame::app
