// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/viewed_session.h"

#include <map>
#include <set>

namespace sesame::client {

/// The helper's half of help sessions: at most one with each receiver. One thread.
class ViewedSide : public QObject {
  public:
    ViewedSide(const SessionContext& context, HelpSessions& speaker) : context_(context), speaker_(speaker) {}

    void leaveAll();
    /// Null when there is none.
    ViewedSession* with(ContactId receiver) const;
    QList<ViewedView> views() const;
    std::optional<ViewedView> view(ContactId receiver) const;
    void end(ContactId receiver, SessionEnd why);

    // What receivers say. Part of the transaction that takes their mail.
    Status received(const store::ContactRecord& from, const Content& content,
                    const SessionOfferContent& body);
    Status received(const store::ContactRecord& from, const SessionStateContent& body);
    Status received(const store::ContactRecord& from, const SessionEndedContent& body);
    Status received(const store::ContactRecord& from, const ClipboardTextContent& body);

  private:
    Status checkOffer(const store::ContactRecord& from, const SessionOfferContent& offer);
    void begin(const store::ContactRecord& from, const SessionOfferContent& offer,
               const SessionJournal::Entry& entry);
    ViewedSession* same(const store::ContactRecord& from, const StreamId& session) const;
    void over(ContactId receiver);

    const SessionContext& context_;
    HelpSessions& speaker_;
    std::map<ContactId, std::unique_ptr<ViewedSession>> sessions_;
    std::set<MessageId> taken_;  // invitations whose offer has been taken up
};

}  // namespace sesame::client
