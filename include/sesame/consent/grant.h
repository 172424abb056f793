// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/base/ids.h"
#include "sesame/trigger/command.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>

namespace sesame::consent {

/// Targets that are no file, program or setting. Of a help session: this screen. Within one, with the
/// session's own command: the text in this clipboard, and a text of the helper's for it. Those two show
/// nothing.
inline constexpr std::string_view kScreenTarget = "screen";
inline constexpr std::string_view kClipboardOutTarget = "clipboard/out";
inline constexpr std::string_view kClipboardInTarget = "clipboard/in";

/// What was resolved before the dialog and shown in it; exactly this runs (I2).
struct ResolvedTarget {
    std::string display;    ///< what the dialog shows: program name, full path, "Text size: normal → large"
    std::string reference;  ///< desktop file path, file path, setting key, or one of the above
    std::string fingerprint;  ///< identity of the object (inode and change time, hash of the entry, old and
                              ///< new value)
    bool operator==(const ResolvedTarget&) const = default;
};

/// Everything a grant is bound to (I4).
struct GrantScope {
    PublicIdentity helper;
    PublicIdentity receiver;
    RuleHash rule;
    MessageId message;  ///< the receiver's own message that asked for it
    MessageId invitation;
    trigger::Command command;
    ResolvedTarget target;
    /// Of a share, chosen with the Yes: for so many days it may be opened again without a question. 0: not.
    std::uint32_t standingDays = 0;
};

/// Until the receiver ends it.
inline constexpr std::uint32_t kStandingUntilEnded = 0xffff;
inline constexpr std::uint32_t kMostStandingDays = 366;

/// One permission, for one command, once, for a short time. Only the gate makes one. Copies share the one
/// use.
class Grant {
  public:
    static constexpr std::int64_t kStartWithinMs = 300'000;  ///< five minutes

    const GrantScope& scope() const { return *scope_; }
    /// True for exactly one caller, ever, and only before it expires on either clock. Thread-safe (M10).
    [[nodiscard]] bool use(const Clock& clock) const;

  private:
    friend class Gate;
    Grant(GrantScope scope, const Clock& clock);
    std::shared_ptr<const GrantScope> scope_;
    std::shared_ptr<std::atomic<bool>> used_;
    std::int64_t wallMs_;
    std::int64_t bootMs_;
};

}  // namespace sesame::consent
