// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/desktop_entry.h"

#include <gtest/gtest.h>

namespace sesame::desktop {
namespace {

using namespace std::string_literals;

TEST(DesktopEntry, ReadsWhatMatters) {
    const auto entry = parseDesktopEntry(
        "# comment\n\n[Desktop Entry]\nType=Application\nName=Calculator\nName[zh_CN]=计算器\n"
        "GenericName[de]=Rechner\nExec=galculator %f\nTryExec=galculator\nStartupWMClass=Galculator\n"
        "Terminal=false\nNoDisplay=true\nOnlyShowIn=GNOME;KDE;\nMimeType=text/plain;a/b\n"
        "[Desktop Action new]\nExec=sh -c evil\nName=Evil\n");
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->type, "Application");
    EXPECT_EQ(entry->names.at(""), "Calculator");
    EXPECT_EQ(entry->names.at("zh_CN"), "计算器");
    EXPECT_EQ(entry->genericNames.at("de"), "Rechner");
    EXPECT_EQ(entry->exec, "galculator %f");
    EXPECT_EQ(entry->windowClass, "Galculator");
    EXPECT_TRUE(entry->noDisplay);
    EXPECT_FALSE(entry->terminal);
    EXPECT_EQ(entry->onlyShowIn, (std::vector<std::string>{"GNOME", "KDE"}));
    EXPECT_EQ(entry->mimeTypes, (std::vector<std::string>{"text/plain", "a/b"}));
}

// S32
TEST(DesktopEntry, IgnoresKeysNobodyAskedFor) {
    const auto entry = parseDesktopEntry(
        "[Desktop Entry]\nExec=a\nIcon[$e]=$(id)\nExec[$e]=$(id)\nExec[de]=evil\nX-KDE-Exec=evil\nURL=evil\n"
        "Path=/tmp\nexec=evil\n");
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->exec, "a");
}

TEST(DesktopEntry, UndoesStringEscapesBeforeQuoting) {
    EXPECT_EQ(parseDesktopEntry("[Desktop Entry]\nExec=\"a\\\\\\\\b\"\n")->exec, R"("a\\b")");
    EXPECT_EQ(parseDesktopEntry("[Desktop Entry]\nExec=a\\sb\n")->exec, "a b");
    EXPECT_EQ(parseDesktopEntry("[Desktop Entry]\nExec=a\\nb\n")->exec, "a\nb");
}

TEST(DesktopEntry, AcceptsOddButLegalForms) {
    for (const auto& text :
         {"[Desktop Entry]\r\nExec = a \r\n"s, "\n\n# x\n[Desktop Entry]\nExec=a"s,
          "[Desktop Entry]\nExec=a\n\n[Other]\nExec=b\n"s, "[Desktop Entry]\nExec=a\n[Other]\n???\n"s})
        EXPECT_EQ(parseDesktopEntry(text).has_value() ? parseDesktopEntry(text)->exec : "refused", "a")
            << text;
}

TEST(DesktopEntry, RefusesWhatIsNotOne) {
    for (const auto& text :
         {""s, "x"s, "Exec=a\n"s, "[Other]\nExec=a\n"s, "[Other]\n[Desktop Entry]\nExec=a\n"s,
          "[Desktop Entry]\nExec=a\n[Desktop Entry]\nExec=b\n"s, "[Desktop Entry]\nExec=a\nExec=b\n"s,
          "[Desktop Entry]\nExec=a\nName[de=x\n"s, "[Desktop Entry]\nExec=a\n=x\n"s,
          "[Desktop Entry]\nExec=a\nrubbish\n"s, "[Desktop Entry]\nExec=a\0b\n"s,
          "[Desktop Entry]\nName=\xFF\xFE\nExec=a\n"s, "[Desktop Entry]\nExec=a\\\n"s,
          "[Desktop Entry]\nTerminal=perhaps\n"s, "[Desktop Entry]\nExec="s + std::string(2 << 20, 'a')})
        EXPECT_FALSE(parseDesktopEntry(text)) << text.substr(0, 60);
}

TEST(DesktopEntry, SurvivesEveryTruncation) {
    const std::string whole =
        "[Desktop Entry]\nType=Application\nName[zh]=计算器\nExec=\"a b\" %f\nTerminal=false\n";
    for (std::size_t length = 0; length <= whole.size(); ++length)
        if (const auto entry = parseDesktopEntry(whole.substr(0, length)))
            static_cast<void>(parseExec(entry->exec));
    EXPECT_TRUE(parseDesktopEntry(whole));
}

}  // namespace
}  // namespace sesame::desktop
