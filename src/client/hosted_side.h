// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/session_requests.h"

namespace sesame::client {

/// The receiver's half of help sessions: at most one, on this computer. One thread.
class HostedSide : public QObject {
  public:
    HostedSide(const SessionContext& context, ConsentDesk& desk, HelpWorker& worker, ControlMemory& memory,
               HelpSessions& speaker);

    HostedSession* session() const { return session_.get(); }

    /// Why this helper may not be asked about now; nullopt when they may. The argument is another's name.
    struct Hindrance {
        Notice notice;
        std::string argument;
    };
    std::optional<Hindrance> hindrance(const store::ContactRecord& helper, const trigger::Command& command);

    // For the executors' way in, in the order in which they come.
    /// Makes room for the session of this grant; or says that it is a rise of the one that runs.
    enum class Step : std::uint8_t { Begin, Rise };
    Result<Step> prepare(const consent::GrantScope& scope);
    remote::HostEvents events() { return session_->events(); }
    Status serve(std::unique_ptr<remote::Host> host, std::vector<desktop::Monitor> monitors,
                 std::optional<remote::GrantedControl> control);
    /// What was prepared does not come about.
    void abandon();
    Status rise(const consent::Grant& granted);
    Status passClipboard(const consent::Grant& granted);

    Status giveClipboard(const QString& text);
    void end(SessionEnd why);

    // What the helper says. Part of the transaction that takes their mail.
    Status received(const store::ContactRecord& from, const Content& content, const SessionAskContent& body);
    Status received(const store::ContactRecord& from, const Content& content,
                    const SessionLeaveContent& body);
    Status received(const store::ContactRecord& from, const Content& content,
                    const ClipboardAskContent& body);
    Status received(const store::ContactRecord& from, const Content& content,
                    const ClipboardTextContent& body);

  private:
    /// Refused unless the session that runs is this one, with them.
    Status check(const store::ContactRecord& from, const StreamId& session) const;
    /// Nor one that comes late.
    Status checkRequest(const store::ContactRecord& from, const Content& content,
                        const StreamId& session) const;
    void over();

    const SessionContext& context_;
    ControlMemory& memory_;
    HelpSessions& speaker_;
    SessionRequests requests_;
    std::unique_ptr<HostedSession> session_;
    std::unique_ptr<desktop::SessionWatch> away_;
    std::optional<StreamId> clipboardDue_;
};

}  // namespace sesame::client
