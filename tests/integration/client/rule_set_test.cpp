// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/helped.h"

namespace sesame::client {
namespace {

using OfferId = MessageId;

/// Anna has a set, and two whom she offers it.
struct Offered : Helped {
    Person boris{QStringLiteral("Boris"), clock};
    ContactId borisAtAnna, annaAtBoris;
    static constexpr std::int64_t kDayMs = 24LL * 3600 * 1000;

    void SetUp() override {
        Helped::SetUp();
        boris.join(hub);
        introduce(boris, anna);
        borisAtAnna = anna.friendNamed(QStringLiteral("Boris"));
        annaAtBoris = boris.friendNamed(QStringLiteral("Anna"));
    }

    static RuleSet family() {
        return {"Family",
                {{"打开计算器", trigger::LaunchProgram{"计算器"}, {{true, true}}},
                 {"看看我的屏幕", trigger::RemoteControl{trigger::RemoteLevel::Look, 30}, {{true, true}}},
                 {"make everything larger", trigger::ImSettings{"", "text-size", "large"}, {{true, true}}}}};
    }
    /// More rules than fit one offer, each unlike the others.
    static RuleSet table() {
        RuleSet many{"Many", {}};
        const char* const things[] = {"apple",  "bridge", "candle", "dragon", "engine", "feather",
                                      "garden", "hammer", "island", "jacket", "kettle", "ladder",
                                      "mirror", "needle", "orange", "pillow"};
        for (std::size_t first = 0; first < std::size(things); ++first)
            for (std::size_t second = first + 1; second < std::size(things); ++second)
                many.rows.push_back(
                    {"bring the " + std::string(things[first]) + " beside the " + things[second],
                     trigger::LaunchProgram{"计算器"},
                     {{true, true}}});
        return many;
    }
    /// An offer that has arrived.
    OfferId offer(Person& to, ContactId atAnna, const RuleSet& set = family()) {
        const auto sent = anna.client->sets().offer(atAnna, set);
        EXPECT_TRUE(sent) << (sent ? "" : sent.error().detail);
        if (!sent)
            return {};
        EXPECT_TRUE(eventually([&] { return stateAt(to, *sent).has_value(); }));
        return *sent;
    }
    OfferId offerMum(const RuleSet& set = family()) { return offer(mum, mumAtAnna, set); }

    static std::optional<OfferState> stateAt(Person& person, const OfferId& id) {
        for (const auto direction : {Direction::Incoming, Direction::Outgoing})
            for (const auto& one : person.client->sets().offers(direction))
                if (one.id == id)
                    return one.state;
        return std::nullopt;
    }
    bool becomes(Person& person, const OfferId& id, OfferState state) {
        return eventually([&] { return stateAt(person, id) == state; });
    }
    static QStringList phrases(Person& person, ContactId contact, Direction direction) {
        QStringList out;
        for (const auto& one : person.client->rules(contact, direction))
            if (one.enabled)
                out << one.phrase;
        return out;
    }
    static std::vector<RowFate> fates(const QList<SetRowView>& rows) {
        std::vector<RowFate> out;
        for (const auto& row : rows)
            out.push_back(row.fate);
        return out;
    }
};
using Fates = std::vector<RowFate>;

TEST_F(Offered, OneAcceptsAndTheOtherDeclines) {
    const OfferId toMum = offerMum();
    const OfferId toBoris = offer(boris, borisAtAnna);
    const auto rows = mum.client->sets().rows(toMum);
    ASSERT_TRUE(rows);
    EXPECT_EQ(fates(*rows), (Fates{RowFate::New, RowFate::New, RowFate::New}));
    EXPECT_EQ((*rows)[1].commandText, QStringLiteral("See the screen for up to 30 minutes"));
    EXPECT_EQ(mum.messages(annaAtMum, MessageKind::RuleOffer)[0].text,
              QStringLiteral("Anna offers you 3 phrases: “Family”"));
    EXPECT_TRUE(mum.client->rules(annaAtMum, Direction::Incoming).isEmpty());

    const auto taken = mum.client->sets().answer(toMum, true);
    ASSERT_TRUE(taken);
    EXPECT_EQ(fates(*taken), (Fates{RowFate::New, RowFate::New, RowFate::New}));
    ASSERT_TRUE(boris.client->sets().answer(toBoris, false));
    EXPECT_TRUE(becomes(anna, toMum, OfferState::Accepted));
    EXPECT_TRUE(becomes(anna, toBoris, OfferState::Declined));
    EXPECT_TRUE(
        anna.says(mumAtAnna, MessageKind::Notice, QStringLiteral("Mum has accepted the phrases “Family”.")));
    EXPECT_TRUE(anna.says(borisAtAnna, MessageKind::Notice,
                          QStringLiteral("Boris does not want the phrases “Family”.")));
    EXPECT_EQ(phrases(mum, annaAtMum, Direction::Incoming).size(), 3);
    EXPECT_EQ(phrases(anna, mumAtAnna, Direction::Outgoing).size(), 3);
    EXPECT_TRUE(boris.client->rules(annaAtBoris, Direction::Incoming).isEmpty());
    EXPECT_TRUE(anna.client->rules(borisAtAnna, Direction::Outgoing).isEmpty());
    for (const auto& one : anna.client->sets().offers(Direction::Outgoing))
        EXPECT_EQ(one.taken, one.contact == mumAtAnna ? 3 : 0);

    // What was accepted is a rule like any other.
    invite(QStringLiteral("打开计算器"));
    type(QStringLiteral("打开计算器"));
    EXPECT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
}

TEST_F(Offered, NothingThatIsNotAcceptedIsARule) {
    const OfferId id = offerMum();
    const auto rows = anna.client->sets().rows(id);
    ASSERT_TRUE(rows && (*rows)[0].rule);
    const auto invited = anna.client->invite(mumAtAnna, *(*rows)[0].rule);
    ASSERT_FALSE(invited);
    EXPECT_EQ(invited.error().detail, "offered, and not accepted yet");
    EXPECT_TRUE(anna.client->rules(mumAtAnna, Direction::Outgoing).isEmpty());
    type(QStringLiteral("打开计算器"));
    settle();
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(mum.nears.empty());
    EXPECT_EQ(stateAt(mum, id), OfferState::Open);
}

TEST_F(Offered, ASecondYesDoesNothing) {
    const OfferId id = offerMum();
    ASSERT_TRUE(mum.client->sets().answer(id, true));
    for (const bool yes : {true, false}) {
        const auto again = mum.client->sets().answer(id, yes);
        ASSERT_FALSE(again);
        EXPECT_EQ(again.error().code, ErrorCode::Expired);
    }
    EXPECT_TRUE(becomes(anna, id, OfferState::Accepted));
    EXPECT_EQ(phrases(mum, annaAtMum, Direction::Incoming).size(), 3);
}

TEST_F(Offered, ItCanBeTakenBack) {
    const OfferId id = offerMum();
    ASSERT_TRUE(anna.client->sets().withdraw(id));
    EXPECT_TRUE(becomes(mum, id, OfferState::Withdrawn));
    EXPECT_FALSE(mum.client->sets().answer(id, true));
    EXPECT_TRUE(mum.client->rules(annaAtMum, Direction::Incoming).isEmpty());
    EXPECT_FALSE(anna.client->sets().withdraw(id));
    EXPECT_FALSE(mum.client->sets().withdraw(id));
}

// What the receiver has in use is what counts.
TEST_F(Offered, AYesThatCrossesTheWithdrawalHolds) {
    const OfferId id = offerMum();
    ASSERT_TRUE(mum.client->sets().answer(id, true));
    ASSERT_TRUE(anna.client->sets().withdraw(id));
    EXPECT_TRUE(becomes(anna, id, OfferState::Accepted));
    EXPECT_EQ(phrases(anna, mumAtAnna, Direction::Outgoing).size(), 3);
    EXPECT_EQ(stateAt(mum, id), OfferState::Accepted);
}

TEST_F(Offered, ItEndsAfterTwoWeeksOnBothSides) {
    const OfferId id = offerMum();
    clock.advance(14 * kDayMs - 1000);
    mum.close();
    mum.open();
    EXPECT_EQ(stateAt(mum, id), OfferState::Open);
    clock.advance(2000);
    EXPECT_FALSE(mum.client->sets().answer(id, true));
    for (Person* person : {&anna, &mum}) {
        person->close();
        person->open();
        EXPECT_EQ(stateAt(*person, id), OfferState::Expired);
    }
    EXPECT_TRUE(mum.client->rules(annaAtMum, Direction::Incoming).isEmpty());
}

TEST_F(Offered, ANewerOfferOfTheSetTakesThePlaceOfTheOlder) {
    const OfferId first = offerMum();
    RuleSet longer = family();
    longer.rows.push_back({"show me the weather", trigger::LaunchProgram{"计算器"}, {{true, true}}});
    const OfferId second = offerMum(longer);
    for (Person* person : {&anna, &mum}) {
        EXPECT_EQ(stateAt(*person, first), OfferState::Replaced);
        EXPECT_EQ(stateAt(*person, second), OfferState::Open);
    }
    EXPECT_FALSE(mum.client->sets().answer(first, true));
    RuleSet other = family();
    other.name = "Office";
    const OfferId third = offerMum(other);
    EXPECT_EQ(stateAt(mum, second), OfferState::Open);
    EXPECT_EQ(stateAt(mum, third), OfferState::Open);
    ASSERT_TRUE(mum.client->sets().answer(second, true));
    EXPECT_EQ(phrases(mum, annaAtMum, Direction::Incoming).size(), 4);
}

// Offered once more, what changed takes the place of what was; what did not is not sent again.
TEST_F(Offered, ASetThatWasAcceptedIsBroughtUpToDate) {
    ASSERT_TRUE(mum.client->sets().answer(offerMum(), true));
    ASSERT_TRUE(eventually([&] { return phrases(anna, mumAtAnna, Direction::Outgoing).size() == 3; }));
    const auto nothingNew = anna.client->sets().offer(mumAtAnna, family());
    ASSERT_FALSE(nothingNew);
    EXPECT_EQ(nothingNew.error().code, ErrorCode::Exists);
    RuleSet changed = family();
    changed.rows[1].command = trigger::RemoteControl{trigger::RemoteLevel::Point, 15};
    const OfferId id = offerMum(changed);
    const auto rows = mum.client->sets().rows(id);
    ASSERT_TRUE(rows);
    EXPECT_EQ(fates(*rows), Fates{RowFate::Replaces});
    EXPECT_EQ((*rows)[0].fateText, QStringLiteral("Takes the place of “看看我的屏幕”"));
    const auto screen = [&](Person& person, ContactId contact, Direction direction) {
        for (const auto& one : person.client->rules(contact, direction))
            if (const auto* remote = std::get_if<trigger::RemoteControl>(&one.command))
                return remote->minutes;
        return 0U;
    };
    EXPECT_EQ(screen(mum, annaAtMum, Direction::Incoming), 30U);
    ASSERT_TRUE(mum.client->sets().answer(id, true));
    EXPECT_EQ(screen(mum, annaAtMum, Direction::Incoming), 15U);
    EXPECT_TRUE(eventually([&] { return screen(anna, mumAtAnna, Direction::Outgoing) == 15U; }));
    EXPECT_EQ(phrases(anna, mumAtAnna, Direction::Outgoing).size(), 3);
}

// A rule that has come otherwise since is too like one of the set: the rest is taken.
TEST_F(Offered, WhatCannotBeTakenIsShownAndLeftOut) {
    const OfferId id = offerMum();
    ASSERT_TRUE(anna.client->saveRule(mumAtAnna, std::nullopt, QStringLiteral("打开计算器吧"),
                                      trigger::LaunchProgram{"计算器"}));
    ASSERT_TRUE(eventually([&] { return phrases(mum, annaAtMum, Direction::Incoming).size() == 1; }));
    const auto before = mum.client->sets().rows(id);
    ASSERT_TRUE(before);
    EXPECT_EQ(fates(*before), (Fates{RowFate::Refused, RowFate::New, RowFate::New}));
    EXPECT_TRUE((*before)[0].fateText.contains(QStringLiteral("too much like another one")));
    const auto taken = mum.client->sets().answer(id, true);
    ASSERT_TRUE(taken);
    EXPECT_EQ(fates(*taken), fates(*before));
    EXPECT_TRUE(becomes(anna, id, OfferState::Accepted));
    EXPECT_EQ(phrases(mum, annaAtMum, Direction::Incoming).size(), 3);
    EXPECT_EQ(phrases(anna, mumAtAnna, Direction::Outgoing).size(), 3);
    EXPECT_EQ(mum.client->rules(annaAtMum, Direction::Incoming).size(), 3);
}

TEST_F(Offered, BothSidesRemember) {
    const OfferId id = offerMum();
    anna.close();
    mum.close();
    mum.open();
    EXPECT_EQ(stateAt(mum, id), OfferState::Open);
    ASSERT_TRUE(mum.client->sets().answer(id, true));
    mum.close();
    mum.open();
    EXPECT_EQ(stateAt(mum, id), OfferState::Accepted);
    EXPECT_EQ(phrases(mum, annaAtMum, Direction::Incoming).size(), 3);
    anna.open();
    EXPECT_TRUE(becomes(anna, id, OfferState::Accepted));
    EXPECT_EQ(phrases(anna, mumAtAnna, Direction::Outgoing).size(), 3);
}

TEST_F(Offered, NobodyHasTooManyOpenOffers) {
    RuleSet set = family();
    for (int i = 0; i < RuleSets::kMostOpen; ++i) {
        set.name = "Set " + std::to_string(i);
        offerMum(set);
    }
    set.name = "One more";
    const auto more = anna.client->sets().offer(mumAtAnna, set);
    ASSERT_FALSE(more);
    EXPECT_EQ(more.error().code, ErrorCode::Unavailable);
    set.name = "Set 3";
    offerMum(set);  // takes the place of another
}

TEST_F(Offered, NothingIsOfferedThatMayNotBeARule) {
    RuleSet set = family();
    set.rows[0].phrase = "hello";
    set.rows[2].command = trigger::LaunchProgram{"bash"};
    const OfferId id = offerMum(set);
    const auto rows = mum.client->sets().rows(id);
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 1);
    EXPECT_EQ((*rows)[0].phrase, QStringLiteral("看看我的屏幕"));
    set.rows.erase(set.rows.begin() + 1);
    EXPECT_FALSE(anna.client->sets().offer(borisAtAnna, set));
    const auto tooMany = anna.client->sets().offer(borisAtAnna, table());
    ASSERT_FALSE(tooMany);
    EXPECT_EQ(tooMany.error().code, ErrorCode::Malformed);
}

TEST_F(Offered, BlockingEndsIt) {
    const OfferId id = offerMum();
    ASSERT_TRUE(mum.client->setBlocked(annaAtMum, true));
    EXPECT_EQ(stateAt(mum, id), OfferState::Withdrawn);
    ASSERT_TRUE(mum.client->setBlocked(annaAtMum, false));
    EXPECT_FALSE(mum.client->sets().answer(id, true));
}

TEST_F(Offered, TheHistoryTellsOfIt) {
    ASSERT_TRUE(mum.client->sets().answer(offerMum(), true));
    const std::vector<std::string> events = steps(mum);
    EXPECT_EQ(events, (std::vector<std::string>{"offer-received", "rule-received", "rule-received",
                                                "rule-received", "offer-accepted"}));
}

// Rules go from one contact's table into another's by a file.
TEST_F(Offered, ASetIsImportedIntoTheTableOfAnother) {
    for (const auto& row : family().rows)
        ASSERT_TRUE(anna.client->saveRule(mumAtAnna, std::nullopt, QString::fromStdString(row.phrase),
                                          row.command, nullptr, row.terms));
    const RuleSet all = anna.client->sets().gather(mumAtAnna, QStringLiteral("Family"));
    EXPECT_EQ(all, family());
    const auto one = anna.client->rules(mumAtAnna, Direction::Outgoing)[1].id;
    EXPECT_EQ(anna.client->sets().gather(mumAtAnna, QStringLiteral("x"), {one}).rows.size(), 1U);

    ASSERT_TRUE(anna.client->saveRule(borisAtAnna, std::nullopt, QStringLiteral("打开计算器"),
                                      trigger::LaunchProgram{"Notes"}));
    EXPECT_EQ(fates(anna.client->sets().plan(borisAtAnna, all)),
              (Fates{RowFate::Replaces, RowFate::New, RowFate::New}));
    const auto saved = anna.client->sets().import(borisAtAnna, all, {true, false, true});
    ASSERT_TRUE(saved);
    EXPECT_EQ(*saved, 2);
    EXPECT_EQ(fates(anna.client->sets().plan(borisAtAnna, all)),
              (Fates{RowFate::Same, RowFate::New, RowFate::Same}));
    ASSERT_TRUE(eventually([&] { return phrases(boris, annaAtBoris, Direction::Incoming).size() == 2; }));
    ASSERT_TRUE(eventually([&] {
        const auto rules = anna.client->rules(borisAtAnna, Direction::Outgoing);
        return std::all_of(rules.begin(), rules.end(), [](const auto& each) { return each.delivered; });
    }));
}

TEST_F(Offered, AWholeTableFitsThroughAFile) {
    const RuleSet many = table();
    const auto plan = anna.client->sets().plan(mumAtAnna, many);
    const auto good =
        std::count_if(plan.begin(), plan.end(), [](const auto& row) { return isGood(row.fate); });
    ASSERT_GT(good, 100);
    const auto saved = anna.client->sets().import(mumAtAnna, many);
    ASSERT_TRUE(saved);
    EXPECT_EQ(*saved, good);
    EXPECT_TRUE(eventually([&] { return phrases(mum, annaAtMum, Direction::Incoming).size() == good; }));
}

TEST_F(Offered, ARuleOfASetEndsWhenItsDaysAreOver) {
    RuleSet set = family();
    set.rows.resize(1);
    set.rows[0].terms.days = 2;
    const OfferId id = offerMum(set);
    clock.advance(3 * kDayMs);
    const auto late = mum.client->sets().rows(id);
    ASSERT_TRUE(late);
    EXPECT_EQ(fates(*late), Fates{RowFate::Over});
    ASSERT_TRUE(mum.client->sets().answer(id, true));
    EXPECT_TRUE(mum.client->rules(annaAtMum, Direction::Incoming).isEmpty());
}

}  // namespace
}  // namespace sesame::client
