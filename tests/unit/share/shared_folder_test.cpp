// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/share/shared_folder.h"

#include "support/temp_tree.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace sesame::share {
namespace {

using test::TempTree;

struct Home {
    TempTree tree;
    std::string home = tree.folder("home/li");
    Boundaries boundaries{home, {tree.folder("home/li/Chat")}};

    Result<SharedFolder> share(const std::string& below) const {
        return SharedFolder::open(tree.path(below), boundaries);
    }
};

std::string contentOf(const OpenedFile& file) {
    std::string out(file.size, '\0');
    EXPECT_EQ(::pread(file.descriptor.get(), out.data(), out.size(), 0), static_cast<ssize_t>(file.size));
    return out;
}

TEST(SharedFolder, OpensTheFilesBelowIt) {
    const Home world;
    world.tree.file("home/li/Photos/a.txt", "first");
    world.tree.file("home/li/Photos/2026/May/报告.txt", "second");
    const auto photos = world.share("home/li/Photos");
    ASSERT_TRUE(photos);
    EXPECT_EQ(photos->path(), world.tree.path("home/li/Photos"));
    EXPECT_EQ(photos->name(), "Photos");
    EXPECT_FALSE(photos->isFile());
    EXPECT_EQ(contentOf(*photos->openFile("a.txt")), "first");
    EXPECT_EQ(contentOf(*photos->openFile("2026/May/报告.txt")), "second");
    EXPECT_TRUE(photos->openFolder("2026/May"));
    EXPECT_EQ(photos->openFile("none.txt").error().code, ErrorCode::NotFound);
}

TEST(SharedFolder, StaysTheFolderThatWasConsentedTo) {
    const Home world;
    world.tree.file("home/li/Photos/a.txt", "mine");
    const auto photos = world.share("home/li/Photos");
    std::filesystem::rename(world.tree.path("home/li/Photos"), world.tree.path("home/li/Old"));
    world.tree.file("home/li/Photos/a.txt", "another");
    EXPECT_EQ(contentOf(*photos->openFile("a.txt")), "mine");
    EXPECT_NE(world.share("home/li/Photos")->fingerprint(), photos->fingerprint());
}

TEST(SharedFolder, AFileByItselfIsAllThereIs) {
    const Home world;
    world.tree.file("home/li/Documents/letter.txt", "dear");
    world.tree.file("home/li/Documents/other.txt", "other");
    const auto letter = world.share("home/li/Documents/letter.txt");
    ASSERT_TRUE(letter);
    EXPECT_TRUE(letter->isFile());
    EXPECT_EQ(contentOf(*letter->openFile("letter.txt")), "dear");
    EXPECT_FALSE(letter->openFile("other.txt"));
    EXPECT_FALSE(letter->openFolder(""));
    std::filesystem::rename(world.tree.path("home/li/Documents/other.txt"),
                            world.tree.path("home/li/Documents/letter.txt"));
    EXPECT_FALSE(letter->openFile("letter.txt"));
}

TEST(SharedFolder, SaysWhenAFileChangedWhileItWasRead) {
    const Home world;
    const std::string path = world.tree.file("home/li/Photos/a.txt", "first");
    const auto photos = world.share("home/li/Photos");
    const auto file = photos->openFile("a.txt");
    EXPECT_TRUE(file->checkUnchanged());
    std::ofstream(path, std::ios::app) << "more";
    EXPECT_EQ(file->checkUnchanged().error().code, ErrorCode::Changed);
    EXPECT_NE(photos->openFile("a.txt")->version, file->version);
}

struct RootRow {
    const char* below;
    bool shared;
};

// S33, M9: what may be shared at all.
TEST(SharedFolder, S33SharesFoldersAndNeverTooMuch) {
    const RootRow rows[] = {
        {"home/li/Photos", true},
        {"home/li/Documents/2026 tax", true},
        {"home/li/文档", true},
        {"disk/stick", true},
        {"home/li", false},
        {"home", false},
        {"", false},
        {"home/li/Chat", false},
        {"home/li/Chat/store", false},
        {"home/li/.ssh", false},
        {"home/li/.config/chromium/Default", false},
        {"home/li/.local/share/keyrings", false},
        {"home/li/snap", false},
        {"home/li/Maildir/cur", false},
        {"home/li/linked", false},
    };
    const Home world;
    world.tree.folder("home/li/.ssh");
    world.tree.link("home/li/linked", world.tree.path("home/li/.ssh"));
    for (const RootRow& row : rows) {
        if (std::string_view(row.below) != "home/li/linked")
            world.tree.folder(row.below);
        EXPECT_EQ(world.share(row.below).has_value(), row.shared) << row.below;
    }
    for (const char* path :
         {"/", "/etc", "/etc/ssh", "/usr/share", "/proc/self", "/proc/self/fd", "/dev/shm", "/sys/kernel",
          "/var/log", "/boot", "/run/user", "/tmp", "/home", "/root", "Photos", "", "/tmp/../etc"})
        EXPECT_FALSE(SharedFolder::open(path, world.boundaries)) << path;
}

// S33: a folder that holds our own data is too much, wherever that data is.
TEST(SharedFolder, S33NeverHoldsASecretPlace) {
    const Home world;
    world.tree.folder("home/li/Documents/Sesame/store");
    const Boundaries boundaries{world.home, {world.tree.path("home/li/Documents/Sesame")}};
    EXPECT_FALSE(SharedFolder::open(world.tree.path("home/li/Documents"), boundaries));
    EXPECT_FALSE(SharedFolder::open(world.tree.path("home/li/Documents/Sesame/store"), boundaries));
}

struct Row {
    const char* below;
    bool opens;
};

// S33, M38, M9: what is below a shared folder, and whether it is there for the other side.
TEST(SharedFolder, S33OpensNothingSecretAndNothingOutside) {
    const Home world;
    const auto at = [](const std::string& below) { return "home/li/Photos/" + below; };
    world.tree.file("home/li/outside.txt", "SECRET");
    const Row files[] = {
        {"plain.txt", true},           {"a/b/c/deep.txt", true},
        {" odd name\u202E.txt", true}, {"-dash.txt", true},
        {"line\nfeed.txt", true},      {"bytes\xFF.txt", true},
        {"script.sh", true},           {".hidden", false},
        {".git/config", false},        {"a/.env", false},
        {"keyrings/login", false},     {"snap/firefox/prefs.txt", false},
        {"store.kdbx", false},         {"server.PEM", false},
        {"id_ed25519", false},         {"backup/Login Data", false},
        {"backup/key4.db", false},
    };
    for (const Row& row : files)
        world.tree.file(at(row.below), "content");
    const auto photos = world.share("home/li/Photos");
    for (const Row& row : files)
        EXPECT_EQ(photos->openFile(row.below).has_value(), row.opens) << row.below;

    world.tree.link(at("link.txt"), world.tree.path("home/li/outside.txt"));
    world.tree.link(at("within.txt"), "plain.txt");
    world.tree.link(at("up"), "..");
    std::filesystem::create_hard_link(world.tree.path("home/li/outside.txt"),
                                      world.tree.path(at("hard.txt")));
    ASSERT_EQ(mkfifo(world.tree.path(at("fifo")).c_str(), 0600), 0);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{AF_UNIX, {}};
    world.tree.path(at("socket")).copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    ::close(socket);
    for (const std::string below :
         {"link.txt", "within.txt", "up/outside.txt", "hard.txt", "fifo", "socket", "a", "", ".", "..",
          "../outside.txt", "a/../plain.txt", "./plain.txt", "a//b/c/deep.txt", "/plain.txt", "plain.txt/",
          "/etc/passwd", "a/../../outside.txt"})
        EXPECT_FALSE(photos->openFile(below)) << below;
    EXPECT_FALSE(photos->openFile(std::string("plain.txt\0x", 11)));
    EXPECT_FALSE(photos->openFile(std::string(5000, 'a')));
    for (const char* below : {"up", "..", "a/..", "/", "/etc", ".git", "keyrings", "plain.txt", "none"})
        EXPECT_FALSE(photos->openFolder(below)) << below;
}

}  // namespace
}  // namespace sesame::share
