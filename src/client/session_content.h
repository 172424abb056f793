// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/sent_secret.h"

#include "sesame/base/ids.h"
#include "sesame/client/help_sessions.h"

#include <optional>
#include <string>
#include <vector>

/// What two clients say to each other about a help session or share, as values. Each names the session; one
/// that the other side does not know is ignored. Pure; any thread.
namespace sesame::client {

using StreamSecret = SentSecret;

/// From the receiver of help: the helper was granted this.
struct SessionOfferContent {
    StreamId session;
    StreamSecret secret;
    MessageId invitation;
    RuleHash rule;
    trigger::RemoteControl granted;
    bool operator==(const SessionOfferContent&) const = default;
};

/// From the receiver: the helper was granted this. SessionLeave and SessionEnded end it.
struct ShareOfferContent {
    StreamId session;
    StreamSecret secret;
    MessageId invitation;
    RuleHash rule;
    trigger::ShareLevel level = trigger::ShareLevel::Look;
    std::uint32_t minutes = 0;
    std::string name;  ///< of the folder or file, as it may be shown
    bool operator==(const ShareOfferContent&) const = default;
};

/// From the receiver: the helper may open this again without a question.
struct StandingShareContent {
    StreamId share;
    MessageId invitation{};
    RuleHash rule{};
    std::optional<trigger::ShareLevel> level{};  ///< none: it is over
    std::int64_t untilMs = 0;                    ///< 0: until it is ended
    std::string name{};                          ///< as it may be shown
    bool operator==(const StandingShareContent&) const = default;
};

/// From the helper: let me in again.
struct StandingOpenContent {
    StreamId share;
    bool operator==(const StandingOpenContent&) const = default;
};

enum class StandingRefusal : std::uint8_t { Over = 1, Changed, Away, NotNow };
/// From the receiver, to that.
struct StandingRefusalContent {
    MessageId request;
    StandingRefusal reason = StandingRefusal::NotNow;
    bool operator==(const StandingRefusalContent&) const = default;
};

/// From the receiver, at every change.
struct SessionStateContent {
    StreamId session;
    std::uint64_t number = 0;  ///< rises
    trigger::RemoteLevel level = trigger::RemoteLevel::Look;
    Pause pause = Pause::None;
    bool localHand = false;
    std::int64_t leftMs = 0;
    MessageId answered{};  ///< the latest request that the receiver has answered
    std::vector<desktop::Monitor> monitors{};
    bool operator==(const SessionStateContent&) const = default;
};

/// From the helper: may it go further?
struct SessionAskContent {
    StreamId session;
    trigger::RemoteLevel level = trigger::RemoteLevel::Look;
    bool operator==(const SessionAskContent&) const = default;
};

/// From the helper: it is over.
struct SessionLeaveContent {
    StreamId session;
    bool operator==(const SessionLeaveContent&) const = default;
};

/// From the receiver: it is over.
struct SessionEndedContent {
    StreamId session;
    SessionEnd reason = SessionEnd::Stopped;
    bool operator==(const SessionEndedContent&) const = default;
};

/// From the helper: may I have the text in your clipboard?
struct ClipboardAskContent {
    StreamId session;
    bool operator==(const ClipboardAskContent&) const = default;
};

/// From the helper: a text for the receiver's clipboard. From the receiver: what the helper asked for.
struct ClipboardTextContent {
    StreamId session;
    std::string text;
    bool operator==(const ClipboardTextContent&) const = default;
};

}  // namespace sesame::client
