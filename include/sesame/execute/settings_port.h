// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <string>

namespace sesame::execute {

/// The chat client's own settings, as far as a rule may touch them. Implementations are called from the
/// executor's thread and must hand over to their own.
class SettingsPort {
  public:
    virtual ~SettingsPort() = default;
    virtual Result<std::string> value(const std::string& key) const = 0;
    virtual Status set(const std::string& key, const std::string& value) = 0;
    virtual Status showPage(const std::string& page) = 0;
};

}  // namespace sesame::execute
