// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/random.h"

#include <chrono>

namespace sesame::client {

/// How long to wait before the next try: 1, 2, 4 … 60 s, each up to a quarter longer or shorter, so that the
/// clients of a hub that comes back do not all come at once.
class Backoff {
  public:
    explicit Backoff(crypto::Random& random) : random_(random) {}
    std::chrono::milliseconds next();
    void reset() { tries_ = 0; }

  private:
    crypto::Random& random_;
    int tries_ = 0;
};

}  // namespace sesame::client
