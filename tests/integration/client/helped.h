// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "integration/client/person.h"

#include <gtest/gtest.h>

namespace sesame::client {

/// Anna helps Mum.
struct Helped : testing::Test {
    explicit Helped(std::vector<std::string> hubOptions = {}) : hub(std::move(hubOptions)) {}

    test::FakeClock clock;
    TestHub hub;
    Person anna{QStringLiteral("Anna"), clock};
    Person mum{QStringLiteral("Mum"), clock};
    ContactId mumAtAnna, annaAtMum;
    RuleId rule;

    void SetUp() override {
        anna.join(hub);
        mum.join(hub);
        introduce(mum, anna);
        mumAtAnna = anna.friendNamed(QStringLiteral("Mum"));
        annaAtMum = mum.friendNamed(QStringLiteral("Anna"));
    }

    /// A rule, if there is none of this phrase yet, and an invitation that has arrived.
    MessageId invite(const QString& phrase,
                     const trigger::Command& command = trigger::LaunchProgram{"计算器"},
                     const RuleTerms& terms = {}) {
        for (const RuleView& view : anna.client->rules(mumAtAnna, Direction::Outgoing))
            if (view.phrase == phrase)
                return invite(view.id);
        std::optional<trigger::RuleProblem> problem;
        const auto saved = anna.client->saveRule(mumAtAnna, std::nullopt, phrase, command, &problem, terms);
        EXPECT_TRUE(saved) << (problem ? problem->reason() : "");
        rule = *saved;
        return invite(rule);
    }

    MessageId invite(const RuleId& id) {
        const auto sent = anna.client->invite(mumAtAnna, id);
        EXPECT_TRUE(sent);
        EXPECT_TRUE(eventually([&] { return mum.stateOf(*sent, annaAtMum).has_value(); }));
        return *sent;
    }

    void type(const QString& words) { ASSERT_TRUE(mum.client->sendText(annaAtMum, words)); }

    /// As a person would: looks at the dialog for a while first.
    void sayYes(const ConsentChoice& choice = {}) {
        mum.client->gate().shownAnew();
        clock.advance(5000);
        ASSERT_TRUE(mum.client->answerConsent(mum.consents.back().question, true, choice));
    }

    /// The events in the audit log, without those of becoming contacts.
    static std::vector<std::string> steps(Person& person) {
        std::vector<std::string> out;
        const auto entries = person.client->audit().entries();
        for (const auto& entry : *entries)
            if (entry.event.rfind("contact", 0) != 0)
                out.push_back(entry.event);
        return out;
    }
};

}  // namespace sesame::client
