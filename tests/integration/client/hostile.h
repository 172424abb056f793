// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "integration/client/person.h"
#include "integration/client/scripted_hub.h"

#include "sesame/client/invitation_link.h"

#include <gtest/gtest.h>

namespace sesame::client {

/// Mum, whose hub and helper belong to the same liar.
struct Lied : testing::Test {
    test::FakeClock clock;
    ScriptedHub hub{clock.wallMs()};
    Person mum{QStringLiteral("Mum"), clock};
    ContactId liar;
    static constexpr const char* kPhrase = "打开计算器";

    void SetUp() override {
        desktop::InstalledProgram other = mum.programs.programs[0];
        other.id = other.name = "changed program";
        other.file = "/usr/share/applications/changed.desktop";
        other.argv = {"changed"};
        mum.programs.programs.push_back(other);
        mum.join(hub.url(), hub.fingerprint());
        ASSERT_TRUE(eventually([&] { return hub.hasKeys(); }));
        const auto link = InvitationLink::parse(mum.client->invitationLink());
        hub.say(ContactRequestContent{"Liar", toBytes(link->token)});
        ASSERT_TRUE(eventually([&] { return mum.friendNamed(QStringLiteral("Liar")).value != 0; }));
        liar = mum.friendNamed(QStringLiteral("Liar"));
        ASSERT_TRUE(mum.client->acceptContact(liar));
        ASSERT_TRUE(eventually([&] { return !hub.heard.empty(); }));
    }

    trigger::Rule rule(const std::string& phrase = kPhrase) {
        trigger::Rule out;
        out.id = hub.random.ruleId();
        out.phrase = phrase;
        out.command = trigger::LaunchProgram{"计算器"};
        out.helper = hub.helper();
        out.receiver = hub.receiver();
        out.createdMs = clock.wallMs();
        return out;
    }
    MessageId invite(const trigger::Rule& one) {
        return hub.say(InvitationContent{trigger::sign(one, hub.identity()), clock.wallMs() + 3'600'000});
    }
    MessageId inviteAndWait(const trigger::Rule& one) {
        const MessageId id = invite(one);
        EXPECT_TRUE(eventually([&] { return mum.stateOf(id, liar).has_value(); }));
        return id;
    }
    void type(const char* words) { ASSERT_TRUE(mum.client->sendText(liar, QString::fromUtf8(words))); }
    /// Everything that was delivered has been acknowledged.
    bool caughtUp() {
        return eventually([&] { return hub.acknowledged >= hub.delivered.size(); }, 30'000);
    }
    Status sayYes() {
        mum.client->gate().shownAnew();
        clock.advance(5000);
        return mum.client->answerConsent(mum.consents.back().question, true);
    }
};

}  // namespace sesame::client
