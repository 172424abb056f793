// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/client/rule_set.h"

#include "client/qt_text.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <QFile>
#include <QTemporaryDir>
#include <csignal>
#include <random>

namespace sesame::client {
namespace {

RuleSet family() {
    RuleSet out{"家人 Family", {}};
    out.rows = {
        {"请打开计算器", trigger::LaunchProgram{"计算器"}, {{true, true}}},
        {"open the letter please", trigger::OpenFile{"", "letter \"1\".txt"}, {{true, false}}},
        {"show me the path", trigger::OpenFile{"/home/a/b.pdf", ""}, {{false, true}}},
        {"make it larger please", trigger::ImSettings{"", "text-size", "large"}, {{true, false, true}}},
        {"where are the settings", trigger::ImSettings{"appearance", "", ""}},
        {"看看我的屏幕",
         trigger::RemoteControl{trigger::RemoteLevel::Point, 45},
         {{true, true}, trigger::JudgePlace::Helper, 30}},
        {"take my photographs",
         trigger::ShareFolder{"", "Photos", trigger::ShareLevel::Take, 90},
         {{true, true}, trigger::JudgePlace::Hub}},
    };
    return out;
}

/// The file of one row, in which something stands in another place.
QByteArray with(const char* what, const char* instead) {
    QByteArray text = R"({
  "format": "sesame-rules",
  "version": 1,
  "name": "Family",
  "rules": [
    {
      "phrase": "please open it",
      "command": {"type": "launch-program", "program": "Calculator"},
      "ways": ["phrase", "buttons"],
      "judgedAt": "receiver"
    }
  ]
}
)";
    EXPECT_TRUE(text.contains(what)) << what;
    return text.replace(what, instead);
}

SetFault faultOf(const QByteArray& bytes) {
    SetFault fault{-1, {}};
    EXPECT_FALSE(decodeRuleSet(bytes, &fault)) << bytes.toStdString();
    EXPECT_FALSE(fault.words.isEmpty());
    return fault;
}

TEST(RuleSetFile, ComesBackAsItWas) {
    const auto again = decodeRuleSet(encodeRuleSet(family()));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, family());
}

// A person can read it and change it.
TEST(RuleSetFile, IsReadableText) {
    const QByteArray text = encodeRuleSet(family());
    EXPECT_TRUE(text.contains("\"phrase\": \"请打开计算器\""));
    EXPECT_GT(text.count('\n'), 40);
    EXPECT_TRUE(decodeRuleSet("\xEF\xBB\xBF" + QByteArray(text).replace("\n", "\r\n")));
}

// Whatever rows there are, and however their texts look.
TEST(RuleSetFile, KeepsWhatItIsGiven) {
    std::mt19937 dice(20261130);
    const char* const pieces[] = {"打开", "a", "\"", "\\", "\n",   "é", "\t",
                                  "😀",    "/", "{",  "]",  "\x01", " ", "\xEF\xBB\xBF"};
    const auto words = [&](std::size_t most) {
        std::string out;
        for (std::size_t i = 1 + dice() % most; i > 0; --i)
            out += pieces[dice() % std::size(pieces)];
        return out;
    };
    for (int round = 0; round < 200; ++round) {
        RuleSet set{"Set " + std::to_string(round), {}};
        for (std::size_t i = 1 + dice() % 8; i > 0; --i) {
            SetRow row = family().rows[dice() % family().rows.size()];
            row.phrase = words(30);
            if (auto* program = std::get_if<trigger::LaunchProgram>(&row.command))
                program->program = words(12);
            row.terms.days = dice() % 3 == 0 ? 1 + dice() % kMostDays : 0;
            set.rows.push_back(std::move(row));
        }
        const auto again = decodeRuleSet(encodeRuleSet(set));
        ASSERT_TRUE(again);
        ASSERT_EQ(*again, set);
    }
}

// Qt drops a byte order mark where it reads a text; twice read, the phrase would have been another.
TEST(RuleSetFile, KeepsAByteOrderMarkThatBeginsAText) {
    RuleSet set = family();
    set.rows.front().phrase = "\xEF\xBB\xBF" + set.rows.front().phrase;
    const auto again = decodeRuleSet(encodeRuleSet(set));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, set);
}

TEST(RuleSetFile, IsRefusedCutAnywhere) {
    const QByteArray whole = encodeRuleSet(family()).trimmed();
    for (qsizetype length = 0; length < whole.size(); ++length)
        ASSERT_FALSE(decodeRuleSet(whole.first(length))) << length;
}

TEST(RuleSetFile, SaysInWhichLineSomethingIsWrong) {
    EXPECT_EQ(faultOf(with("\"Calculator\"", "Calculator")).line, 8);
    EXPECT_EQ(faultOf(with("\"judgedAt\": \"receiver\"", "\"judgedAt\": \"moon\"")).line, 10);
    EXPECT_EQ(faultOf(with("\"judgedAt\": \"receiver\"", "\"judgedAt\": \"receiver\", \"colour\": 1")).line,
              10);
    EXPECT_EQ(faultOf(with("\"phrase\": \"please open it\"", "\"phrase\": \"\"")).line, 7);
    EXPECT_EQ(faultOf(with("\"phrase\": \"please open it\",", "")).line, 6);
    EXPECT_EQ(faultOf(with("  ]\n}", "  ]\n")).line, 14);
    EXPECT_TRUE(faultOf(with("\"judgedAt\": \"receiver\"", "\"judgedAt\": \"receiver\", \"colour\": 1"))
                    .words.contains(QStringLiteral("colour")));
}

TEST(RuleSetFile, IsStrict) {
    const std::pair<const char*, const char*> wrong[] = {
        {"sesame-rules", "sesame-rule"},
        {"\"version\": 1", "\"version\": 2"},
        {"\"version\": 1", "\"version\": \"1\""},
        {"\"version\": 1", "\"version\": 1.0"},
        {"\"name\": \"Family\",", ""},
        {"\"name\": \"Family\"", "\"name\": \"Fam\\u202eily\""},
        {"\"name\": \"Family\"", "\"name\": \"Fam\\nily\""},
        {"\"name\": \"Family\"", "\"name\": \"Family\", \"name\": \"Family\""},
        {"\"name\": \"Family\"", "\"name\": \"\\ud800\""},
        {"\"rules\": [", "\"helper\": \"key\", \"rules\": ["},
        {"\"program\": \"Calculator\"", "\"program\": 5"},
        {"\"program\": \"Calculator\"", "\"program\": \"Calculator\", \"arguments\": \"-x\""},
        {"\"launch-program\"", "\"run-shell\""},
        {"[\"phrase\", \"buttons\"]", "[]"},
        {"[\"phrase\", \"buttons\"]", "[\"phrase\", \"phrase\"]"},
        {"[\"phrase\", \"buttons\"]", "[\"phrase\", \"buttons\", \"told\"]"},
        {"\"receiver\"", "\"receiver\", \"days\": 0"},
        {"\"receiver\"", "\"receiver\", \"days\": 99999"},
        {"\"receiver\"", "\"receiver\", \"days\": 1e3"},
        {"\"receiver\"", "\"receiver\", \"days\": 007"},
        {"}\n  ]\n}", "}\n  ]\n}\nmore"},
        {"}\n  ]\n}", "},\n  ]\n}"},
    };
    for (const auto& [what, instead] : wrong)
        EXPECT_FALSE(decodeRuleSet(with(what, instead))) << instead;
    EXPECT_TRUE(decodeRuleSet(with("\"receiver\"", "\"receiver\", \"days\": 7")));
    EXPECT_FALSE(decodeRuleSet("[]"));
    EXPECT_FALSE(
        decodeRuleSet("{\"format\": \"sesame-rules\", \"version\": 1, \"name\": \"x\", \"rules\": []}"));
    EXPECT_FALSE(decodeRuleSet(with("please open it", "\xff\xfe")));
}

TEST(RuleSetFile, IsBounded) {
    RuleSet many{"Many", std::vector<SetRow>(kMostSetRows, family().rows[0])};
    EXPECT_TRUE(decodeRuleSet(encodeRuleSet(many)));
    many.rows.push_back(many.rows[0]);
    EXPECT_FALSE(decodeRuleSet(encodeRuleSet(many)));
    EXPECT_FALSE(decodeRuleSet(with("please open it", QByteArray(2000, 'x').constData())));
    EXPECT_FALSE(decodeRuleSet(QByteArray(qsizetype(kMostSetBytes) + 1, ' ')));
    EXPECT_FALSE(decodeRuleSet(QByteArray(qsizetype(kMostSetBytes), '[')));
    EXPECT_FALSE(decodeRuleSet("{\"a\":" + QByteArray(qsizetype(kMostSetBytes) - 10, '{')));
}

struct RuleSetPlace : testing::Test {
    QTemporaryDir directory;
    QString at(const char* name) const { return directory.filePath(QString::fromUtf8(name)); }
    static QString problemOf(const QString& path) {
        QString words;
        EXPECT_FALSE(loadRuleSet(path, &words));
        return words;
    }
};

TEST_F(RuleSetPlace, IsWrittenAndRead) {
    ASSERT_TRUE(saveRuleSet(at("家人.sesame-rules"), family(), nullptr));
    const auto again = loadRuleSet(at("家人.sesame-rules"), nullptr);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, family());
}

TEST_F(RuleSetPlace, TellsWhyAFileIsNotRead) {
    EXPECT_EQ(problemOf(at("nowhere")), QStringLiteral("This file cannot be read."));
    EXPECT_EQ(problemOf(directory.path()), QStringLiteral("This file cannot be read."));
    EXPECT_EQ(problemOf(QStringLiteral("/dev/zero")), QStringLiteral("This file cannot be read."));
    QFile picture(at("picture.png"));
    ASSERT_TRUE(picture.open(QIODevice::WriteOnly));
    picture.write("\x89PNG\r\n");
    picture.close();
    EXPECT_EQ(problemOf(picture.fileName()), QStringLiteral("This file is no readable text."));
    QFile other(at("other.json"));
    ASSERT_TRUE(other.open(QIODevice::WriteOnly));
    other.write("{\n\"a\": 1,\n\"a\": 2}");
    other.close();
    EXPECT_EQ(problemOf(other.fileName()), QStringLiteral("Line 3: “a” is there twice."));
}

TEST_F(RuleSetPlace, LeavesWhatWasThereWhenTheDiskIsFull) {
    ASSERT_TRUE(saveRuleSet(at("kept"), family(), nullptr));
    RuleSet large = family();
    large.rows.resize(kMostSetRows, large.rows[0]);
    // A file may not grow further than this: to a program the disk is full then.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{8192, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    QString words;
    const Status saved = saveRuleSet(at("kept"), large, &words);
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::Full);
    EXPECT_TRUE(words.contains(QStringLiteral("disk is full"))) << words.toStdString();
    const auto kept = loadRuleSet(at("kept"), nullptr);
    ASSERT_TRUE(kept);
    EXPECT_EQ(*kept, family());
}

TEST_F(RuleSetPlace, TellsWhereAFileCannotBe) {
    QString words;
    const Status saved = saveRuleSet(at("no/such/folder"), family(), &words);
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::Io);
    EXPECT_TRUE(words.contains(QStringLiteral("cannot be written there")));
}

}  // namespace
}  // namespace sesame::client
