// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/command_json.h"
#include "cli/judge_command.h"
#include "cli/rule_check_command.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <fstream>
#include <sstream>

namespace sesame::cli {
namespace {

std::string judged(const std::string& lines, const JudgeOptions& options = {}) {
    std::istringstream in(lines);
    std::ostringstream out;
    std::ostringstream errors;
    EXPECT_EQ(judgeCommand(in, out, errors, options), 0) << errors.str();
    return out.str();
}

std::string checked(const std::string& lines) {
    std::istringstream in(lines);
    std::ostringstream out;
    EXPECT_EQ(ruleCheckCommand(in, out), 0);
    return out.str();
}

TEST(JudgeCommand, WritesTheObjectBackWithItsVerdict) {
    EXPECT_EQ(judged(R"({"phrase":"打开计算器","typed":"打開計算器！","n":7})"
                     "\n"),
              R"({"n":7,"phrase":"打开计算器","typed":"打開計算器！","verdict":"match"})"
              "\n");
}

TEST(JudgeCommand, GoesOnAfterALineThatIsNoJson) {
    const std::string out =
        judged("{oops\n\n[1]\n{\"phrase\":\"打开计算器\",\"typed\":\"别打开计算器\"}\n{}\n");
    std::istringstream lines(out);
    std::string line;
    std::getline(lines, line);
    EXPECT_TRUE(line.starts_with(R"({"error":)"));
    std::getline(lines, line);
    EXPECT_TRUE(line.starts_with(R"({"error":)"));
    std::getline(lines, line);
    EXPECT_TRUE(line.ends_with(R"("verdict":"no"})"));
    std::getline(lines, line);
    EXPECT_TRUE(line.starts_with(R"({"error":)"));
}

TEST(JudgeCommand, ReadsATableOfRules) {
    const std::string path = testing::TempDir() + "sesame_rules.jsonl";
    std::ofstream(path) << R"({"id":"a","phrase":"打开计算器"})" << '\n'
                        << R"({"id":"b","phrase":"show me the photos"})" << '\n';
    EXPECT_EQ(
        judged(R"({"text":"show me teh photos"})", {path}),
        R"({"id":"b","intent":"open_file","phrase":"show me the photos","slot":"photos","text":"show me teh photos","verdict":"near"})"
        "\n");
    std::ofstream(path) << R"([{"id":"a","phrase":"打开计算器"}])";
    EXPECT_EQ(
        judged(R"({"text":"打开计算器"})", {path}),
        R"({"id":"a","intent":"launch_program","phrase":"打开计算器","slot":"计算器","text":"打开计算器","verdict":"match"})"
        "\n");
    EXPECT_EQ(judged(R"({"text":"你好"})", {path}),
              R"({"intent":"none","slot":"","text":"你好","verdict":"no"})"
              "\n");
}

TEST(JudgeCommand, TellsWhatAMessageWishesInItsOwnWords) {
    EXPECT_EQ(judged(R"({"text":"could you call me please"})"),
              R"({"intent":"voice_call","slot":"","text":"could you call me please"})"
              "\n");
    EXPECT_EQ(judged(R"({"text":"把字调大一点"})"),
              R"({"intent":"im_settings","slot":"text-size larger","text":"把字调大一点"})"
              "\n");
    EXPECT_EQ(judged(R"({"text":"don't call me"})"), R"({"intent":"none","slot":"","text":"don't call me"})"
                                                     "\n");
}

TEST(JudgeCommand, ExplainsWhatItFoundWhenAsked) {
    const auto explained = [](const char* text) {
        const QByteArray line = QJsonDocument(QJsonObject{{"text", text}}).toJson(QJsonDocument::Compact);
        const std::string out = judged(line.toStdString(), {.rulesFile = {}, .explain = true});
        return QJsonDocument::fromJson(QByteArray::fromStdString(out)).object()["explain"].toObject();
    };
    const QJsonObject wish = explained("open the calculator");
    EXPECT_EQ(wish["ranking"].toArray().size(), 9);
    EXPECT_EQ(wish["ranking"].toArray()[0].toObject()["intent"].toString(), "launch_program");
    EXPECT_FALSE(wish["for"].toArray().isEmpty());
    EXPECT_EQ(wish["guard"].toString(), "");
    EXPECT_EQ(explained("never open the calculator")["guard"].toString(), "negated");
}

TEST(JudgeCommand, TakesTheseOptionsOnly) {
    using Arguments = std::vector<std::string>;
    EXPECT_TRUE(judgeOptions(Arguments{}));
    EXPECT_EQ(judgeOptions(Arguments{"--explain", "--rules", "r"})->rulesFile, "r");
    EXPECT_TRUE(judgeOptions(Arguments{"--rules", "r", "--explain"})->explain);
    EXPECT_FALSE(judgeOptions(Arguments{"--rules"}));
    EXPECT_FALSE(judgeOptions(Arguments{"rules"}));
}

TEST(JudgeCommand, SaysWhenThereIsNoTable) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream errors;
    EXPECT_EQ(judgeCommand(in, out, errors, {"/nonexistent"}), 1);
    EXPECT_FALSE(errors.str().empty());
}

TEST(RuleCheckCommand, SaysWhyAPhraseIsRefused) {
    EXPECT_EQ(checked(R"({"phrase":"打开计算器"})"), R"({"phrase":"打开计算器","verdict":"accept"})"
                                                     "\n");
    EXPECT_EQ(checked(R"({"phrase":"ok"})"), R"({"phrase":"ok","reason":"too-short","verdict":"reject"})"
                                             "\n");
}

// S11
TEST(RuleCheckCommand, SeesAByteOrderMarkAtTheStartOfAPhrase) {
    EXPECT_NE(checked("{\"phrase\":\"\xEF\xBB\xBF打开计算器\"}").find("hidden-characters"),
              std::string::npos);
}

TEST(RuleCheckCommand, ChecksAWholeRule) {
    const auto reason = [](const std::string& rest) {
        return checked(R"({"phrase":"打开计算器",)" + rest + "}");
    };
    EXPECT_NE(reason(R"("command":{"type":"share-folder","name":"Photos","level":"all","minutes":30})")
                  .find("bad-value"),
              std::string::npos);
    EXPECT_NE(reason(R"("command":{"type":"share-folder","path":"/","level":"look","minutes":30})")
                  .find("not-canonical-path"),
              std::string::npos);
    EXPECT_NE(reason(R"("command":{"type":"launch-program","program":"bash"})").find("shell-or-terminal"),
              std::string::npos);
    EXPECT_NE(reason(R"("command":{"type":"open-file","path":"/dev/sda"})").find("special-place"),
              std::string::npos);
    EXPECT_NE(reason(R"("command":{"type":"im-settings","key":"hub","value":"x"})").find("unsafe-setting"),
              std::string::npos);
    EXPECT_NE(reason(R"("command":{"type":"shell"})").find("unknown-command"), std::string::npos);
    EXPECT_NE(
        reason(R"("command":{"type":"remote-control","level":"control","minutes":121})").find("bad-time"),
        std::string::npos);
    EXPECT_NE(reason(R"("command":{"type":"remote-control","level":"all","minutes":30})").find("bad-value"),
              std::string::npos);
    EXPECT_NE(reason(R"("command":{"type":"launch-program","program":"计算器"})").find("accept"),
              std::string::npos);
    EXPECT_NE(reason(R"("others":["打开计算机"])").find("confusable-rule"), std::string::npos);
}

TEST(RuleCheckCommand, AcceptsRemoteControlWithAPhraseMadeForIt) {
    EXPECT_NE(checked(R"({"phrase":"开启远程控制功能","command":)"
                      R"({"type":"remote-control","level":"control","minutes":30}})")
                  .find("accept"),
              std::string::npos);
}

TEST(CommandJson, SurvivesBothWays) {
    for (const trigger::Command& command :
         {trigger::Command(trigger::LaunchProgram{"计算器"}), trigger::Command(trigger::OpenFile{"/a/b", ""}),
          trigger::Command(trigger::OpenFile{"", "b.jpg"}),
          trigger::Command(trigger::ImSettings{"general", "", ""}),
          trigger::Command(trigger::ImSettings{"", "text-size", "large"}),
          trigger::Command(trigger::RemoteControl{trigger::RemoteLevel::Point, 12}),
          trigger::Command(trigger::ShareFolder{"/a/Photos", "", trigger::ShareLevel::Take, 90}),
          trigger::Command(trigger::ShareFolder{"", "Photos", trigger::ShareLevel::Put, 1})})
        EXPECT_EQ(commandFromJson(toJson(command)), command);
}

}  // namespace
}  // namespace sesame::cli
