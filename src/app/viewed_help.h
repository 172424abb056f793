// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/help_sessions.h"

#include <QObject>
#include <QTimer>
#include <map>
#include <memory>

namespace sesame::app {

class ViewerWindow;

/// The windows of the help sessions in which this user helps.
class ViewedHelp : public QObject {
    Q_OBJECT

  public:
    explicit ViewedHelp(client::HelpSessions& sessions, QObject* parent = nullptr);
    ~ViewedHelp() override;
    void bringToFront(client::ContactId receiver);

  private:
    void follow(client::ContactId receiver);
    ViewerWindow& open(client::ContactId receiver);
    void connectBar(ViewerWindow& window, client::ContactId receiver);
    void leave(client::ContactId receiver);
    ViewerWindow* window(client::ContactId receiver) const;
    void tellTime();

    client::HelpSessions& sessions_;
    std::map<client::ContactId, std::unique_ptr<ViewerWindow>> windows_;
    QTimer time_;
};

}  // namespace sesame::app
