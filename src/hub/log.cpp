// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/log.h"

#include <unistd.h>

#include <chrono>
#include <ctime>

namespace sesame::hub {
namespace {

const char* name(LogLevel level) {
    switch (level) {
        case LogLevel::Error:
            return "error";
        case LogLevel::Warning:
            return "warning";
        case LogLevel::Info:
            return "info";
        case LogLevel::Debug:
            return "debug";
    }
    return "error";
}

std::string quoted(const std::string& value) {
    if (!value.empty() && value.find_first_of(" \"=\n\r\t\\") == std::string::npos)
        return value;
    std::string out = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + '"';
}

std::string utcNow() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text, length};
}

}  // namespace

std::string logLine(LogLevel level, std::string_view event, Log::Fields fields) {
    std::string line = std::string("level=") + name(level) + " event=" + std::string(event);
    for (const auto& [key, value] : fields)
        line += ' ' + std::string(key) + '=' + quoted(value);
    return line;
}

void Log::write(LogLevel level, std::string_view event, Fields fields) const {
    if (level > level_)
        return;
    const std::string line = "time=" + utcNow() + ' ' + logLine(level, event, fields) + '\n';
    // One write a line keeps lines of several threads whole. A log that cannot be written must not stop mail.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace sesame::hub
