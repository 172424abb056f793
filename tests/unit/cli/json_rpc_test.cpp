// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/json_rpc.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QList>

namespace sesame::cli {
namespace {

class JsonRpcTest : public ::testing::Test {
  protected:
    JsonRpcTest()
        : rpc_([this](const QByteArray& line) { written_ << QJsonDocument::fromJson(line).object(); }) {
        rpc_.addMethod("double", [](const QJsonObject& params, const JsonRpc::Reply& reply) {
            reply(QJsonValue(params.value("n").toInt() * 2));
        });
        rpc_.addMethod("fail", [](const QJsonObject&, const JsonRpc::Reply& reply) {
            reply(RpcError{rpc::kFailed, "it broke", QJsonObject{{"code", "io"}}});
        });
        rpc_.addMethod("later", [this](const QJsonObject&, const JsonRpc::Reply& reply) { later_ = reply; });
    }

    QJsonObject last() const { return written_.isEmpty() ? QJsonObject() : written_.last(); }
    int lastErrorCode() const { return last().value("error").toObject().value("code").toInt(); }

    QList<QJsonObject> written_;
    JsonRpc rpc_;
    JsonRpc::Reply later_;
};

TEST_F(JsonRpcTest, AnswersACallUnderItsId) {
    rpc_.receiveLine(R"({"jsonrpc":"2.0","id":7,"method":"double","params":{"n":21}})");
    EXPECT_EQ(last().value("id").toInt(), 7);
    EXPECT_EQ(last().value("result").toInt(), 42);
    EXPECT_EQ(last().value("jsonrpc").toString(), "2.0");
}

TEST_F(JsonRpcTest, GivesFailuresAsErrorsWithTheStableCode) {
    rpc_.receiveLine(R"({"jsonrpc":"2.0","id":"a","method":"fail"})");
    EXPECT_EQ(lastErrorCode(), rpc::kFailed);
    EXPECT_EQ(last().value("error").toObject().value("data").toObject().value("code").toString(), "io");
}

TEST_F(JsonRpcTest, AnswersWhenTheAnswerIsThere) {
    rpc_.receiveLine(R"({"jsonrpc":"2.0","id":1,"method":"later"})");
    EXPECT_TRUE(written_.isEmpty());
    later_(QJsonValue("done"));
    EXPECT_EQ(last().value("result").toString(), "done");
}

TEST_F(JsonRpcTest, DoesNotAnswerNotifications) {
    rpc_.receiveLine(R"({"jsonrpc":"2.0","method":"double","params":{"n":1}})");
    rpc_.receiveLine(R"({"jsonrpc":"2.0","method":"no such thing"})");
    EXPECT_TRUE(written_.isEmpty());
}

TEST_F(JsonRpcTest, TellsEachKindOfBadInputApart) {
    rpc_.receiveLine("{not json");
    EXPECT_EQ(lastErrorCode(), rpc::kParseError);
    rpc_.receiveLine(R"({"id":1,"method":"double"})");
    EXPECT_EQ(lastErrorCode(), rpc::kInvalidRequest);
    rpc_.receiveLine(R"({"jsonrpc":"2.0","id":1,"method":"nothing"})");
    EXPECT_EQ(lastErrorCode(), rpc::kMethodNotFound);
    rpc_.receiveLine(R"({"jsonrpc":"2.0","id":1,"method":"double","params":[1]})");
    EXPECT_EQ(lastErrorCode(), rpc::kInvalidParams);
    rpc_.receiveLine(R"({"jsonrpc":"2.0","id":{},"method":"double"})");
    EXPECT_EQ(lastErrorCode(), rpc::kInvalidRequest);
    rpc_.receiveLine("[]");
    EXPECT_EQ(lastErrorCode(), rpc::kInvalidRequest);
    EXPECT_EQ(written_.size(), 6);
}

TEST_F(JsonRpcTest, IgnoresAnEmptyLine) {
    rpc_.receiveLine("  \r");
    EXPECT_TRUE(written_.isEmpty());
}

TEST_F(JsonRpcTest, AnswersEachCallOfABatch) {
    rpc_.receiveLine(R"([{"jsonrpc":"2.0","id":1,"method":"double","params":{"n":1}},
                         {"jsonrpc":"2.0","id":2,"method":"double","params":{"n":2}}])");
    ASSERT_EQ(written_.size(), 2);
    EXPECT_EQ(written_[0].value("result").toInt(), 2);
    EXPECT_EQ(written_[1].value("result").toInt(), 4);
}

TEST_F(JsonRpcTest, AsksTheCallerAndTakesTheAnswerOnce) {
    int answers = 0;
    const QString id = rpc_.ask("consent.ask", {{"question", 1}}, [&](const JsonRpc::Answer&) { ++answers; });
    EXPECT_EQ(last().value("method").toString(), "consent.ask");
    EXPECT_EQ(last().value("id").toString(), id);
    const QByteArray answer = R"({"jsonrpc":"2.0","id":")" + id.toUtf8() + R"(","result":{"answer":"yes"}})";
    rpc_.receiveLine(answer);
    rpc_.receiveLine(answer);
    EXPECT_EQ(answers, 1);
}

TEST_F(JsonRpcTest, IgnoresAnswersToWhatIsNoLongerAsked) {
    int answers = 0;
    const QString id = rpc_.ask("consent.ask", {}, [&](const JsonRpc::Answer&) { ++answers; });
    rpc_.forget(id);
    rpc_.receiveLine(R"({"jsonrpc":"2.0","id":")" + id.toUtf8() + R"(","result":{}})");
    EXPECT_EQ(answers, 0);
}

TEST_F(JsonRpcTest, HandsOnTheErrorOfACaller) {
    bool failed = false;
    const QString id = rpc_.ask(
        "near.ask", {}, [&](const JsonRpc::Answer& a) { failed = std::holds_alternative<RpcError>(a); });
    rpc_.receiveLine(R"({"jsonrpc":"2.0","id":")" + id.toUtf8() + R"(","error":{"code":1,"message":"no"}})");
    EXPECT_TRUE(failed);
}

}  // namespace
}  // namespace sesame::cli
