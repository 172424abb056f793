// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"
#include "sesame/consent/arming.h"
#include "sesame/consent/control_trace.h"

#include <map>
#include <optional>

namespace sesame::consent {

enum class Answer : std::uint8_t { Yes, No, TimedOut, Withdrawn, Hidden };
const char* name(Answer answer);

/// What the user chose with a Yes; one that is not taken leaves nothing of it behind.
struct Bounds {
    std::uint32_t minutes = 0;       ///< of a help session or share, no more than asked; 0: as asked
    std::uint32_t standingDays = 0;  ///< that a share may be opened again without a question
};

/// Asks for consent: one question at a time, and only a calm, deliberate Yes counts (I3). A state machine
/// over an injected clock; it draws nothing. One thread. The dialog (or the caller of sesame-cli) tells it
/// what happens and asks it what is allowed; it never trusts the dialog's own timers.
class Gate final : public Arming {
  public:
    static constexpr std::int64_t kTimeOutMs = 120'000;    ///< untouched this long means No, seen or not
    static constexpr std::int64_t kLongestMs = 600'000;    ///< and so does this long in all
    static constexpr std::int64_t kClockJumpMs = 120'000;  ///< somebody set the clock: the question is void

    explicit Gate(const Clock& clock) : clock_(clock), trace_(clock) {}

    enum class Offer : std::uint8_t {
        Asked,    ///< the question is open now
        Busy,     ///< another one is open
        BackOff,  ///< refused or ignored too often lately: after the second time 1 min, then 10 min, 1 h
                  ///< (S37)
        Locked,   ///< not now: a helper has control, or had it a moment ago (S25)
    };
    Offer offer(GrantScope scope);

    /// The open question; null when there is none.
    const GrantScope* question() const;

    void shownAnew() override;
    void hidden() override;
    void input() override;
    std::optional<std::int64_t> untilArmed() const override;

    /// Yes. Refused while inert, by a program that may not press it, or while such commands are locked;
    /// Malformed for bounds that do not fit what is asked; Expired when too late. The question stays open
    /// after Refused and Malformed.
    Result<Grant> yes(Press press = Press::Unknown, Bounds chosen = {});
    /// Anything but Yes closes the question, and counts against the helper.
    void close(Answer answer);
    /// Call now and then; closes a question that has timed out, or that a clock jump made void (Withdrawn),
    /// and says so.
    std::optional<Answer> tick();

    /// Milliseconds for which offers by this helper are turned away; 0 when they are not.
    std::int64_t backOffMs(const PublicIdentity& helper) const;
    /// After this many refusals in a row the dialog should offer to block the helper.
    int refusals(const PublicIdentity& helper) const;

    ControlTrace& trace() { return trace_; }

  private:
    struct Question {
        GrantScope scope;
        std::int64_t askedBootMs;
        std::int64_t wallMinusBootMs;
        std::int64_t touchedBootMs;  // asked, or the last input while it was visible
        CalmPress press;
    };
    struct History {
        int refusals = 0;
        std::int64_t untilBootMs = 0;
    };
    const Clock& clock_;
    ControlTrace trace_;
    std::optional<Question> question_;
    std::map<PublicIdentity, History> history_;
};

}  // namespace sesame::consent
