// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QObject>

namespace sesame::client {

/// Files as messages, of this account and to it. Nothing of theirs is fetched before accept(). States and
/// errors are in the message's FileView; it survives a restart. Lives in the client's thread.
class Files : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    /// A file of this computer. NotFound; Refused for what is no ordinary file, may hold keys or passwords,
    /// or when this hub keeps no files.
    virtual Result<MessageId> send(ContactId to, const QString& path) = 0;
    /// "Save": into this folder, under an honest free name.
    virtual Status accept(const MessageId& file, const QString& folder) = 0;
    /// "No, thank you."
    virtual Status decline(const MessageId& file) = 0;
    /// Stops what is under way. Of one's own: for good. Of theirs: it may be saved another time.
    virtual Status cancel(const MessageId& file) = 0;
    /// After a failure. What is sent once more is a new message.
    virtual Status retry(const MessageId& file) = 0;

  Q_SIGNALS:
    /// How far it is, or what it waits for, has changed; see MessageView::file.
    void progressed(const sesame::client::MessageView& message);
};

}  // namespace sesame::client
