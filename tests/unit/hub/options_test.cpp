// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/options.h"

#include <gtest/gtest.h>

namespace sesame::hub {
namespace {

Result<Options> read(const std::vector<std::string>& arguments) {
    return readOptions(arguments);
}

TEST(Options, NeedOnlyADirectory) {
    const auto options = read({"--data", "/tmp/x"});
    ASSERT_TRUE(options);
    EXPECT_EQ(options->port, 7443);
    EXPECT_EQ(options->listen, "0.0.0.0");
    EXPECT_TRUE(options->registrationOpen);
    EXPECT_TRUE(options->metrics.empty());
}

TEST(Options, ReadEveryKindOfValue) {
    const auto options = read({"--data", "d", "--port", "0", "--registration", "closed", "--log", "debug",
                               "--mailbox-messages", "5", "--cert", "c", "--key", "k"});
    ASSERT_TRUE(options);
    EXPECT_EQ(options->port, 0);
    EXPECT_FALSE(options->registrationOpen);
    EXPECT_EQ(options->log, LogLevel::Debug);
    EXPECT_EQ(options->quota.messages, 5U);
}

TEST(Options, SayWhatIsWrong) {
    const std::vector<std::vector<std::string>> wrong = {{},
                                                         {"--data"},
                                                         {"--data", ""},
                                                         {"--data", "d", "--port", "65536"},
                                                         {"--data", "d", "--port", "-1"},
                                                         {"--data", "d", "--port", "12x"},
                                                         {"--data", "d", "--registration", "maybe"},
                                                         {"--data", "d", "--log", "loud"},
                                                         {"--data", "d", "--cert", "c"},
                                                         {"--data", "d", "--what"}};
    for (const auto& arguments : wrong) {
        const auto options = read(arguments);
        ASSERT_FALSE(options);
        EXPECT_NE(options.error().detail.find("--help"), std::string::npos);
    }
}

TEST(Options, HelpNamesEachOption) {
    EXPECT_EQ(read({"--help"})->action, Options::Action::Help);
    for (const auto* name :
         {"--data", "--port", "--cert", "--metrics", "--print-fingerprint", "--ready-file"})
        EXPECT_NE(helpText().find(name), std::string::npos) << name;
}

}  // namespace
}  // namespace sesame::hub
