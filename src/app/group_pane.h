// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/client/groups.h"

#include <QHash>
#include <QWidget>
#include <map>

class QPushButton;

namespace sesame::app {

class AnswerCard;
class AnswerPause;
class Composer;
class GroupSign;
class MessageList;
class NearCard;
class NoticeBar;
class PlainLabel;

/// One group: who is in it, whether this user joins, what has been said by whom, and what is being written.
/// Shows values and says what the person wants; it changes nothing itself.
class GroupPane : public QWidget {
    Q_OBJECT

  public:
    using NearAsked = std::map<client::GroupId, client::NearView>;
    /// `nearAsked`: what waits for an answer in which group; outlives this.
    GroupPane(const Clock& clock, client::Groups& groups, NearAsked& nearAsked, QWidget* parent = nullptr);

    void open(const client::GroupView& group);
    void refresh(const client::GroupView& group);
    const client::GroupView& group() const { return group_; }
    void add(const client::GroupMessageView& message);
    void change(const client::GroupMessageView& message);
    /// What waits for a Yes or No of this user. Not while the question that a Yes leads to is on the screen.
    void showAwaited(bool asking);

    /// About what was sent in some group; it waits there until it is answered.
    void askNear(const client::NearView& near);

    Composer& composer() { return *composer_; }
    MessageList& messages() { return *messages_; }

  Q_SIGNALS:
    /// To the list that was shown.
    void joinAnswered(bool yes, quint64 version);
    void membersWanted();
    void retryWanted(const sesame::MessageId& id);
    void takeBackWanted(const sesame::MessageId& id);
    void answered(const sesame::MessageId& invitation, bool yes);
    void nearAnswered(quint64 question, bool yes);

  private:
    QWidget* makeHeader();
    client::MessageView shown(const client::GroupMessageView& message);
    client::Groups& groups_;
    NearAsked& nearAsked_;
    client::GroupView group_;
    struct Row {
        MessageId id;
        QString heading;
    };
    QHash<qint64, Row> rows_;  // by their place among all
    GroupSign* sign_;
    PlainLabel* name_;
    PlainLabel* people_;
    QPushButton* members_;
    NoticeBar* joinBar_;
    AnswerPause* joinPause_ = nullptr;
    MessageList* messages_;
    AnswerCard* answers_;
    NearCard* near_;
    Composer* composer_;
};

}  // namespace sesame::app
