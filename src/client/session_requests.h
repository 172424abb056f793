// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/consent_desk.h"
#include "client/help_worker.h"
#include "client/hosted_session.h"

namespace sesame::client {

/// What the helper asks for while a session runs here: each a new question by the same dialog, each granted
/// once and run the one way there is. One thread.
class SessionRequests : public QObject {
  public:
    /// The session that runs, or null.
    using Running = std::function<HostedSession*()>;
    SessionRequests(ConsentDesk& desk, HelpWorker& worker, Running running);

    void level(const MessageId& request, trigger::RemoteLevel level);
    void clipboardOut(const MessageId& request);
    void clipboardIn(const MessageId& request, const std::string& text);
    /// The session is over: so is what was asked in it.
    void withdraw();

  private:
    void ask(const MessageId& request, const trigger::RemoteControl& command,
             const consent::ResolvedTarget& target, const QString& sentence, bool rise);
    void answered(const StreamId& session, const MessageId& request);
    HostedSession* same(const StreamId& session);

    ConsentDesk& desk_;
    HelpWorker& worker_;
    Running running_;
    quint64 open_ = 0;
};

}  // namespace sesame::client
