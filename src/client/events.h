// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/groups.h"
#include "sesame/client/views.h"
#include "sesame/consent/gate.h"

#include <QObject>

namespace sesame::client {

/// What the parts of a client announce; Client passes these on as its own signals.
class Events : public QObject {
    Q_OBJECT

  Q_SIGNALS:
    void accountCreated();
    void connectionChanged();
    void contactChanged(sesame::store::ContactId id);
    void messageAdded(const sesame::client::MessageView& message);
    void messageChanged(const sesame::client::MessageView& message);
    void rulesChanged(sesame::store::ContactId id);
    void nearAsked(const sesame::client::NearView& near);
    void wishAsked(const sesame::client::WishView& wish);
    void choiceAsked(const sesame::client::ChoiceView& choice);
    void consentAsked(const sesame::client::ConsentView& question);
    void consentClosed(quint64 question, sesame::consent::Answer answer);
    void settingChanged(const QString& key, const QString& value);
    void settingsPageRequested(const QString& page);
    void problem(const QString& sentence);
    void groupChanged(const sesame::client::GroupId& group);
    void groupMessageAdded(const sesame::client::GroupMessageView& message);
    void groupMessageChanged(const sesame::client::GroupMessageView& message);

    /// Inside the client: an invitation is no longer open; a key is to be looked at.
    void invitationClosed(const sesame::MessageId& id);
    void contactsRearranged();
    /// The helper said yes to a wish of this user's.
    void wishGranted(const sesame::MessageId& wish);
};

}  // namespace sesame::client
