// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <set>

namespace sesame::desktop {

/// The keys that end a help session: Esc held for a second, or Ctrl+Alt+Esc. Knows only the keys that the
/// person at the desktop presses.
class PanicKeys {
  public:
    static constexpr std::int64_t kHoldMs = 1000;
    /// A nested or remote keyboard repeats a held key as up and down in one moment; no finger is so quick.
    static constexpr std::int64_t kRepeatMs = 10;
    enum class Kind : std::uint8_t { Escape, Control, Alt, Other };

    /// A key goes down or up; `code` tells one key from another. True: panic, now.
    bool key(std::uint32_t code, Kind kind, bool down, std::int64_t nowMs);
    /// Time passed. True: panic, now.
    bool tick(std::int64_t nowMs);
    /// tick() is needed soon.
    bool waits() const { return heldSince_.has_value(); }

  private:
    std::set<std::uint32_t> controls_;
    std::set<std::uint32_t> alts_;
    std::optional<std::int64_t> heldSince_;
    std::optional<std::int64_t> upSince_;  // held, but for the last moment
};

}  // namespace sesame::desktop
