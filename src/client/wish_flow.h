// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/client_settings.h"
#include "client/consent_desk.h"
#include "client/wish_book.h"

#include <map>

namespace sesame::client {

/// From an own message to a wish: what is understood is shown to its writer, and only what they confirm is
/// asked of the helper. Questions live in memory only. One thread.
class WishFlow : public QObject {
  public:
    WishFlow(ContactBook& contacts, Diary& diary, RuleBook& rules, WishBook& wishes, Events& events,
             ClientSettings& settings, ConsentDesk& desk);

    /// An own message that had to do with no invitation.
    void collect(ContactId to, const std::string& text);
    Status answer(quint64 question, int option);

  private:
    struct Meant {
        ContactId contact;
        std::string text;
        std::vector<trigger::Command> options;
    };
    bool isHelperOnly(ContactId contact);

    ContactBook& contacts_;
    Diary& diary_;
    RuleBook& rules_;
    WishBook& wishes_;
    Events& events_;
    ClientSettings& settings_;
    ConsentDesk& desk_;
    std::map<quint64, Meant> questions_;
};

}  // namespace sesame::client
