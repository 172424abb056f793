// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_usage.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>

namespace sesame::bench {
namespace {

struct Stat {
    pid_t group = 0;
    double ticks = 0;
};

Stat readStat(const std::filesystem::path& process) {
    std::ifstream file(process / "stat");
    std::string all;
    std::getline(file, all);
    // The program's name is in brackets and may hold anything; the fields after it are plain.
    const std::size_t nameEnd = all.rfind(')');
    if (nameEnd == std::string::npos) {
        return {};
    }
    std::istringstream fields(all.substr(nameEnd + 2));
    Stat stat;
    std::string skip;
    double user = 0;
    double system = 0;
    fields >> skip >> skip >> stat.group;
    for (int field = 6; field <= 13; ++field) {
        fields >> skip;
    }
    fields >> user >> system;
    stat.ticks = user + system;
    return stat;
}

double sumOverGroup(pid_t group,
                    const std::function<double(const std::filesystem::path&, const Stat&)>& figure) {
    double sum = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") == std::string::npos) {
            const Stat stat = readStat(entry.path());
            if (stat.group == group) {
                sum += figure(entry.path(), stat);
            }
        }
    }
    return sum;
}

}  // namespace

double processorSeconds(pid_t group) {
    const auto ticksPerSecond = static_cast<double>(sysconf(_SC_CLK_TCK));
    return sumOverGroup(group, [=](const auto&, const Stat& stat) { return stat.ticks / ticksPerSecond; });
}

double memoryKib(pid_t group) {
    return sumOverGroup(group, [](const auto& process, const Stat&) {
        std::ifstream rollup(process / "smaps_rollup");
        std::string line;
        while (std::getline(rollup, line)) {
            if (line.starts_with("Pss:")) {
                return std::strtod(line.c_str() + 4, nullptr);
            }
        }
        return 0.0;
    });
}

}  // namespace sesame::bench
