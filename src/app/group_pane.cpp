// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/group_pane.h"

#include "app/answer_card.h"
#include "app/answer_pause.h"
#include "app/composer.h"
#include "app/group_model.h"
#include "app/group_sign.h"
#include "app/message_list.h"
#include "app/near_card.h"
#include "app/notice_bar.h"
#include "app/plain_label.h"
#include "app/plain_text.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QPushButton>
#include <cstring>

namespace sesame::app {
namespace {

using client::Delivery;
using client::GroupState;

constexpr int kGroupNamesLength = 300;
constexpr int kAllNamesLength = 2000;  // whoever joins sees everybody

// By its place among all rows: an id of its own is chosen by whoever sends a message, and may be another's.
MessageId rowName(qint64 order) {
    MessageId out;
    std::memcpy(out.value.data(), &order, sizeof order);
    return out;
}

qint64 orderOf(const MessageId& name) {
    qint64 order = 0;
    std::memcpy(&order, name.value.data(), sizeof order);
    return order;
}

// Of all copies that were sent: what is worst, so that two ticks mean all.
Delivery deliveryOfAll(const QList<client::GroupCopyView>& copies) {
    auto worst = Delivery::None;
    for (const auto& copy : copies) {
        if (copy.delivery == Delivery::None)
            continue;
        if (copy.delivery == Delivery::Failed)
            return Delivery::Failed;
        if (worst == Delivery::None || copy.delivery < worst)
            worst = copy.delivery;
    }
    return worst;
}

QString failureOf(const QList<client::GroupCopyView>& copies) {
    for (const auto& copy : copies)
        if (copy.delivery == Delivery::Failed)
            return copy.reason;
    return {};
}

QString headingOf(const client::GroupMessageView& message) {
    if (message.kind == client::MessageKind::Invitation)
        return message.sender.value != 0  ? oneLine(message.senderName, 60)
               : message.copies.isEmpty() ? QString()
                                          : oneLine(message.copies[0].name, 60);
    if (message.sender.value != 0)
        return oneLine(message.senderName, 60);
    QStringList missed;
    for (const auto& copy : message.copies)
        if (copy.delivery == Delivery::None)
            missed << oneLine(copy.name, 60);
    return missed.isEmpty()
               ? QString()
               : GroupPane::tr("Not to: %1").arg(missed.join(GroupPane::tr(", ", "between names")));
}

QString closedWords(GroupState state) {
    switch (state) {
        case GroupState::Joined:
            return {};
        case GroupState::Asked:
            return GroupPane::tr("Join to write");
        case GroupState::Ended:
            return GroupPane::tr("This group has ended");
        default:
            return GroupPane::tr("You are not in it now");
    }
}

}  // namespace

GroupPane::GroupPane(const Clock& clock, client::Groups& groups, NearAsked& nearAsked, QWidget* parent)
    : QWidget(parent),
      groups_(groups),
      nearAsked_(nearAsked),
      sign_(new GroupSign(40, this)),
      name_(new PlainLabel(this)),
      people_(new PlainLabel(this)),
      members_(new QPushButton(tr("Members…"), this)),
      joinBar_(new NoticeBar("request", this)),
      messages_(new MessageList(this)),
      answers_(new AnswerCard(this)),
      near_(new NearCard(this)),
      composer_(new Composer(clock, this)) {
    setObjectName(QStringLiteral("groupPane"));
    composer_->setWordsOnly();
    auto* no = joinBar_->addButton(tr("No"), "declineGroupButton");
    auto* yes = joinBar_->addButton(tr("Yes, join"), "joinGroupButton", "main");
    connect(yes, &QPushButton::clicked, this, [this] { Q_EMIT joinAnswered(true, group_.version); });
    connect(no, &QPushButton::clicked, this, [this] { Q_EMIT joinAnswered(false, group_.version); });
    joinPause_ = new AnswerPause({no, yes}, this);
    connect(members_, &QPushButton::clicked, this, &GroupPane::membersWanted);
    connect(messages_, &MessageList::retryWanted, this,
            [this](const MessageId& name) { Q_EMIT retryWanted(rows_.value(orderOf(name)).id); });
    connect(messages_, &MessageList::takeBackWanted, this,
            [this](const MessageId& name) { Q_EMIT takeBackWanted(rows_.value(orderOf(name)).id); });
    connect(messages_, &MessageList::copyWanted, this, [this](const QString& phrase) {
        QApplication::clipboard()->setText(phrase);
        composer_->focusText();
    });
    connect(near_, &NearCard::answered, this, [this](quint64 question, bool meant) {
        nearAsked_.erase(group_.id);
        Q_EMIT nearAnswered(question, meant);
    });
    connect(answers_, &AnswerCard::answered, this, [this](const client::MessageView& what, bool agreed) {
        Q_EMIT answered(rows_.value(orderOf(what.id)).id, agreed);
    });
    const auto noFiles = [this] { composer_->showProblem(tr("Files cannot be sent in a group yet.")); };
    connect(composer_, &Composer::filesGiven, this, noFiles);
    connect(composer_, &Composer::pictureGiven, this, noFiles);
    auto* cards = new QVBoxLayout;
    cards->setContentsMargins(12, 0, 12, 8);
    cards->addWidget(answers_);
    cards->addWidget(near_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(joinBar_);
    column->addWidget(messages_, 1);
    column->addLayout(cards);
    column->addWidget(composer_);
}

QWidget* GroupPane::makeHeader() {
    auto* header = new QWidget(this);
    header->setObjectName(QStringLiteral("conversationHeader"));
    header->setAttribute(Qt::WA_StyledBackground);
    name_->setScale(1.1, true);
    name_->setElided();
    people_->setScale(0.88);
    people_->setQuiet(true);
    people_->setElided(Qt::ElideRight);
    members_->setObjectName(QStringLiteral("membersButton"));
    members_->setAccessibleName(members_->text());
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name_);
    words->addWidget(people_);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(16, 8, 10, 9);
    row->setSpacing(10);
    row->addWidget(sign_);
    row->addLayout(words, 1);
    row->addWidget(members_);
    return header;
}

void GroupPane::open(const client::GroupView& group) {
    near_->hide();
    rows_.clear();
    joinPause_->end();
    refresh(group);
    if (const auto asked = nearAsked_.find(group.id); asked != nearAsked_.end())
        near_->ask(asked->second);
    messages_->open(
        [this, id = group.id](qint64 before, int limit) {
            QList<client::MessageView> out;
            for (const auto& message : groups_.history(id, before, limit))
                out << shown(message);
            return out;
        },
        group.name,
        [this](const client::MessageView& message) { return rows_.value(message.order).heading; });
}

void GroupPane::refresh(const client::GroupView& group) {
    if (group.id == group_.id && group.version != group_.version && group.state == GroupState::Asked)
        joinPause_->begin();
    group_ = group;
    sign_->show(QString::fromStdString(group.id.hex()));
    name_->setText(group.name);
    people_->setText(memberNames(group, kGroupNamesLength));
    joinBar_->say(
        group.state == GroupState::Asked
            ? tr("%1 asks whether you join the group “%2”. %3. Everybody in it reads what you write "
                 "there. Before your Yes you see nothing of it.")
                  .arg(oneLine(group.founder, 60), oneLine(group.name, 130),
                       memberNames(group, kAllNamesLength))
            : QString());
    composer_->setClosed(closedWords(group.state));
    if (group.state != GroupState::Joined) {
        nearAsked_.erase(group.id);
        near_->hide();
    }
}

client::MessageView GroupPane::shown(const client::GroupMessageView& message) {
    client::MessageView out;
    out.id = rowName(message.order);
    out.order = message.order;
    out.direction = message.sender.value == 0 ? client::Direction::Outgoing : client::Direction::Incoming;
    out.kind = message.kind;
    out.delivery = deliveryOfAll(message.copies);
    out.time = message.time;
    out.text = message.text;
    out.reason = failureOf(message.copies);
    out.invitation = message.invitation;
    rows_[message.order] = {message.id, headingOf(message)};
    return out;
}

void GroupPane::add(const client::GroupMessageView& message) {
    messages_->add(shown(message));
}

void GroupPane::change(const client::GroupMessageView& message) {
    messages_->change(shown(message));
}

void GroupPane::showAwaited(bool asking) {
    const auto waiting = asking ? std::nullopt : groups_.awaited(group_.id);
    answers_->show(waiting ? std::optional(shown(*waiting)) : std::nullopt,
                   waiting ? waiting->senderName : QString());
}

void GroupPane::askNear(const client::NearView& near) {
    nearAsked_[*near.group] = near;
    if (near.group == group_.id)
        near_->ask(near);
}

}  // namespace sesame::app
