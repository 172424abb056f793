// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/help_sessions.h"
#include "sesame/execute/executor.h"
#include "sesame/store/records.h"

#include <QString>

/// How the end of a help stands in a conversation: as codes, so that the sentence follows the language. Pure;
/// any thread.
namespace sesame::client {

/// What a command is about, as the rule says it.
std::string saidTarget(const trigger::Command& command);
/// One plain line of bounded length.
std::string shortTarget(const std::string& target);

/// `command`: what was to run; of a setting it says more than `target`, which is in nobody's language.
store::MessageRecord outcomeRow(const MessageId& id, execute::OutcomeKind kind,
                                const trigger::Command& command, const std::string& target);

/// How a help session went.
struct SessionSummary {
    SessionEnd why = SessionEnd::Stopped;
    trigger::RemoteLevel highest = trigger::RemoteLevel::Look;
    bool seen = true;  ///< the helper came to see the screen
    std::int64_t seconds = 0;
    bool operator==(const SessionSummary&) const = default;
};
store::MessageRecord sessionRow(const MessageId& id, const SessionSummary& summary);

/// What a share came to so far.
struct SharedFiles {
    std::string name;  ///< of the folder or file, as it may be shown
    trigger::ShareLevel level = trigger::ShareLevel::Look;
    std::uint64_t taken = 0;
    std::uint64_t takenBytes = 0;  ///< 0 where they are not counted
    std::uint64_t put = 0;
    bool operator==(const SharedFiles&) const = default;
};
/// How a share went.
struct ShareSummary {
    SessionEnd why = SessionEnd::Stopped;
    SharedFiles files;
    bool seen = true;  ///< the helper came at all
    std::int64_t seconds = 0;
    bool operator==(const ShareSummary&) const = default;
};
store::MessageRecord shareRow(const MessageId& id, const ShareSummary& summary);

/// `name`: of the contact whose conversation this is.
QString outcomeText(const store::MessageRecord& row, const QString& name);

}  // namespace sesame::client
