// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/log.h"

#include "sesame/base/result.h"
#include "sesame/hub/mail_store.h"

#include <filesystem>
#include <span>

namespace sesame::hub {

/// What the operator asked for on the command line (docs/hub.md).
struct Options {
    enum class Action : std::uint8_t { Serve, PrintFingerprint, Help };
    Action action = Action::Serve;
    std::filesystem::path data;
    std::string listen = "0.0.0.0";
    std::uint16_t port = 7443;
    std::string name;  ///< empty: the machine's name
    unsigned threads = 0;
    std::string metrics;  ///< "ADDRESS:PORT", empty: none
    std::filesystem::path readyFile;
    bool registrationOpen = true;
    LogLevel log = LogLevel::Info;
    std::filesystem::path certificate, key;
    std::size_t authenticationMs = 0;  ///< 0: the protocol's own
    std::size_t mailsPerSecond = 0;    ///< 0: the default
    std::size_t mailBurst = 0;         ///< 0: the default
    std::size_t strangersPerAddress = 0;
    Quota quota;
    std::uint64_t parcelBytes = 0;    ///< 0: the default
    std::uint64_t parcelSeconds = 0;  ///< 0: the default
};

/// Malformed, with words for a person, if something is wrong.
Result<Options> readOptions(std::span<const std::string> arguments);

/// What --help prints.
std::string helpText();

}  // namespace sesame::hub
