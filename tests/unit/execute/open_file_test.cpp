// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "execute/open_file.h"

#include "unit/execute/world.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace sesame::execute {
namespace {

using test::World;
using trigger::OpenFile;

trigger::Command atPath(const std::string& path) {
    return OpenFile{path, ""};
}
trigger::Command named(const std::string& name) {
    return OpenFile{"", name};
}

TEST(OpenFile, OpensTheFileWithItsApplication) {
    World world;
    const std::string path = world.tree.file("docs/报告 2026.txt");
    const auto grant = world.grant(atPath(path));
    EXPECT_EQ(grant.scope().target.display, path);
    const auto outcome = world.run(grant);
    EXPECT_EQ(outcome.kind, OutcomeKind::Started);
    EXPECT_EQ(outcome.target, "报告 2026.txt");
    EXPECT_EQ(world.launcher.started, (std::vector<std::vector<std::string>>{{"viewer", "--flag", path}}));
}

TEST(OpenFile, SaysWhenThereIsNoSuchFile) {
    World world;
    EXPECT_TRUE(world.resolve(atPath(world.tree.path("docs/none.txt")))->targets.empty());
    EXPECT_TRUE(world.resolve(named("none"))->targets.empty());
}

TEST(OpenFile, SaysWhenNothingOpensIt) {
    World world;
    world.programs.defaultId = "";
    EXPECT_EQ(world.run(world.grant(atPath(world.tree.file("docs/a.txt")))).kind, OutcomeKind::NotFound);
    world.programs.defaultId = "viewer.desktop";
    world.programs.programs[1].fileAt.reset();
    EXPECT_EQ(world.run(world.grant(atPath(world.tree.file("docs/a.txt")))).kind, OutcomeKind::NotFound);
    EXPECT_TRUE(world.nothingRan());
}

// M36, S31: legal odd names reach the application as one literal argument.
TEST(OpenFile, M36PassesOddNamesAsOneArgument) {
    for (const char* odd :
         {"a b.txt",       "a  b.txt", "a'b.txt",     "a\"b.txt",  "$CANARY.txt",  "`CANARY`.txt",
          "$(CANARY).txt", "a;b.txt",  "a|b.txt",     "a&b.txt",   "*.txt",        "?.txt",
          "~.txt",         "%f.txt",   "%U %i.txt",   "a\\nb.txt", "#x.txt",       "!x.txt",
          "{a,b}.txt",     "a=b.txt",  "计算 器.txt", "é.txt",     "👍🏽.txt", "<b>x</b>.txt",
          "&amp;.txt",     "%1.txt"}) {
        World world;
        const std::string path = world.tree.file(std::string("docs/") + odd);
        EXPECT_EQ(world.run(world.grant(atPath(path))).kind, OutcomeKind::Started) << odd;
        EXPECT_EQ(world.launcher.started,
                  (std::vector<std::vector<std::string>>{{"viewer", "--flag", path}}));
    }
}

struct Row {
    const char* what;
    const char* path;  ///< below docs/
    bool opens;
    const char* content = "text\n";
    bool runs = false;
};

// M9, S31: what is there, and whether it may be opened.
TEST(OpenFile, S31OpensDocumentsAndNothingThatRuns) {
    const Row rows[] = {
        {"a note", "note.txt", true},
        {"a note that looks runnable, as on a memory stick", "note.txt", true, "text\n", true},
        {"no extension", "README", true},
        {"several dots", "v1.2.final.txt", true},
        {"a picture", "cat.png", true, "\x89PNG\r\n\x1a\n"},
        {"a document", "letter.pdf", true, "%PDF-1.4\n"},
        {"a film", "film.mp4", true,
         "\0\0\0\x18"
         "ftypmp42"},
        {"a page", "page.html", true, "<!doctype html><p>x"},
        {"an archive", "all.zip", true, "PK\x03\x04"},
        {"in a folder", "a/b/c.txt", true},
        {"an empty file", "empty.txt", true, ""},
        {"extension in capitals", "PHOTO.JPG", true, "\xFF\xD8\xFF\xE0"},
        {"a word that is an extension", "sh", true},
        {"an ending before the last", "setup.exe.txt", true},
        {"shell script", "a.sh", false},
        {"shell script in capitals", "a.SH", false},
        {"wide letters", "a.ｓｈ", false},
        {"double extension", "invoice.pdf.sh", false},
        {"double extension for Windows", "photo.jpg.exe", false},
        {"launcher", "a.desktop", false},
        {"python", "a.py", false},
        {"perl", "a.pl", false},
        {"jar", "a.jar", false},
        {"AppImage", "a.AppImage", false},
        {"installer", "a.run", false},
        {"package", "a.deb", false},
        {"other package", "a.rpm", false},
        {"flatpak reference", "a.flatpakref", false},
        {"Windows script", "a.vbs", false},
        {"Windows batch", "a.bat", false},
        {"Windows link", "a.lnk", false},
        {"link to the web", "a.url", false},
        {"screen saver", "a.scr", false},
        {"web start", "a.jnlp", false},
        {"JavaScript", "a.js", false},
        {"macros", "a.docm", false},
        {"VPN settings with scripts", "a.ovpn", false},
        {"password store", "a.kdbx", false},
        {"private key", "a.pem", false},
        {"mailbox", "a.mbox", false},
        {"script under a harmless name", "note.txt", false, "#!/bin/sh\nrm -rf x\n"},
        {"script with a mark in front", "note.txt", false, "\xEF\xBB\xBF#!/bin/sh\n"},
        {"script without a name for it", "run-me", false, "#!/usr/bin/python3\n"},
        {"program", "program", false,
         "\x7F"
         "ELF\x02\x01\x01"},
        {"program under a harmless name", "cat.png", false,
         "\x7F"
         "ELF\x02\x01\x01"},
        {"Windows program under a harmless name", "letter.pdf", false, "MZ\x90"},
        {"launcher under a harmless name", "note.txt", false, "[Desktop Entry]\nExec=sh\n"},
        {"marked as a program, says nothing", "thing", false, "echo hello\n", true},
        {"trailing dot", "a.sh.", false},
        {"trailing space", "a.sh ", false},
        {"leading dash", "-rf.txt", false},
        {"leading dash in a folder's name", "--x/a.txt", false},
        {"newline", "a\nb.txt", false},
        {"tab", "a\tb.txt", false},
        {"escape", "a\x1B[2Jb.txt", false},
        {"right-to-left override", "a\xE2\x80\xAEtxt.exe", false},
        {"right-to-left override at the end", "a\xE2\x80\xAEtxt.pdf", false},
        {"isolate", "a\xE2\x81\xA6.txt", false},
        {"zero width", "a\xE2\x80\x8B.txt", false},
        {"byte order mark", "a\xEF\xBB\xBF.txt", false},
        {"not UTF-8", "a\xFF.txt", false},
        {"hidden file", ".profile.txt", false},
        {"hidden folder", ".ssh/known_hosts", false},
        {"key ring", ".local/share/keyrings/login.txt", false},
        {"browser", ".mozilla/firefox/x/logins.json", false},
        {"other browser", ".config/google-chrome/Default/Cookies", false},
        {"hidden in the middle", "a/.b/c.txt", false},
        {"own data", "own data/client.db", false},
        {"mail folder", "Maildir/cur/1.txt", false},
        {"snap's folder", "snap/chromium/common/chromium/Default/Cookies", false},
    };
    for (const Row& row : rows) {
        World world;
        const std::string path = world.tree.file(std::string("docs/") + row.path, row.content, row.runs);
        const auto resolved = world.resolve(atPath(path));
        EXPECT_EQ(resolved && resolved->targets.size() == 1, row.opens) << row.what;
        EXPECT_EQ(resolved.has_value(), row.opens) << row.what;
        // M38: and a search by the bare name agrees.
        const auto found =
            world.resolve(named(std::string(row.path).substr(std::string(row.path).rfind('/') + 1)));
        EXPECT_EQ(found && found->targets.size() == 1, row.opens) << row.what;
    }
}

// M9, S31: paths that lead somewhere else.
TEST(OpenFile, S31StaysInsideTheAllowedPlaces) {
    World world;
    world.tree.file("outside.txt");
    world.tree.file("docs/in.txt");
    world.tree.file("docs-not/x.txt");
    world.tree.folder("docs/folder");
    world.tree.link("docs/link.txt", "../outside.txt");
    world.tree.link("docs/absolute.txt", world.tree.path("outside.txt"));
    world.tree.link("docs/inside.txt", "in.txt");
    world.tree.link("docs/up", "..");
    world.tree.link("docs/loop", "loop");
    world.tree.link("docs/null.txt", "/dev/null");
    world.tree.link("docs/self.txt", "/proc/self/environ");
    ASSERT_EQ(mkfifo(world.tree.path("docs/pipe.txt").c_str(), 0600), 0);
    const int socketFd = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{AF_UNIX, {}};
    const std::string socketPath = world.tree.path("docs/socket.txt");
    ASSERT_LT(socketPath.size(), sizeof address.sun_path);
    std::copy(socketPath.begin(), socketPath.end(), address.sun_path);
    ASSERT_EQ(bind(socketFd, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ::close(socketFd);
    const std::string docs = world.tree.path("docs");
    const std::string rows[] = {docs + "/../outside.txt",
                                docs + "/folder/../in.txt",
                                docs + "/./in.txt",
                                docs + "//in.txt",
                                docs + "/in.txt/",
                                docs + "/",
                                docs,
                                docs + "/folder",
                                docs + "/link.txt",
                                docs + "/absolute.txt",
                                docs + "/inside.txt",
                                docs + "/up/outside.txt",
                                docs + "/loop",
                                docs + "/null.txt",
                                docs + "/self.txt",
                                docs + "/pipe.txt",
                                socketPath,
                                world.tree.path("outside.txt"),
                                world.tree.path("docs-not/x.txt"),
                                "/etc/passwd",
                                "/dev/null",
                                "/dev/tty",
                                "/proc/self/environ",
                                "/",
                                "//",
                                "in.txt",
                                "./in.txt",
                                "../docs/in.txt",
                                "~/in.txt",
                                "$HOME/in.txt",
                                "file://" + docs + "/in.txt",
                                "file:" + docs + "/in.txt",
                                "https://example.org/in.txt",
                                "smb://host/share/in.txt",
                                "javascript:alert(1)",
                                "-rf",
                                "C:\\in.txt",
                                " " + docs + "/in.txt",
                                docs + "/in.txt\n",
                                docs + std::string("/in.txt\0", 8),
                                docs + std::string("/in.txt\0.png", 12),
                                docs + "/" + std::string(300, 'a'),
                                "/" + std::string(5000, 'a')};
    for (const std::string& row : rows)
        EXPECT_FALSE(world.resolve(atPath(row))) << row;
    EXPECT_TRUE(world.resolve(atPath(docs + "/in.txt")));
}

TEST(OpenFile, AllowsAPlaceThatIsALinkItself) {
    World world;
    const std::string real = world.tree.file("disk/real.txt");
    world.tree.link("link", "disk");
    Dispatcher dispatcher(Machine{world.clock,
                                  world.programs,
                                  world.windows,
                                  world.launcher,
                                  world.settings,
                                  world.remote,
                                  world.share,
                                  {world.tree.path("link")}});
    EXPECT_EQ(dispatcher.resolve(named("real"), {})->targets.at(0).display, real);
}

TEST(OpenFile, WantsEitherPathOrName) {
    World world;
    EXPECT_FALSE(world.resolve(OpenFile{}));
    EXPECT_FALSE(world.resolve(OpenFile{world.tree.file("docs/a.txt"), "a"}));
    for (const std::string name : {"../a", "a/b", "/a", "a\n",
                                   "\xE2\x80\xAE"
                                   "a"})
        EXPECT_FALSE(world.resolve(named(name))) << name;
}

// I2, M2: the object that was shown, or nothing.
TEST(OpenFile, M2NeverOpensAnythingThatWasNotShown) {
    using Change = void (*)(const test::TempTree&, const std::string&);
    namespace fs = std::filesystem;
    const Change changes[] = {
        [](const test::TempTree& tree, const std::string&) { tree.file("docs/a.txt", "other text\n"); },
        [](const test::TempTree& tree, const std::string& path) {
            fs::remove(path);
            tree.file("docs/a.txt", "text\n");
        },
        [](const test::TempTree& tree, const std::string& path) {
            fs::rename(tree.file("docs/b.txt"), path);
        },
        [](const test::TempTree&, const std::string& path) { fs::remove(path); },
        [](const test::TempTree& tree, const std::string& path) {
            fs::remove(path);
            tree.link("docs/a.txt", tree.file("outside.txt"));
        },
        [](const test::TempTree&, const std::string& path) {
            fs::remove(path);
            ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
        },
        [](const test::TempTree&, const std::string& path) {
            fs::remove(path);
            fs::create_directory(path);
        },
        [](const test::TempTree&, const std::string& path) { fs::permissions(path, fs::perms::all); },
        [](const test::TempTree& tree, const std::string&) {
            fs::rename(tree.path("docs"), tree.path("old"));
            fs::create_directory(tree.path("docs"));
            fs::copy(tree.path("old/a.txt"), tree.path("docs/a.txt"));
        },
        [](const test::TempTree& tree, const std::string&) {
            fs::rename(tree.path("docs"), tree.path("old"));
            fs::create_directory_symlink("old", tree.path("docs"));
        }};
    for (const Change change : changes) {
        World world;
        const std::string path = world.tree.file("docs/a.txt");
        const auto grant = world.grant(atPath(path));
        change(world.tree, path);
        EXPECT_NE(world.run(grant).kind, OutcomeKind::Started);
        EXPECT_TRUE(world.nothingRan());
        EXPECT_EQ(world.run(grant).kind, OutcomeKind::Expired);
    }
}

TEST(OpenFile, M2LooksAgainAfterChoosingTheApplication) {
    World world;
    const std::string path = world.tree.file("docs/a.txt");
    const auto grant = world.grant(atPath(path));
    world.programs.onDefaultFor = [&](const std::string&) { world.tree.file("docs/a.txt", "swapped\n"); };
    EXPECT_EQ(world.run(grant).kind, OutcomeKind::Expired);
    EXPECT_TRUE(world.nothingRan());
}

TEST(OpenFile, M2NeverTrustsThePathOfAForgedTarget) {
    World world;
    for (const std::string path : {"/etc/passwd", "/dev/null", "", "relative"}) {
        const auto grant = test::grantFor(world.clock, test::scopeFor(atPath(path), {path, path, "1"}));
        EXPECT_NE(world.run(grant).kind, OutcomeKind::Started);
    }
    EXPECT_TRUE(world.nothingRan());
}

}  // namespace
}  // namespace sesame::execute
