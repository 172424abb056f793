// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/desktop_entry.h"

#include <gtest/gtest.h>

namespace sesame::desktop {
namespace {

using Argv = std::vector<std::string>;

struct GoodRow {
    const char* exec;
    Argv argv;
    std::optional<std::size_t> fileAt{};
};

// M9, S32: what real entries say is understood.
TEST(ExecLine, SplitsByTheRulesOfTheSpecification) {
    const GoodRow rows[] = {
        {"gnome-calculator", {"gnome-calculator"}},
        {"  gnome-calculator   --mode=basic ", {"gnome-calculator", "--mode=basic"}},
        {"evince %U", {"evince"}, 1},
        {"gimp-2.10 %F", {"gimp-2.10"}, 1},
        {"mpv --player-operation-mode=pseudo-gui -- %u",
         {"mpv", "--player-operation-mode=pseudo-gui", "--"},
         3},
        {"app %f --last", {"app", "--last"}, 1},
        {"app %i -caption %c %k %f", {"app", "-caption"}, 2},
        {"app %d %D %n %N %v %m", {"app"}},
        {"app --name=%c", {"app"}},
        {"app --file=%f", {"app"}},
        {"app 100%%", {"app", "100%"}},
        {"\"/opt/My App/run\" %f", {"/opt/My App/run"}, 1},
        {R"("/opt/a\"b" "\$HOME" "\`id\`" "\\")", {"/opt/a\"b", "$HOME", "`id`", "\\"}},
        {"app \"\"", {"app", ""}},
        {"app \"a;b|c&d>e<f*g?h#i(j)k~l'm\"", {"app", "a;b|c&d>e<f*g?h#i(j)k~l'm"}},
        {"应用 --打开 %f", {"应用", "--打开"}, 2},
        {"env A=1 app %U", {"env", "A=1", "app"}, 3},
    };
    for (const GoodRow& row : rows) {
        const auto line = parseExec(row.exec);
        ASSERT_TRUE(line) << row.exec << ": " << line.error().detail;
        EXPECT_EQ(line->argv, row.argv) << row.exec;
        EXPECT_EQ(line->fileAt, row.fileAt) << row.exec;
    }
}

// M9, S32, I9: nothing that only a shell would understand gets through.
TEST(ExecLine, RefusesWhatOnlyAShellWouldUnderstand) {
    const char* const rows[] = {"",
                                "   ",
                                "%f",
                                "%U app",
                                "app; rm -rf x",
                                "app | sh",
                                "app && evil",
                                "app & evil",
                                "app > /etc/passwd",
                                "app < /etc/passwd",
                                "app $(id)",
                                "app `id`",
                                "app $HOME",
                                "app ~/x",
                                "app *",
                                "app a?",
                                "app #x",
                                "app (x)",
                                "app 'x'",
                                "app a\\ b",
                                "app\tx",
                                "app\nevil",
                                "app\revil",
                                "app \"x",
                                "app \"$HOME\"",
                                "app \"`id`\"",
                                "app \"a\\nb\"",
                                "app \"a\nb\"",
                                "app \"a\"b",
                                "app a\"b\"",
                                "app \"a\\",
                                "app \"%f\"",
                                "app \"%c\"",
                                "app %f %f",
                                "app %f %U",
                                "app %f%u",
                                "app %z",
                                "app %",
                                "app 50% x",
                                "\"\" x",
                                "A=1 app",
                                "-app",
                                "--help"};
    for (const char* row : rows)
        EXPECT_FALSE(parseExec(row)) << row;
}

}  // namespace
}  // namespace sesame::desktop
