// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/places.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace {

std::string contentOf(const std::filesystem::path& path) {
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

bool isChecked(std::string before) {
    before.erase(before.find_last_not_of(" \n") + 1);
    return before.ends_with("must(") || before.ends_with("succeeded(") || before.ends_with("isYes(");
}

// M21
TEST(Sources, M21DropNoResultOfTheLibrary) {
    const std::regex call("crypto_[a-z0-9_]+\\(");
    int calls = 0;
    for (const auto& entry : std::filesystem::directory_iterator(SESAME_SOURCE_DIR "/src/crypto")) {
        const std::string text = contentOf(entry.path());
        for (std::sregex_iterator it(text.begin(), text.end(), call), end; it != end; ++it, ++calls)
            EXPECT_TRUE(isChecked(it->prefix().str())) << entry.path() << ": " << it->str();
    }
    EXPECT_GT(calls, 20);
}

}  // namespace
