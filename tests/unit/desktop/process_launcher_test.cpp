// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/process_launcher.h"

#include "support/temp_tree.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <sstream>

namespace sesame::desktop {
namespace {

/// A program that tells through a pipe what it was started with; opening the pipe waits for it, so no test
/// has to guess how long that takes.
class Witness {
  public:
    Witness() {
        mkfifo(tree_.path("pipe").c_str(), 0600);
        tree_.file("witness",
                   "#!/bin/sh\n{ echo \"$#\"; for a in \"$@\"; do printf '%s\\0' \"$a\"; done; } > '" +
                       tree_.path("pipe") + "'\n",
                   true);
        tree_.file("facts",
                   "#!/bin/sh\n{ pwd; readlink /proc/$$/fd/0; cut -d' ' -f6 /proc/$$/stat; "
                   "test -e /proc/$$/fd/77 && echo leaked || echo clean; } > '" +
                       tree_.path("pipe") + "'\n",
                   true);
    }
    std::string program(const std::string& name = "witness") const { return tree_.path(name); }
    std::string report() const {
        std::ifstream in(tree_.path("pipe"), std::ios::binary);
        std::stringstream out;
        out << in.rdbuf();
        return out.str();
    }
    const test::TempTree& tree() const { return tree_; }

  private:
    test::TempTree tree_;
};

// I9, M36: what goes in comes out, byte for byte, whatever a shell would have made of it.
TEST(ProcessLauncher, M36PassesEveryArgumentLiterally) {
    Witness witness;
    ProcessLauncher launcher;
    for (const std::string odd : {"/tmp/a b.txt",
                                  "/tmp/a'b.txt",
                                  "/tmp/a\"b.txt",
                                  "/tmp/$CANARY",
                                  "/tmp/`CANARY`",
                                  "/tmp/$(CANARY)",
                                  "/tmp/a;b",
                                  "/tmp/a|b",
                                  "/tmp/a&b",
                                  "/tmp/*",
                                  "/tmp/?",
                                  "/tmp/~",
                                  "/tmp/%f",
                                  "/tmp/%U %i",
                                  "/tmp/\\n",
                                  "-rf",
                                  "--help",
                                  "",
                                  " ",
                                  "a\nb",
                                  "/tmp/计算 器",
                                  "/tmp/é",
                                  "#x",
                                  "!x",
                                  "{a,b}",
                                  "\x01"}) {
        const auto pid = launcher.start({witness.program(), odd, "end"});
        ASSERT_TRUE(pid) << odd;
        using namespace std::string_literals;
        EXPECT_EQ(witness.report(), "2\n" + odd + "\0end\0"s) << odd;
    }
}

TEST(ProcessLauncher, StartsInASessionOfItsOwnWithNothingInherited) {
    Witness witness;
    ProcessLauncher launcher;
    const int null = ::open("/dev/null", O_RDONLY);
    ASSERT_EQ(dup2(null, 77), 77);
    ASSERT_EQ(setenv("HOME", witness.tree().root().c_str(), 1), 0);
    const auto pid = launcher.start({witness.program("facts")});
    ASSERT_TRUE(pid);
    EXPECT_EQ(witness.report(), witness.tree().root() + "\n/dev/null\n" + std::to_string(*pid) + "\nclean\n");
    ::close(77);
    ::close(null);
}

TEST(ProcessLauncher, LeavesNoZombieAndNoChild) {
    Witness witness;
    ProcessLauncher launcher;
    ASSERT_TRUE(launcher.start({witness.program()}));
    EXPECT_EQ(witness.report(), "0\n");
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
    EXPECT_EQ(errno, ECHILD);
}

TEST(ProcessLauncher, SaysWhatDoesNotStart) {
    Witness witness;
    ProcessLauncher launcher;
    witness.tree().file("broken",
                        "\x7F"
                        "ELF not really",
                        true);
    witness.tree().file("no-interpreter", "#!/does/not/exist\n", true);
    EXPECT_EQ(launcher.start({}).error().code, ErrorCode::Malformed);
    EXPECT_EQ(launcher.start({std::string("a\0b", 3)}).error().code, ErrorCode::Malformed);
    EXPECT_EQ(launcher.start({"sesame-no-such-program"}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(launcher.start({"/does/not/exist"}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(launcher.start({"./witness"}).error().code, ErrorCode::Refused);
    EXPECT_EQ(launcher.start({witness.program("no-interpreter")}).error().code, ErrorCode::NotFound);
    // Not even a file the kernel cannot run is handed to a shell.
    EXPECT_EQ(launcher.start({witness.program("broken")}).error().code, ErrorCode::Io);
}

}  // namespace
}  // namespace sesame::desktop
