// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace sesame::hub {

enum class LogLevel : std::uint8_t { Error, Warning, Info, Debug };

/// key=value lines on standard error. Callers give it counts, reasons and addresses; never content, keys or
/// handles. Thread-safe.
class Log {
  public:
    using Fields = std::initializer_list<std::pair<std::string_view, std::string>>;

    explicit Log(LogLevel level) : level_(level) {}
    void error(std::string_view event, Fields fields = {}) const { write(LogLevel::Error, event, fields); }
    void warning(std::string_view event, Fields fields = {}) const {
        write(LogLevel::Warning, event, fields);
    }
    void info(std::string_view event, Fields fields = {}) const { write(LogLevel::Info, event, fields); }
    void debug(std::string_view event, Fields fields = {}) const { write(LogLevel::Debug, event, fields); }

  private:
    void write(LogLevel level, std::string_view event, Fields fields) const;
    LogLevel level_;
};

/// One line without its end; values with spaces or quotes are quoted.
std::string logLine(LogLevel level, std::string_view event, Log::Fields fields);

}  // namespace sesame::hub
