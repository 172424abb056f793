// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/options.h"

#include "sesame/wire/limits.h"

#include <charconv>
#include <functional>
#include <vector>

namespace sesame::hub {
namespace {

struct Option {
    const char* name;
    const char* value;  ///< null: takes none
    const char* help;
    std::function<bool(Options&, const std::string&)> set;
};

template <typename Number>
bool readNumber(const std::string& text, Number& out, std::uint64_t smallest, std::uint64_t largest) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < smallest || number > largest)
        return false;
    out = static_cast<Number>(number);
    return true;
}

template <typename Number>
std::function<bool(Options&, const std::string&)> number(Number Options::*member, std::uint64_t smallest,
                                                         std::uint64_t largest) {
    return [=](Options& options, const std::string& text) {
        return readNumber(text, options.*member, smallest, largest);
    };
}

template <typename Text>
std::function<bool(Options&, const std::string&)> text(Text Options::*member) {
    return [=](Options& options, const std::string& value) {
        options.*member = value;
        return !value.empty();
    };
}

bool setRegistration(Options& options, const std::string& value) {
    options.registrationOpen = value == "open";
    return value == "open" || value == "closed";
}

bool setLog(Options& options, const std::string& value) {
    constexpr std::string_view kNames[] = {"error", "warning", "info", "debug"};
    for (std::size_t level = 0; level < std::size(kNames); ++level) {
        if (value == kNames[level]) {
            options.log = static_cast<LogLevel>(level);
            return true;
        }
    }
    return false;
}

const std::vector<Option>& all() {
    using O = Options;
    constexpr std::uint64_t kMany = 1'000'000'000;
    static const std::vector<Option> options = {
        {"--data", "DIR", "where accounts and waiting mail are kept (required; made if missing)",
         text(&O::data)},
        {"--listen", "ADDRESS", "address to listen on (0.0.0.0: every IPv4 address)", text(&O::listen)},
        {"--port", "N", "port to listen on (7443; 0: any free one)", number(&O::port, 0, 65'535)},
        {"--name", "NAME", "the name clients reach this hub by (this machine's name)", text(&O::name)},
        {"--threads", "N", "threads that serve connections (one per processor, at least 2)",
         number(&O::threads, 1, 256)},
        {"--cert", "FILE", "certificate chain in PEM, instead of the hub's own", text(&O::certificate)},
        {"--key", "FILE", "the key to --cert", text(&O::key)},
        {"--registration", "open|closed", "whether new accounts may be made (open)", setRegistration},
        {"--metrics", "ADDRESS:PORT", "serve Prometheus metrics there; a port alone means 127.0.0.1 (off)",
         text(&O::metrics)},
        {"--ready-file", "PATH", "write the ready line there too, once the hub listens", text(&O::readyFile)},
        {"--log", "LEVEL", "error, warning, info or debug (info)", setLog},
        {"--mail-rate", "N", "mails a second one account may send for long (500)",
         number(&O::mailsPerSecond, 1, kMany)},
        {"--mail-burst", "N", "mails one account may send at once (2000)", number(&O::mailBurst, 1, kMany)},
        {"--mailbox-messages", "N", "mails that may wait for one account (10000)",
         [](O& o, const std::string& v) { return readNumber(v, o.quota.messages, 1, kMany); }},
        {"--mailbox-bytes", "N", "bytes that may wait for one account (209715200)",
         [](O& o, const std::string& v) { return readNumber(v, o.quota.bytes, 1, std::uint64_t{1} << 50); }},
        {"--parcel-bytes", "N", "bytes of files one account may leave for others (1073741824)",
         number(&O::parcelBytes, 1, std::uint64_t{1} << 50)},
        {"--parcel-keep", "SECONDS", "how long a file waits that does not move (1209600)",
         number(&O::parcelSeconds, 1, kMany)},
        {"--log-in-time", "MS", "milliseconds a connection has to log in (10000)",
         number(&O::authenticationMs, 1, 600'000)},
        {"--strangers", "N", "connections from one address that have not logged in (100)",
         number(&O::strangersPerAddress, 1, kMany)},
        {"--print-fingerprint", nullptr, "print the certificate's fingerprint and end",
         [](O& o, const std::string&) { return o.action = O::Action::PrintFingerprint, true; }},
        {"--help", nullptr, "print this and end",
         [](O& o, const std::string&) { return o.action = O::Action::Help, true; }},
    };
    return options;
}

Error usage(const std::string& what) {
    return Error{ErrorCode::Malformed, what + " (sesame-hub --help lists the options)"};
}

Status check(const Options& options) {
    if (options.action == Options::Action::Help)
        return {};
    if (options.data.empty())
        return usage("Say where to keep the data: --data DIR");
    if (options.certificate.empty() != options.key.empty())
        return usage("--cert and --key go together");
    return {};
}

}  // namespace

Result<Options> readOptions(std::span<const std::string> arguments) {
    Options options;
    options.quota = {wire::kMaxSpoolMessages, wire::kMaxSpoolBytes};
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& name = arguments[i];
        const auto option =
            std::find_if(all().begin(), all().end(), [&](const auto& o) { return o.name == name; });
        if (option == all().end())
            return usage("Unknown option " + name);
        if (option->value != nullptr && i + 1 == arguments.size())
            return usage(name + " needs a value: " + option->value);
        const std::string value = option->value != nullptr ? arguments[++i] : "";
        if (!option->set(options, value))
            return usage("Not a value for " + name + ": " + value);
    }
    SESAME_TRY(check(options));
    return options;
}

std::string helpText() {
    std::string out =
        "sesame-hub keeps accounts for Sesame and passes their messages on. It cannot read them.\n\n"
        "Usage: sesame-hub --data DIR [options]\n\n";
    for (const auto& option : all()) {
        std::string left = std::string("  ") + option.name;
        if (option.value != nullptr)
            left += std::string(" ") + option.value;
        left.resize(std::max<std::size_t>(left.size() + 2, 30), ' ');
        out += left + option.help + '\n';
    }
    return out + "\nOnce it listens it prints one line: ready wss://HOST:PORT sha256:FINGERPRINT\n";
}

}  // namespace sesame::hub
