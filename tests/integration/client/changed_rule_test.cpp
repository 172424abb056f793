// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/hostile.h"

namespace sesame::client {
namespace {

struct Change {
    const char* field;
    std::function<void(Lied&, trigger::Rule&)> apply;
    bool isNewVersion;  // a rule that the receiver accepts in place of the invited one
};

const std::vector<Change>& changes() {
    static const std::vector<Change> all{
        {"id", [](Lied& t, trigger::Rule& r) { r.id = t.hub.random.ruleId(); }, false},
        {"version only", [](Lied&, trigger::Rule&) {}, true},
        {"phrase", [](Lied&, trigger::Rule& r) { r.phrase = "启动另外一个程序吧"; }, true},
        {"command", [](Lied&, trigger::Rule&) {}, true},
        {"helper", [](Lied& t, trigger::Rule& r) { r.helper = t.hub.receiver(); }, false},
        {"receiver", [](Lied& t, trigger::Rule& r) { r.receiver = t.hub.helper(); }, false},
        {"created", [](Lied&, trigger::Rule& r) { r.createdMs += 1; }, true},
        {"expires", [](Lied&, trigger::Rule& r) { r.expiresMs = r.createdMs + 1'000'000'000; }, true},
        {"removed", [](Lied&, trigger::Rule& r) { r.removed = true; }, true},
        {"same version", [](Lied&, trigger::Rule& r) { r.version -= 1; }, false},
    };
    return all;
}

enum class Point { BeforeThePhrase, BeforeTheDialog, InTheDialog, AfterTheYes };

struct ChangedRule : Lied {
    // Whatever else is changed, the changed rule would start another program.
    void change(const Change& how, const trigger::Rule& rule) {
        trigger::Rule changed = rule;
        changed.version += 1;
        changed.command = trigger::LaunchProgram{"changed program"};
        how.apply(*this, changed);
        const auto other = crypto::Identity::generate(hub.random);
        const bool ours = changed.helper == hub.helper();
        if (!ours)
            changed.helper = other.publicKey();
        hub.say(RuleUpdateContent{{trigger::sign(changed, ours ? hub.identity() : other)}});
        ASSERT_TRUE(caughtUp());
        cleanUp.push_back(changed);
    }
    void remove(trigger::Rule rule) {
        rule.version += 5;
        rule.removed = true;
        hub.say(RuleUpdateContent{{trigger::sign(rule, hub.identity())}});
    }
    // True when it came to a Yes.
    bool play(Point point, const Change& how, const trigger::Rule& rule) {
        const std::size_t asked = mum.consents.size();
        if (point == Point::BeforeThePhrase)
            change(how, rule);
        type(point == Point::BeforeTheDialog ? "please open the calculater" : "please open the calculator");
        if (point == Point::BeforeTheDialog) {
            EXPECT_TRUE(eventually([&] { return !mum.nears.empty(); }));
            change(how, rule);
            static_cast<void>(mum.client->answerNear(mum.nears.back().question, true));
        }
        if (!eventually([&] { return mum.consents.size() > asked; }, how.isNewVersion ? 100 : 5000))
            return false;
        EXPECT_TRUE(mum.consents.back().target.contains(QStringLiteral("计算器")));
        if (point == Point::InTheDialog)
            change(how, rule);
        const bool granted = sayYes().has_value();
        if (point == Point::AfterTheYes)
            change(how, rule);
        return granted;
    }
    std::vector<trigger::Rule> cleanUp;
};

// M2: each signed field, at each of four points: nothing that was not shown ever runs (S09, S10).
TEST_F(ChangedRule, NeverRunsWhatWasNotShown) {
    for (const Point point :
         {Point::BeforeThePhrase, Point::BeforeTheDialog, Point::InTheDialog, Point::AfterTheYes}) {
        for (const Change& how : changes()) {
            SCOPED_TRACE(std::string(how.field) + " at " + std::to_string(static_cast<int>(point)));
            const trigger::Rule one = rule("please open the calculator");
            inviteAndWait(one);
            mum.nears.clear();
            mum.launcher.started.clear();
            const std::size_t outcomes = mum.messages(liar, MessageKind::Outcome).size();
            const bool granted = play(point, how, one);
            if (granted) {
                EXPECT_TRUE(
                    eventually([&] { return mum.messages(liar, MessageKind::Outcome).size() > outcomes; }));
            }
            const bool mayRun = point == Point::AfterTheYes || !how.isNewVersion;
            EXPECT_EQ(granted, mayRun);
            for (const auto& argv : mum.launcher.started)
                EXPECT_EQ(argv, std::vector<std::string>{"calculator"});
            EXPECT_EQ(mum.launcher.started.size(), mayRun ? 1U : 0U);
            remove(one);
            for (const auto& changed : std::exchange(cleanUp, {}))
                if (changed.helper == hub.helper() && changed.receiver == hub.receiver())
                    remove(changed);
            ASSERT_TRUE(caughtUp());
            clock.advance(2 * 3'600'000);  // past every back-off
        }
    }
}

}  // namespace
}  // namespace sesame::client
