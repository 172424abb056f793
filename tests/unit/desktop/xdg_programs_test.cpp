// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/xdg_programs.h"

#include "support/temp_tree.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace sesame::desktop {
namespace {

/// A machine with a system, a user, and a few programs.
struct Machine {
    Machine() {
        for (const char* name : {"calc", "edit", "view", "sh", "bash", "xterm", "env"})
            tree.file(std::string("bin/") + name, "", true);
        places.home = tree.folder("home");
        places.dataHome = tree.folder("home/.local/share");
        places.dataDirs = {tree.folder("local"), tree.folder("usr")};
        places.configHome = tree.folder("home/.config");
        places.configDirs = {tree.folder("etc")};
        places.currentDesktop = {"GNOME"};
        places.searchPath = {tree.path("bin")};
        places.locale = "en_GB";
    }
    std::string system(const std::string& name, const std::string& body) {
        return tree.file("usr/applications/" + name, head + body);
    }
    std::string user(const std::string& name, const std::string& body) {
        return tree.file("home/.local/share/applications/" + name, head + body);
    }
    XdgPrograms programs() const { return XdgPrograms(places); }
    std::string best(const std::string& said) const {
        const auto found = programs().find(said);
        return found.empty() ? "" : found.front().id;
    }

    const std::string head = "[Desktop Entry]\nType=Application\n";
    test::TempTree tree;
    XdgPlaces places;
};

TEST(XdgPrograms, FindsByAnyNameInAnyLanguage) {
    Machine machine;
    machine.system(
        "org.gnome.Calculator.desktop",
        "Name=Calculator\nName[zh_CN]=计算器\nName[de]=Taschenrechner\nGenericName=Adding machine\n"
        "Exec=calc\nDBusActivatable=true\n");
    for (const char* said : {"计算器", "计 算 器", "Calculator", "calculator", "CALCULATOR",
                             "Ｃａｌｃｕｌａｔｏｒ", "taschenrechner", "adding machine", "AddingMachine",
                             "org.gnome.Calculator", "org.gnome.calculator.desktop", "计算器程序",
                             "the calculator app", " calculator ", "计算器软件", "calculator program"})
        EXPECT_EQ(machine.best(said), "org.gnome.Calculator.desktop") << said;
    for (const char* said : {"", " ", "计算", "calc", "程序", "app", "the", "notes", "算器"})
        EXPECT_EQ(machine.best(said), "") << said;
}

TEST(XdgPrograms, AnExactNameBeatsAProgramWord) {
    Machine machine;
    machine.system("a.desktop", "Name=Photo\nExec=calc\n");
    machine.system("b.desktop", "Name=Photo app\nExec=view\n");
    EXPECT_EQ(machine.best("photo app"), "b.desktop");
    EXPECT_EQ(machine.best("photo program"), "a.desktop");
}

TEST(XdgPrograms, PutsTheNameBeforeTheGenericName) {
    Machine machine;
    machine.system("a.desktop", "Name=Fox\nGenericName=Browser\nExec=calc\n");
    machine.system("b.desktop", "Name=Browser\nExec=view\n");
    const auto found = machine.programs().find("browser");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].id, "b.desktop");
}

TEST(XdgPrograms, ShowsTheUsersOwnLanguage) {
    Machine machine;
    machine.places.locale = "zh_CN";
    machine.system("a.desktop", "Name=Calculator\nName[zh_CN]=计算器\nName[zh]=x\nExec=calc\n");
    EXPECT_EQ(machine.programs().find("calculator").front().name, "计算器");
    machine.places.locale = "zh_TW";
    EXPECT_EQ(machine.programs().find("calculator").front().name, "x");
}

TEST(XdgPrograms, MakesIdsFromSubfolders) {
    Machine machine;
    machine.system("kde/calc.desktop", "Name=KCalc\nExec=calc\n");
    EXPECT_EQ(machine.best("kcalc"), "kde-calc.desktop");
}

// S32
TEST(XdgPrograms, MarksAUsersEntryThatShadowsTheSystems) {
    Machine machine;
    machine.system("a.desktop", "Name=Calculator\nExec=calc\n");
    EXPECT_FALSE(machine.programs().find("calculator").front().userInstalled);
    const std::string own = machine.user("a.desktop", "Name=Calculator\nExec=view\n");
    const auto found = machine.programs().find("calculator");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].userInstalled);
    EXPECT_EQ(found[0].file, own);
}

TEST(XdgPrograms, S32PutsTheSystemsProgramBeforeANamesake) {
    Machine machine;
    machine.user("aaa.desktop", "Name=Calculator\nExec=view\n");
    machine.system("zzz.desktop", "Name=Calculator\nExec=calc\n");
    EXPECT_EQ(machine.best("calculator"), "zzz.desktop");
}

TEST(XdgPrograms, AHiddenEntryTakesTheSystemsAway) {
    Machine machine;
    const std::string file = machine.system("a.desktop", "Name=Calculator\nExec=calc\n");
    machine.user("a.desktop", "Hidden=true\n");
    EXPECT_EQ(machine.best("calculator"), "");
    EXPECT_EQ(machine.programs().byFile(file).error().code, ErrorCode::NotFound);
}

// M9, S32: one row, one entry; the last column says whether it may be found.
TEST(XdgPrograms, S32KeepsToThePolicy) {
    struct Row {
        const char* body;
        bool found;
    };
    const Row rows[] = {{"Exec=calc\n", true},
                        {"Exec=calc %U\n", true},
                        {"Exec=\"calc\" --flag\n", true},
                        {"Exec=env GDK_BACKEND=x11 calc\n", true},
                        {"Exec=calc\nTryExec=calc\n", true},
                        {"Exec=calc\nOnlyShowIn=GNOME;\n", true},
                        {"Exec=calc\nNotShowIn=KDE;\n", true},
                        {"Exec=calc\nIcon[$e]=$(id)\n", true},
                        {"Exec=calc\nTerminal=false\nStartupNotify=true\n", true},
                        {"Exec=calc\nNoDisplay=false\nHidden=false\n", true},
                        {"Exec=calc\nActions=new;\n[Desktop Action new]\nExec=sh -c evil\nName=New\n", true},
                        {"Exec=calc\nTryExec=missing\n", false},
                        {"Exec=calc\nOnlyShowIn=KDE;\n", false},
                        {"Exec=calc\nNotShowIn=GNOME;\n", false},
                        {"Exec=calc\nNoDisplay=true\n", false},
                        {"Exec=calc\nHidden=true\n", false},
                        {"Exec=calc\nTerminal=true\n", false},
                        {"Exec=missing\n", false},
                        {"Exec=sh -c \"calc\"\n", false},
                        {"Exec=bash -c calc\n", false},
                        {"Exec=/bin/sh -c calc\n", false},
                        {"Exec=xterm -e calc\n", false},
                        {"Exec=env sh -c calc\n", false},
                        {"Exec=calc; sh\n", false},
                        {"Exec=calc $(id)\n", false},
                        {"Exec=calc \\nsh\n", false},
                        {"Exec=./calc\n", false},
                        {"Exec=%f\n", false},
                        {"Exec=calc %Q\n", false},
                        {"Exec=\n", false},
                        {"DBusActivatable=true\n", false},
                        {"Exec=calc\nExec=sh\n", false},
                        {"Exec=calc\nType=Link\n", false},
                        {"Exec[de]=calc\n", false}};
    for (const Row& row : rows) {
        Machine machine;
        machine.system("a.desktop", std::string("Name=Thing\n") + row.body);
        EXPECT_EQ(machine.best("thing") == "a.desktop", row.found) << row.body;
    }
}

TEST(XdgPrograms, S32RefusesNamesThatWouldBreakTheDialog) {
    Machine machine;
    machine.system("a.desktop", "Name=Thing\\nOpen nothing\nName[de]=thing\nExec=calc\n");
    machine.system("b.desktop", "Exec=calc\n");
    EXPECT_EQ(machine.best("thing"), "");
    EXPECT_EQ(machine.best("b"), "");
}

TEST(XdgPrograms, S32NeverWaitsOnAPipeInTheMenu) {
    Machine machine;
    machine.system("a.desktop", "Name=Thing\nExec=calc\n");
    ASSERT_EQ(mkfifo(machine.tree.path("usr/applications/b.desktop").c_str(), 0600), 0);
    EXPECT_EQ(machine.best("thing"), "a.desktop");
}

// I2: the fingerprint follows content, place and program file.
TEST(XdgPrograms, I2FingerprintSeesEveryChange) {
    Machine machine;
    const std::string file = machine.system("a.desktop", "Name=Thing\nExec=calc\n");
    const std::string before = machine.programs().byFile(file)->fingerprint;
    EXPECT_EQ(machine.programs().byFile(file)->fingerprint, before);
    machine.system("a.desktop", "Name=Thing\nExec=calc -x\n");
    const std::string after = machine.programs().byFile(file)->fingerprint;
    EXPECT_NE(after, before);
    machine.tree.file("bin/calc", "other", true);
    EXPECT_NE(machine.programs().byFile(file)->fingerprint, after);
    machine.system("a.desktop", "Name=Thing\nExec=sh\n");
    EXPECT_EQ(machine.programs().byFile(file).error().code, ErrorCode::Refused);
    std::filesystem::remove(file);
    EXPECT_EQ(machine.programs().byFile(file).error().code, ErrorCode::NotFound);
}

TEST(XdgPrograms, ReadsOnlyEntriesOfTheMenu) {
    Machine machine;
    const std::string elsewhere =
        machine.tree.file("home/Downloads/a.desktop", machine.head + "Name=a\nExec=calc\n");
    EXPECT_EQ(machine.programs().byFile(elsewhere).error().code, ErrorCode::NotFound);
}

struct Documents : Machine {
    Documents() {
        system("edit.desktop", "Name=Edit\nExec=edit %F\nMimeType=text/plain;\n");
        system("other.desktop", "Name=Other\nExec=view -- %u end\nMimeType=text/plain;\nNoDisplay=true\n");
        system("plain.desktop", "Name=Plain\nExec=calc\nMimeType=text/plain;\n");
        system("term.desktop", "Name=Term\nExec=edit %f\nTerminal=true\nMimeType=text/plain;\n");
    }
    void defaults(const std::string& lines) { tree.file("home/.config/mimeapps.list", lines); }
    std::string opener(const std::string& path) const {
        const auto program = programs().defaultFor(path);
        return program ? program->id : "";
    }
    std::string note = tree.file("home/note.txt");
};

TEST(XdgPrograms, OpensWithTheUsersDefault) {
    Documents documents;
    EXPECT_EQ(documents.opener(documents.note), "edit.desktop");
    documents.defaults("[Default Applications]\ntext/plain=gone.desktop;other.desktop;edit.desktop;\n");
    EXPECT_EQ(documents.opener(documents.note), "other.desktop");
    EXPECT_EQ(documents.programs().defaultFor(documents.note)->argvFor("/a b"),
              (std::vector<std::string>{"view", "--", "/a b", "end"}));
}

TEST(XdgPrograms, OpensWithADesktopsOwnDefaultFirst) {
    Documents documents;
    documents.defaults("[Default Applications]\ntext/plain=edit.desktop\n");
    documents.tree.file("home/.config/gnome-mimeapps.list",
                        "[Default Applications]\ntext/plain=other.desktop\n");
    EXPECT_EQ(documents.opener(documents.note), "other.desktop");
}

TEST(XdgPrograms, FallsBackToAMoreGeneralType) {
    Documents documents;
    EXPECT_EQ(documents.opener(documents.tree.file("home/table.csv", "a,b\n")), "edit.desktop");
}

TEST(XdgPrograms, S32PassesOverHandlersThatPolicyForbidsOrThatTakeNoFile) {
    Documents documents;
    documents.defaults("[Default Applications]\ntext/plain=term.desktop;plain.desktop;other.desktop\n");
    EXPECT_EQ(documents.opener(documents.note), "other.desktop");
}

TEST(XdgPrograms, RespectsRemovedAssociations) {
    Documents documents;
    documents.defaults("[Removed Associations]\ntext/plain=edit.desktop;other.desktop;\n");
    EXPECT_EQ(documents.opener(documents.note), "");
}

TEST(XdgPrograms, OpensAFolderWithWhatIsForFolders) {
    Documents documents;
    EXPECT_EQ(documents.opener(documents.tree.folder("home/trip.txt")), "");
    documents.system("files.desktop", "Name=Files\nExec=view %U\nMimeType=inode/directory;\n");
    EXPECT_EQ(documents.opener(documents.tree.folder("home/trip.txt")), "files.desktop");
    documents.tree.link("home/link", "trip.txt");
    EXPECT_EQ(documents.opener(documents.tree.path("home/link")), "");
}

TEST(XdgPrograms, SaysWhenNothingOpensAType) {
    Documents documents;
    EXPECT_EQ(
        documents.programs().defaultFor(documents.tree.file("home/a.png", "\x89PNG\r\n\x1a\n")).error().code,
        ErrorCode::NotFound);
}

}  // namespace
}  // namespace sesame::desktop
