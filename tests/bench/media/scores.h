// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/trigger/match_kind.h"

#include <cstddef>
#include <map>
#include <string>

namespace sesame::bench {

/// How often what is the same was known again, for each way in which it was changed.
class Scores {
  public:
    void add(const std::string& change, trigger::MatchKind kind);
    void print(const char* title) const;

  private:
    struct Count {
        std::size_t all = 0, match = 0, near = 0;
    };
    std::map<std::string, Count> counts_;
};

}  // namespace sesame::bench
