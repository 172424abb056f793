// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/input_sink.h"
#include "sesame/remote/granted.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

namespace sesame::remote {

/// The one way by which a helper's input reaches the desktop, and the only holder of an InputSink. Shut, it
/// drops what comes: nothing is kept for later, and a key or button that was pressed while it was shut counts
/// only when it is pressed again. Whenever it shuts, everything held down is let go.
class InputGate {
  public:
    /// The receiver's own hands keep it shut for so long (S28).
    static constexpr std::int64_t kOwnHandsMs = 2000;
    /// While a key of the helper's is down, settle() is wanted so often.
    static constexpr std::int64_t kHeldLookMs = 100;

    InputGate(std::unique_ptr<desktop::InputSink> sink, const Clock& clock);
    ~InputGate();
    InputGate(const InputGate&) = delete;
    InputGate& operator=(const InputGate&) = delete;

    /// Any thread. What shuts it has done so when it returns; settle() then lets go of what is held.
    void allow(GrantedControl control);
    void takeBack();
    void setShield(bool up);
    void setPaused(bool paused);
    /// For good.
    void close();
    /// Shield or pause: pictures stand still too.
    bool standsStill() const { return shield_ || paused_; }

    /// The thread of the sink. True when it went through.
    bool key(desktop::KeySymbol symbol, bool down);
    bool pointer(desktop::Point at, unsigned buttons);
    /// The receiver used mouse or keyboard.
    void ownHands();
    /// The helper's line is over, and with it what they have down: the next one begins with empty hands.
    void lineOver();
    /// Lets go of what is held if the gate is shut, or a window of ours got the keyboard meanwhile: a held
    /// key repeats (S24). To be called now and then: control may have expired.
    void settle();
    /// A key of the helper's is down.
    bool holdsKey() const { return !held_.empty(); }
    /// Where the helper moved the pointer last.
    std::optional<desktop::Point> latest() const { return latest_; }
    /// The desktop is gone.
    bool broken() const { return broken_; }

  private:
    static constexpr std::size_t kMostKeys = 256;
    bool open() const;
    bool done(const Status& status);
    bool dropKey(desktop::KeySymbol symbol);
    bool dropPointer(unsigned buttons);
    bool ownWindowCameToFront();
    void letGo();

    const std::unique_ptr<desktop::InputSink> sink_;
    const Clock& clock_;
    mutable std::mutex mutex_;  // held while the sink works, so that whoever shuts the gate waits for it
    std::optional<GrantedControl> control_;
    std::atomic<bool> shield_{false};
    std::atomic<bool> paused_{false};
    bool closed_ = false;
    std::int64_t ownHandsUntilMs_ = 0;

    std::set<desktop::KeySymbol> held_;
    std::int64_t lookedMs_ = 0;             // for a window of ours, while a key is down
    std::set<desktop::KeySymbol> dropped_;  // pressed while it was shut, and not let go since
    unsigned buttons_ = 0;                  // as the desktop has them
    bool used_ = false;                     // since all was let go: the sink may still be busy with it
    bool staleButtons_ = false;             // some were pressed while it was shut
    std::optional<desktop::Point> latest_;
    bool broken_ = false;
};

}  // namespace sesame::remote
