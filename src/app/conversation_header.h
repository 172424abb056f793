// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/shares.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace sesame::app {

class Avatar;
class PlainLabel;

/// Who this conversation is with, and whether they are there and verified.
class ConversationHeader : public QWidget {
    Q_OBJECT

  public:
    explicit ConversationHeader(QWidget* parent = nullptr);
    void show(const client::ContactView& contact);
    /// A help session runs in which this user sees their screen.
    void setViewing(bool viewing);
    /// They share something with this user.
    void setShared(bool shared);
    /// What they let this user open again without a question and is not open now.
    void setStanding(const QList<client::StandingShareView>& shares);

  Q_SIGNALS:
    void rulesWanted();
    void safetyWanted();
    void screenWanted();
    void filesWanted();
    void standingWanted(const sesame::client::ShareId& id);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    /// In a narrow window the tools lose their words before the name does.
    void fitTools();
    void openStanding();

    Avatar* avatar_;
    PlainLabel* name_;
    PlainLabel* status_;
    QPushButton* screen_;
    QPushButton* files_;
    QPushButton* standing_;
    QList<client::StandingShareView> stands_;
    QToolButton* rules_;
    QToolButton* safety_;
};

}  // namespace sesame::app
