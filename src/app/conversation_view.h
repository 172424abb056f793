// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/client/help_sessions.h"
#include "sesame/client/shares.h"

#include <QWidget>
#include <functional>

namespace sesame::app {

class AnswerCard;
class Composer;
class ConversationHeader;
class HelpBar;
class MeantCard;
class MessageList;
class NearCard;
class NoticeBar;

/// One conversation: who, what has been said, what is to be decided, and what is being written. Shows values
/// and says what the person wants; it changes nothing itself.
class ConversationView : public QWidget {
    Q_OBJECT

  public:
    explicit ConversationView(const Clock& clock, QWidget* parent = nullptr);

    using Loader = std::function<QList<client::MessageView>(qint64 beforeOrder, int limit)>;
    void open(const client::ContactView& contact, const Loader& loader);
    void refresh(const client::ContactView& contact);
    client::ContactId contact() const { return contact_.id; }
    /// What runs with this contact: help on this computer, or `viewing`: help on theirs.
    void showHelp(const std::optional<client::HostedView>& hosted, bool viewing);

    /// Whether this contact shares something with this user now.
    void showShared(bool shared);
    /// What this contact lets this user open again without a question and is not open now.
    void showStanding(const QList<client::StandingShareView>& shares);

    MessageList& messages() { return *messages_; }
    Composer& composer() { return *composer_; }
    NearCard& near() { return *near_; }
    MeantCard& meant() { return *meant_; }
    AnswerCard& answers() { return *answers_; }
    const QString& name() const { return contact_.name; }
    HelpBar& helpBar() { return *helpBar_; }

  Q_SIGNALS:
    void acceptWanted();
    void declineWanted();
    void blockWanted();
    void rulesWanted();
    void safetyWanted();
    void acceptKeyWanted();
    void screenWanted();
    void filesWanted();
    void standingWanted(const sesame::client::ShareId& id);
    /// Files of this computer were dropped here.
    void filesGiven(const QStringList& paths);

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void makeBars();
    client::ContactView contact_;
    ConversationHeader* header_;
    NoticeBar* keyBar_;
    NoticeBar* requestBar_;
    HelpBar* helpBar_;
    MessageList* messages_;
    AnswerCard* answers_;
    NearCard* near_;
    MeantCard* meant_;
    Composer* composer_;
};

}  // namespace sesame::app
