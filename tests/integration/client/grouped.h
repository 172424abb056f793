// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "integration/client/person.h"

#include <gtest/gtest.h>

namespace sesame::client {

/// Anna, Bo and Chen know each other; Dora knows Anna alone.
struct Grouped : testing::Test {
    test::FakeClock clock;
    TestHub hub;
    Person anna{QStringLiteral("Anna"), clock};
    Person bo{QStringLiteral("Bo"), clock};
    Person chen{QStringLiteral("Chen"), clock};
    Person dora{QStringLiteral("Dora"), clock};
    GroupId family;

    void SetUp() override {
        for (Person* person : {&anna, &bo, &chen, &dora})
            person->join(hub);
        introduce(anna, bo);
        introduce(anna, chen);
        introduce(bo, chen);
        introduce(anna, dora);
    }

    static ContactId at(const Person& person, const Person& other) { return person.friendNamed(other.name); }
    static QString handleOf(const Person& person) { return person.client->account()->handle; }

    std::optional<GroupView> view(const Person& person) const {
        return person.client->groups().group(family);
    }
    bool is(const Person& person, GroupState state) const {
        return eventually([&] {
            const auto group = view(person);
            return group && group->state == state;
        });
    }
    static const GroupMemberView* memberIn(const GroupView& group, const Person& member) {
        for (const auto& one : group.members)
            if (one.handle == handleOf(member))
                return &one;
        return nullptr;
    }
    /// Nothing keeps `person` from writing to `other`.
    bool reaches(const Person& person, const Person& other) const {
        return eventually([&] {
            const auto group = view(person);
            const auto* member = group ? memberIn(*group, other) : nullptr;
            return member != nullptr && member->words.isEmpty() && member->joined;
        });
    }
    /// Anna's, with these.
    void found(const std::vector<const Person*>& members) {
        QList<ContactId> ids;
        for (const Person* member : members)
            ids << at(anna, *member);
        const auto made = anna.client->groups().found(QStringLiteral("Family"), ids);
        ASSERT_TRUE(made) << made.error().detail;
        family = *made;
    }
    void joins(Person& person) {
        ASSERT_TRUE(is(person, GroupState::Asked));
        ASSERT_TRUE(person.client->groups().answer(family, true, view(person)->version));
        ASSERT_TRUE(reaches(anna, person));
    }
    /// Anna, Bo and Chen are in it, and know it of one another.
    void meet() {
        found({&bo, &chen});
        joins(bo);
        joins(chen);
        for (const auto& [one, other] : {std::pair(&bo, &chen), std::pair(&chen, &bo)})
            ASSERT_TRUE(reaches(*one, *other));
    }

    QList<GroupMessageView> rows(const Person& person) const {
        return person.client->groups().history(family, 0, 1000);
    }
    QStringList said(const Person& person, MessageKind kind = MessageKind::Text) const {
        QStringList out;
        for (const auto& row : rows(person))
            if (row.kind == kind)
                out << (row.sender.value != 0 ? row.senderName + QStringLiteral(": ") : QString()) + row.text;
        return out;
    }
    bool hears(const Person& person, const QString& line) const {
        return eventually([&] { return said(person).contains(line); });
    }
    bool notes(const Person& person, const QString& words) const {
        return eventually([&] {
            const auto all = said(person, MessageKind::Notice);
            return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.contains(words); });
        });
    }
    MessageId say(Person& person, const QString& words) const {
        const auto sent = person.client->groups().sendText(family, words);
        EXPECT_TRUE(sent) << (sent ? "" : sent.error().detail);
        return sent ? *sent : MessageId();
    }
    std::optional<GroupMessageView> row(const Person& person, const MessageId& id) const {
        for (const auto& one : rows(person))
            if (one.id == id)
                return one;
        return std::nullopt;
    }
    /// How the copy of a message for somebody stands.
    std::optional<Delivery> copyOf(const Person& person, const MessageId& id, const QString& who) const {
        const auto message = row(person, id);
        if (message)
            for (const auto& copy : message->copies)
                if (copy.name == who)
                    return copy.delivery;
        return std::nullopt;
    }
};

}  // namespace sesame::client
