// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/judge_command.h"
#include "cli/rpc_command.h"
#include "cli/rule_check_command.h"

#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Arguments = std::span<const std::string>;

constexpr const char* kUsage =
    "Usage: sesame-cli COMMAND\n"
    "Reads JSON from standard input and writes JSON to standard output, one object a line.\n"
    "\n"
    "  judge                {\"phrase\",\"typed\"}: adds \"verdict\": match, near or no\n"
    "                       {\"text\"}: adds \"intent\" and \"slot\": what is wished, in own words\n"
    "    --rules FILE       {\"text\"} is also compared with the rules in FILE; adds the rule that was "
    "meant\n"
    "    --explain          adds how the intent was found\n"
    "  rule-check           {\"phrase\"} or a whole rule: adds \"verdict\": accept or reject, and "
    "\"reason\"\n"
    "  rpc --data DIR       one account: JSON-RPC 2.0; rpc --help tells the options\n"
    "  --help, --version\n";

int usageError(const std::string& what) {
    std::cerr << "sesame-cli: " << what << "\n\n" << kUsage;
    return 2;
}

int runJudge(Arguments arguments) {
    const auto options = sesame::cli::judgeOptions(arguments);
    if (!options)
        return usageError("judge takes --rules FILE and --explain");
    return sesame::cli::judgeCommand(std::cin, std::cout, std::cerr, *options);
}

int runRuleCheck(Arguments arguments) {
    if (!arguments.empty())
        return usageError("rule-check takes no arguments");
    return sesame::cli::ruleCheckCommand(std::cin, std::cout);
}

int showHelp(Arguments) {
    std::cout << kUsage;
    return 0;
}

int showVersion(Arguments) {
    std::cout << "sesame-cli " << SESAME_VERSION << '\n';
    return 0;
}

struct Subcommand {
    const char* name;
    int (*run)(Arguments arguments);
};

constexpr Subcommand kSubcommands[] = {
    {"judge", runJudge}, {"rule-check", runRuleCheck}, {"--help", showHelp}, {"--version", showVersion}};

}  // namespace

int main(int argc, char** argv) {
    // An account needs Qt's event loop and its options; the other commands stay plain streams.
    if (argc > 1 && std::string_view(argv[1]) == "rpc") {
        argv[1] = argv[0];
        return sesame::cli::runRpc(argc - 1, argv + 1);
    }
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.empty())
        return usageError("which command?");
    for (const Subcommand& subcommand : kSubcommands)
        if (arguments[0] == subcommand.name)
            return subcommand.run(Arguments(arguments).subspan(1));
    return usageError("no such command: " + arguments[0]);
}
