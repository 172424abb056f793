// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/file_act.h"

#include <QListView>
#include <functional>
#include <unordered_map>

class QMenu;

namespace sesame::app {

class MediaDesk;
class MessageCard;
class MessageDelegate;
class MessageModel;

/// The scrolling part of a conversation. Follows new messages while the end is in sight, and asks the model
/// for older ones at the top.
class MessageList : public QListView {
    Q_OBJECT

  public:
    explicit MessageList(QWidget* parent = nullptr);
    /// `heading`: in a group, see MessageModel::Heading; an invitation there is headed by whom it is with.
    void open(const std::function<QList<client::MessageView>(qint64, int)>& loader,
              const QString& contactName,
              const std::function<QString(const client::MessageView&)>& heading = {});
    void add(const client::MessageView& message);
    void change(const client::MessageView& message);
    /// More of a file has moved; nothing else is different.
    void advance(const client::MessageView& message);
    /// Chooses the message with this order and brings it into sight, however old it is.
    void reveal(qint64 order);
    void copyChosen() const;

  Q_SIGNALS:
    void retryWanted(const sesame::MessageId& id);
    void copyWanted(const QString& phrase);
    void takeBackWanted(const sesame::MessageId& id);
    void fileActWanted(sesame::app::FileAct act, const sesame::client::MessageView& message);
    void offerLookWanted(const sesame::client::MessageView& message);
    void offerTakeBackWanted(const sesame::client::MessageView& message);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    bool atEnd() const;
    void addPlay(QMenu& menu, const QString& path);
    void addOffer(QMenu& menu, const client::MessageView& message);
    void layOutAgain();
    void loadOlder();
    void placeCards();
    MessageCard* makeCard(const client::MessageView& message, QWidget* parent);
    QWidget* placeCard(const client::MessageView& message, bool startsDay);
    int cardHeight(const client::MessageView& message, int width);

    MessageModel* model_;
    MessageDelegate* delegate_;
    MediaDesk* desk_;
    QString contactName_;
    std::function<QString(const client::MessageView&)> heading_;
    bool follows_ = true;  // the end was in sight when somebody last looked, whatever the size is since
    std::unordered_map<MessageId, MessageCard*> cards_;  // owned by the view, as index widgets
    MessageCard* rulers_[3] = {};  // measure cards that are not placed yet: invitations, files, offers
};

}  // namespace sesame::app
