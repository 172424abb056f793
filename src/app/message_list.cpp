// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/message_list.h"

#include "app/file_card.h"
#include "app/invitation_card.h"
#include "app/media_desk.h"
#include "app/message_delegate.h"
#include "app/message_model.h"
#include "app/offer_card.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <algorithm>

namespace sesame::app {
namespace {

constexpr int kCardSide = 18;
constexpr int kCardGap = 6;

int cardWidth(int width, const QFont& font) {
    return std::min(width - 2 * kCardSide, QFontMetrics(font).averageCharWidth() * 62);
}

}  // namespace

MessageList::MessageList(QWidget* parent)
    : QListView(parent),
      model_(new MessageModel(this)),
      delegate_(new MessageDelegate(
          [this](const auto& message, int width) { return cardHeight(message, width); }, this)),
      desk_(new MediaDesk(this)) {
    setObjectName(QStringLiteral("messageView"));
    setAccessibleName(tr("Conversation"));
    setModel(model_);
    setItemDelegate(delegate_);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    verticalScrollBar()->setSingleStep(24);
    connect(delegate_, &MessageDelegate::retryWanted, this, &MessageList::retryWanted);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        follows_ = atEnd();
        if (value == 0)
            QMetaObject::invokeMethod(this, &MessageList::loadOlder, Qt::QueuedConnection);
    });
}

void MessageList::open(const std::function<QList<client::MessageView>(qint64, int)>& loader,
                       const QString& contactName,
                       const std::function<QString(const client::MessageView&)>& heading) {
    cards_.clear();
    for (auto*& ruler : rulers_)
        delete std::exchange(ruler, nullptr);
    contactName_ = contactName;
    heading_ = heading;
    delegate_->forgetSizes();
    model_->open(loader, heading);
    placeCards();
    doItemsLayout();
    scrollToBottom();
    follows_ = true;
}

void MessageList::add(const client::MessageView& message) {
    const bool follow = atEnd() || message.direction == client::Direction::Outgoing;
    model_->add(message);
    placeCards();
    doItemsLayout();
    if (follow)
        scrollToBottom();
}

void MessageList::change(const client::MessageView& message) {
    const bool follow = atEnd();
    const auto card = cards_.find(message.id);
    if (card != cards_.end() && hasCard(message))
        card->second->show(message);
    model_->change(message);
    doItemsLayout();
    if (follow)
        scrollToBottom();
}

void MessageList::advance(const client::MessageView& message) {
    const auto card = cards_.find(message.id);
    if (card != cards_.end())
        card->second->show(message);
    model_->change(message);
}

bool MessageList::atEnd() const {
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 40;
}

void MessageList::layOutAgain() {
    const bool follow = follows_;
    delegate_->forgetSizes();
    doItemsLayout();
    if (follow)
        scrollToBottom();
}

void MessageList::loadOlder() {
    if (verticalScrollBar()->value() != 0)
        return;
    const int before = verticalScrollBar()->maximum();
    if (!model_->loadOlder())
        return;
    placeCards();
    doItemsLayout();
    // The same message stays under the eye.
    verticalScrollBar()->setValue(verticalScrollBar()->maximum() - before);
}

void MessageList::reveal(qint64 order) {
    if (!model_->loadTo(order))
        return;
    placeCards();
    doItemsLayout();
    const QModelIndex row = model_->index(model_->rowAt(order));
    selectionModel()->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect);
    scrollTo(row, QAbstractItemView::PositionAtCenter);
    follows_ = atEnd();
}

void MessageList::placeCards() {
    for (int row = 0; row < model_->rowCount(); ++row) {
        const auto& message = model_->at(row);
        if (hasCard(message) && !cards_.contains(message.id))
            setIndexWidget(model_->index(row), placeCard(message, model_->startsDay(row)));
    }
}

MessageCard* MessageList::makeCard(const client::MessageView& message, QWidget* parent) {
    if (message.file) {
        auto* file = new FileCard(message, *desk_, parent);
        connect(file, &FileCard::resized, this, &MessageList::layOutAgain, Qt::QueuedConnection);
        connect(file, &FileCard::wanted, this, &MessageList::fileActWanted);
        return file;
    }
    if (message.offer) {
        auto* offer = new OfferCard(message, parent);
        connect(offer, &OfferCard::lookWanted, this, &MessageList::offerLookWanted);
        connect(offer, &OfferCard::takeBackWanted, this, &MessageList::offerTakeBackWanted);
        return offer;
    }
    auto* invitation = new InvitationCard(message, heading_ ? heading_(message) : contactName_, parent);
    connect(invitation, &InvitationCard::copyWanted, this, &MessageList::copyWanted);
    connect(invitation, &InvitationCard::takeBackWanted, this, &MessageList::takeBackWanted);
    return invitation;
}

QWidget* MessageList::placeCard(const client::MessageView& message, bool startsDay) {
    auto* place = new QWidget;
    auto* card = makeCard(message, place);
    const bool own = message.direction == client::Direction::Outgoing;
    auto* row = new QHBoxLayout(place);
    // The row of the list says how high the place is, also when the card has become lower since.
    row->setSizeConstraint(QLayout::SetNoConstraint);
    row->setContentsMargins(kCardSide, kCardGap + (startsDay ? MessageDelegate::dayHeight(font()) : 0),
                            kCardSide, kCardGap);
    if (own)
        row->addStretch(1);
    row->addWidget(card, 0, Qt::AlignTop);
    if (!own)
        row->addStretch(1);
    card->setFixedWidth(cardWidth(viewport()->width(), font()));
    cards_[message.id] = card;
    return place;
}

int MessageList::cardHeight(const client::MessageView& message, int width) {
    const int wanted = cardWidth(width, font());
    const auto placed = cards_.find(message.id);
    if (placed != cards_.end()) {
        // Its own least height is that of the narrowest width, where lines wrap that do not here.
        const int height = placed->second->heightFor(wanted);
        placed->second->setFixedSize(wanted, height);
        return height + 2 * kCardGap;
    }
    auto*& ruler = rulers_[message.file ? 1 : message.offer ? 2 : 0];
    if (!ruler) {
        ruler = makeCard(message, viewport());
        static_cast<QWidget*>(ruler)->hide();
    }
    ruler->show(message);
    return ruler->heightFor(wanted) + 2 * kCardGap;
}

void MessageList::copyChosen() const {
    auto rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList words;
    for (const auto& row : rows)
        words << saidWords(model_->at(row.row()));
    if (!words.isEmpty())
        QApplication::clipboard()->setText(words.join(QLatin1Char('\n')));
}

void MessageList::resizeEvent(QResizeEvent* event) {
    const bool follow = follows_;
    QListView::resizeEvent(event);
    follows_ = follow;
    layOutAgain();
}

void MessageList::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOutAgain();
}

void MessageList::contextMenuEvent(QContextMenuEvent* event) {
    const auto index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    if (!selectionModel()->isSelected(index))
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &MessageList::copyChosen);
    if (index.flags().testFlag(Qt::ItemIsEditable))
        menu->addAction(tr("Select a part of the text"), this, [this, index] { edit(index); });
    const auto& message = model_->at(index.row());
    if (message.file && isHere(message))
        addPlay(*menu, message.file->path);
    if (message.file)
        for (const auto act : actsFor(message))
            menu->addAction(words(act), this, [this, act, message] { Q_EMIT fileActWanted(act, message); });
    if (message.offer)
        addOffer(*menu, message);
    if (message.delivery == client::Delivery::Failed)
        menu->addAction(tr("Try again"), this, [this, id = message.id] { Q_EMIT retryWanted(id); });
    menu->popup(event->globalPos());
}

// What the card's button does, for whoever works with the keyboard.
void MessageList::addPlay(QMenu& menu, const QString& path) {
    if (const auto* look = desk_->lookAt(path); look && look->plays())
        menu.addAction(desk_->runs(path) ? tr("Pause") : tr("Play"), this,
                       [this, path] { desk_->toggle(path); });
}

void MessageList::addOffer(QMenu& menu, const client::MessageView& message) {
    if (message.offer->state != client::OfferState::Open)
        return;
    if (message.direction == client::Direction::Incoming)
        menu.addAction(tr("Look at them"), this, [this, message] { Q_EMIT offerLookWanted(message); });
    else
        menu.addAction(tr("Take back"), this, [this, message] { Q_EMIT offerTakeBackWanted(message); });
}

void MessageList::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        copyChosen();
    else
        QListView::keyPressEvent(event);
}

}  // namespace sesame::app
