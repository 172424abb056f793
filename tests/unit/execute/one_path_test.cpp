// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/places.h"

#include "sesame/execute/dispatcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace sesame::execute {
namespace {

namespace fs = std::filesystem;

// Only a grant runs anything, and nobody but the gate can make one.
static_assert(
    std::is_same_v<decltype(&Executor::run), Outcome (Executor::*)(const consent::Grant&, std::stop_token)>);
static_assert(!std::is_default_constructible_v<consent::Grant>);
static_assert(!std::is_constructible_v<consent::Grant, consent::GrantScope, const Clock&>);

std::string withoutComments(const std::string& text) {
    static const std::regex kComments(R"(//[^\n]*|/\*[\s\S]*?\*/)");
    return std::regex_replace(text, kComments, "");
}

struct Call {
    std::string file;  ///< below src/
    std::string text;
};

/// Member calls of run() on something named like an executor or dispatcher, or with a grant as argument.
std::vector<Call> callsIn(const std::string& file, const std::string& source) {
    static const std::regex kCall(R"(([\w\)\]]+)\s*(?:\.|->)\s*run\s*\(([^;]*);)");
    static const std::regex kReceiver("execut|dispatch", std::regex::icase);
    static const std::regex kGrant("grant", std::regex::icase);
    std::vector<Call> out;
    const std::string text = withoutComments(source);
    for (std::sregex_iterator it(text.begin(), text.end(), kCall), end; it != end; ++it)
        if (std::regex_search((*it)[1].str(), kReceiver) || std::regex_search((*it)[2].str(), kGrant))
            out.push_back({file, it->str()});
    return out;
}

std::vector<Call> callsOutsideExecute() {
    std::vector<Call> out;
    const fs::path root = fs::path(SESAME_SOURCE_DIR) / "src";
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        const std::string file = fs::relative(entry.path(), root).generic_string();
        const std::string kind = entry.path().extension().string();
        if ((kind != ".cpp" && kind != ".h") || file.starts_with("execute/"))
            continue;
        std::stringstream source;
        source << std::ifstream(entry.path()).rdbuf();
        std::ranges::copy(callsIn(file, source.str()), std::back_inserter(out));
    }
    return out;
}

// M8: at most one place outside the module runs commands; it is in the client and hands over a grant. "At
// most", since the module stands without a client too.
TEST(OnePath, M8OnlyTheClientRunsCommandsInOnePlaceWithAGrant) {
    const std::vector<Call> calls = callsOutsideExecute();
    for (const Call& call : calls) {
        EXPECT_TRUE(call.file.starts_with("client/")) << call.file << ": " << call.text;
        EXPECT_TRUE(std::regex_search(call.text, std::regex("grant", std::regex::icase)))
            << call.file << ": " << call.text;
    }
    EXPECT_LE(calls.size(), 1U);
}

// M8: a grant begins a help session, or raises one, in one place each.
TEST(OnePath, M8OnlyAGrantBeginsOrRaisesAHelpSession) {
    const fs::path root = fs::path(SESAME_SOURCE_DIR) / "src";
    const std::pair<const char*, const char*> calls[] = {{R"(GrantedView::from\s*\((\w*))", "grant"},
                                                         {R"(GrantedControl::from\s*\((\w*))", "view"},
                                                         {R"(Host::start\s*\(std::move\((\w*))", "view"},
                                                         {R"(host_\s*->\s*rise\s*\((\w*))", "granted"}};
    for (const auto& [pattern, argument] : calls) {
        std::vector<std::string> found;
        for (const auto& entry : fs::recursive_directory_iterator(root)) {
            const std::string file = fs::relative(entry.path(), root).generic_string();
            if (entry.path().extension() != ".cpp" || file.starts_with("remote/"))
                continue;
            std::stringstream source;
            source << std::ifstream(entry.path()).rdbuf();
            const std::string text = withoutComments(source.str());
            const std::regex call(pattern);
            for (std::sregex_iterator it(text.begin(), text.end(), call), end; it != end; ++it) {
                found.push_back(file);
                EXPECT_EQ((*it)[1].str(), argument) << file;
            }
        }
        ASSERT_EQ(found.size(), 1U) << pattern;
        EXPECT_TRUE(found[0].starts_with("client/")) << found[0];
    }
}

TEST(OnePath, M8TheSearchFindsSuchCalls) {
    EXPECT_EQ(callsIn("x", "auto o = dispatcher_->run(grant, stop);").size(), 1U);
    EXPECT_EQ(callsIn("x", "x.run(std::move(theGrant),\n stop);").size(), 1U);
    EXPECT_EQ(callsIn("x", "executor()\n  ->run(g, {});").size(), 0U) << "a call result has no name to go by";
    EXPECT_EQ(callsIn("x", "executor.run(g, {});").size(), 1U);
    EXPECT_EQ(callsIn("x", "context.run(); // executor.run(grant);").size(), 0U);
    EXPECT_EQ(callsIn("x", "/* dispatcher.run(grant); */ return app.run(argc, argv);").size(), 0U);
}

}  // namespace
}  // namespace sesame::execute
