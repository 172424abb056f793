// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/help_flow.h"

namespace sesame::client {

/// Compares files that the user of this client sends (I1) with the pictures, sounds and clips that open
/// invitations of that conversation wait for. What is alike leads to a question and never further. The files
/// are sent whatever comes of it, and one that cannot be read is just a file. One thread; what a file is
/// recognised by is found out elsewhere.
class MediaJudge : public QObject {
  public:
    MediaJudge(const Environment& environment, AccountKeeper& account, ContactBook& contacts,
               InvitationBook& invitations, HelpFlow& help);

    /// A file of this computer that was sent just now.
    void sent(ContactId to, const MessageId& id, const QString& path);
    /// An open invitation of theirs waits for a file.
    bool waitsFor(ContactId from);

  private:
    using Invitations = std::vector<MessageId>;
    void recognised(ContactId to, const MessageId& id, const Invitations& openThen,
                    const trigger::MediaPrint& print);

    const Environment& environment_;
    AccountKeeper& account_;
    ContactBook& contacts_;
    InvitationBook& invitations_;
    HelpFlow& help_;
};

}  // namespace sesame::client
