// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sesame-peer-load: the workload of the hub's benchmark, spoken to another server.
//   sesame-peer-load mqtt|nats|xmpp --port N --server-group PGID (--pairs N --outstanding N | --idle N)
//   [--seconds N]
// Writes one line: the figures as a JSON object.
#include "workload.h"

#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

namespace sesame::bench {
namespace {

Protocol protocolNamed(const std::string& name) {
    if (name == "mqtt") {
        return mqtt();
    }
    if (name == "nats") {
        return nats();
    }
    if (name == "xmpp") {
        return xmpp();
    }
    fail("unknown protocol " + name);
}

Settings settingsFrom(int argc, char** argv) {
    std::map<std::string, double> options;
    for (int at = 2; at + 1 < argc; at += 2) {
        options[argv[at]] = std::strtod(argv[at + 1], nullptr);
    }
    Settings settings;
    settings.port = static_cast<std::uint16_t>(options["--port"]);
    settings.pairs = static_cast<unsigned>(options["--pairs"]);
    settings.outstanding = static_cast<unsigned>(options["--outstanding"]);
    settings.idle = static_cast<unsigned>(options["--idle"]);
    settings.serverGroup = static_cast<pid_t>(options["--server-group"]);
    if (options.contains("--seconds")) {
        settings.seconds = options["--seconds"];
    }
    return settings;
}

}  // namespace
}  // namespace sesame::bench

int main(int argc, char** argv) {
    using namespace sesame::bench;
    if (argc < 2) {
        fail("which protocol?");
    }
    const Settings settings = settingsFrom(argc, argv);
    Workload workload(protocolNamed(argv[1]), settings);
    const std::string figures = settings.idle > 0 ? workload.runIdle() : workload.runTraffic();
    std::cout << '{' << figures << "}\n";
    return 0;
}
