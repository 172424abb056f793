// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/group_book.h"

#include "client/qt_text.h"

#include "sesame/client/plain_text.h"

#include <algorithm>

namespace sesame::client {
namespace {

SignedMembership signedListOf(const store::GroupRecord& record) {
    SignedMembership out{record.membership, {}};
    std::copy_n(record.signature.begin(), std::min(record.signature.size(), out.signature.size()),
                out.signature.begin());
    return out;
}

store::GroupRecord groupRecordOf(const Membership& list, const SignedMembership& signedList) {
    store::GroupRecord out;
    out.id = list.id();
    out.founder = list.founder;
    out.version = list.version;
    out.name = list.name;
    out.membership = signedList.membership;
    out.signature = toBytes(signedList.signature);
    return out;
}

}  // namespace

GroupBook::GroupBook(Ledger& ledger, AccountKeeper& account, ContactBook& contacts,
                     GroupConversation& conversation, Diary& diary, Outbox& outbox,
                     InvitationBook& invitations, Events& events, crypto::Random& random, const Clock& clock)
    : ledger_(ledger),
      account_(account),
      contacts_(contacts),
      conversation_(conversation),
      diary_(diary),
      outbox_(outbox),
      invitations_(invitations),
      events_(events),
      random_(random),
      clock_(clock) {
}

Result<GroupBook::Group> GroupBook::get(const GroupId& id) {
    SESAME_TRY_ASSIGN(auto record, ledger_.store().group(id));
    if (!record)
        return Error{ErrorCode::NotFound, "no such group"};
    const SignedMembership signedList = signedListOf(*record);
    SESAME_TRY_ASSIGN(Membership list, openMembership(signedList));
    return Group{*std::move(record), std::move(list), hashOf(signedList)};
}

std::vector<GroupBook::Group> GroupBook::all() {
    std::vector<Group> out;
    const auto records = ledger_.store().groups();
    if (records)
        for (const auto& record : *records)
            if (auto group = get(record.id))
                out.push_back(*std::move(group));
    return out;
}

std::optional<store::ContactRecord> GroupBook::contactOf(const Member& member) {
    auto contact = contacts_.byHandle(member.handle);
    if (!contact || contact->identity != member.key || !ContactBook::mayAsk(*contact))
        return std::nullopt;
    return contact;
}

bool GroupBook::hasJoined(const Group& group, const PublicIdentity& member) {
    if (member == group.list.founder)
        return true;
    const auto joined = ledger_.store().joined(group.record.id);
    return joined && std::find(joined->begin(), joined->end(), member) != joined->end();
}

std::vector<GroupBook::Reach> GroupBook::reach(const Group& group) {
    std::vector<Reach> out;
    for (const Member& member : group.list.members) {
        if (isSelf(member))
            continue;
        Reach one{member, contacts_.byHandle(member.handle), hasJoined(group, member.key), nullptr};
        const bool known = one.contact && one.contact->state == ContactState::Accepted;
        if (one.contact && one.contact->state == ContactState::Blocked)
            one.gap = group_gap::kBlocked;
        else if (one.contact && (one.contact->identity != member.key || one.contact->newIdentity))
            one.gap = group_gap::kOtherKey;
        else if (!known)
            one.gap = group_gap::kNoContact;
        else if (!one.joined)
            one.gap = group_gap::kNotJoined;
        out.push_back(std::move(one));
    }
    return out;
}

bool GroupBook::isTogether(const store::ContactRecord& contact, const GroupId& id) {
    const auto group = get(id);
    if (!group || !group->isJoined() || !ContactBook::mayAsk(contact))
        return false;
    const Member* member = group->list.find(contact.identity);
    return member != nullptr && member->handle == contact.handle && hasJoined(*group, contact.identity);
}

int GroupBook::asking(const PublicIdentity& founder) {
    int out = 0;
    const auto records = ledger_.store().groups();
    if (records)
        for (const auto& record : *records)
            out += record.founder == founder && record.state == GroupState::Asked ? 1 : 0;
    return out;
}

Status GroupBook::post(const store::ContactRecord& to, Content::Body body) {
    return outbox_.post(to, {random_.messageId(), clock_.wallMs(), std::move(body)});
}

Status GroupBook::refuse(const store::ContactRecord& from, const char* why) {
    SESAME_TRY(diary_.record("group-refused", from, why));
    return Error{ErrorCode::Refused, why};
}

void GroupBook::announce(const GroupId& id) {
    ledger_.afterCommit([this, id] { Q_EMIT events_.groupChanged(id); });
}

Status GroupBook::setState(store::GroupRecord record, GroupState state, const char* event) {
    record.state = state;
    SESAME_TRY(ledger_.store().saveGroup(record));
    SESAME_TRY(diary_.record(event, record.name, {}));
    announce(record.id);
    return {};
}

// Nothing that was asked for in this group is open any more.
Status GroupBook::closeHelp(const GroupId& id, const PublicIdentity& member) {
    for (const auto& contact : contacts_.all())
        if (contact.identity == member)
            SESAME_TRY(invitations_.voidAll(contact, id));
    return {};
}

Status GroupBook::closeHelp(const GroupId& id, const Membership& list) {
    for (const Member& member : list.members)
        SESAME_TRY(closeHelp(id, member.key));
    return {};
}

Status GroupBook::forgetJoined(const GroupId& id) {
    SESAME_TRY_ASSIGN(const auto joined, ledger_.store().joined(id));
    for (const auto& member : joined)
        SESAME_TRY(ledger_.store().setJoined(id, member, false));
    return {};
}

// The founder.

Result<GroupBook::Group> GroupBook::own(const GroupId& id) {
    SESAME_TRY_ASSIGN(auto group, get(id));
    if (group.list.founder != account_.identity().publicKey())
        return Error{ErrorCode::Refused, "only its founder changes a group"};
    if (!group.isJoined())
        return Error{ErrorCode::Expired, "the group has ended"};
    return group;
}

Result<GroupId> GroupBook::found(const std::string& name, const std::vector<store::ContactRecord>& members) {
    Membership list;
    list.seed = random_.bytes<16>();
    list.founder = account_.identity().publicKey();
    list.name = name;
    list.madeMs = clock_.wallMs();
    list.members = {{toStd(account_.handle()), list.founder}};
    for (const auto& contact : members) {
        if (!ContactBook::mayAsk(contact))
            return Error{ErrorCode::Refused, "not an accepted contact"};
        list.members.push_back({contact.handle, contact.identity});
    }
    if (!isPlainName(toQt(name)))
        return Error{ErrorCode::Malformed, "the name is not plain"};
    if (list.members.size() > kMostMembers)
        return Error{ErrorCode::Unavailable, "too many members"};
    SESAME_TRY_ASSIGN(const auto known, ledger_.store().groups());
    if (known.size() >= kMostGroups)
        return Error{ErrorCode::Unavailable, "too many groups"};
    const SignedMembership signedList = sign(list, account_.identity());
    SESAME_TRY(openMembership(signedList));
    const Status made = ledger_.transact([&]() -> Status {
        store::GroupRecord record = groupRecordOf(list, signedList);
        record.sinceMs = clock_.wallMs();
        SESAME_TRY(setState(record, GroupState::Joined, "group-founded"));
        SESAME_TRY(conversation_.notice(list.id(), GroupNotice::Founded));
        return publish(list, {});
    });
    if (!made)
        return made.error();
    return list.id();
}

// To whoever is in it, and to whoever was.
Status GroupBook::publish(const Membership& next, const std::optional<Membership>& former) {
    const GroupMembershipContent body{sign(next, account_.identity())};
    std::vector<Member> to = next.members;
    if (former)
        for (const Member& member : former->members)
            if (next.find(member.key) == nullptr)
                to.push_back(member);
    for (const Member& member : to)
        if (const auto contact = isSelf(member) ? std::nullopt : contactOf(member))
            SESAME_TRY(post(*contact, body));
    return {};
}

Status GroupBook::change(const GroupId& id, const Change& make) {
    SESAME_TRY_ASSIGN(const auto group, own(id));
    Membership next = group.list;
    ++next.version;
    next.madeMs = clock_.wallMs();
    SESAME_TRY(make(next));
    const SignedMembership signedList = sign(next, account_.identity());
    SESAME_TRY(openMembership(signedList));
    return ledger_.transact([&]() -> Status {
        SESAME_TRY(follow(group, groupRecordOf(next, signedList), next));
        return publish(next, group.list);
    });
}

Status GroupBook::add(const GroupId& id, const store::ContactRecord& member) {
    if (!ContactBook::mayAsk(member))
        return Error{ErrorCode::Refused, "not an accepted contact"};
    return change(id, [&](Membership& next) -> Status {
        if (next.find(member.identity) != nullptr)
            return Error{ErrorCode::Exists, "a member already"};
        if (next.members.size() >= kMostMembers)
            return Error{ErrorCode::Unavailable, "too many members"};
        // Somebody of this handle is in it with a former key.
        std::erase_if(next.members, [&](const Member& one) { return one.handle == member.handle; });
        next.members.push_back({member.handle, member.identity});
        return {};
    });
}

Status GroupBook::remove(const GroupId& id, const std::string& handle) {
    return change(id, [&](Membership& next) -> Status {
        const Member* member = next.find(handle);
        if (member == nullptr)
            return Error{ErrorCode::NotFound, "no such member"};
        if (isSelf(*member) || next.members.size() <= kFewestMembers)
            return Error{ErrorCode::Refused, "nobody else would be left"};
        std::erase_if(next.members, [&](const Member& one) { return one.handle == handle; });
        return {};
    });
}

Status GroupBook::rename(const GroupId& id, const std::string& name) {
    if (!isPlainName(toQt(name)))
        return Error{ErrorCode::Malformed, "the name is not plain"};
    return change(id, [&](Membership& next) -> Status {
        next.name = name;
        return {};
    });
}

Status GroupBook::end(const GroupId& id) {
    return change(id, [](Membership& next) -> Status {
        next.ended = true;
        return {};
    });
}

// Somebody left, or does not want to join. With nobody else in it a group has ended.
Status GroupBook::takeOut(const GroupId& id, const Member& member, GroupNotice why) {
    SESAME_TRY(ledger_.store().setJoined(id, member.key, false));
    SESAME_TRY(closeHelp(id, member.key));
    SESAME_TRY(conversation_.notice(id, why, member.handle));
    SESAME_TRY_ASSIGN(const auto group, get(id));
    if (group.list.founder != account_.identity().publicKey())
        return {};
    return change(id, [&](Membership& next) -> Status {
        if (next.members.size() > kFewestMembers)
            std::erase_if(next.members, [&](const Member& one) { return one.key == member.key; });
        else
            next.ended = true;
        return {};
    });
}

// A member.

Status GroupBook::received(const store::ContactRecord& from, const GroupMembershipContent& body) {
    const auto list = openMembership(body.membership);
    if (!list)
        return refuse(from, list.error().detail.c_str());
    if (list->founder != from.identity || list->founder == account_.identity().publicKey())
        return refuse(from, "a list of members that is not theirs");
    const auto known = get(list->id());
    store::GroupRecord record = groupRecordOf(*list, body.membership);
    if (!known)
        return list->find(account_.identity().publicKey()) != nullptr && !list->ended
                   ? firstSeen(from, std::move(record))
                   : refuse(from, "a list of members without this user");
    if (list->version <= known->list.version)
        return list->version == known->list.version && record.membership == known->record.membership
                   ? Status()
                   : refuse(from, "an older list of members");
    if (known->record.state == GroupState::Ended)
        return refuse(from, "a group that has ended");
    return follow(*known, std::move(record), *list);
}

Status GroupBook::firstSeen(const store::ContactRecord& from, store::GroupRecord record) {
    SESAME_TRY_ASSIGN(const auto groups, ledger_.store().groups());
    if (groups.size() >= kMostGroups || asking(record.founder) >= kMostAsked)
        return refuse(from, "too many groups");
    record.sinceMs = clock_.wallMs();
    return setState(std::move(record), GroupState::Asked, "group-asked");
}

// A newer version of what is known, from its founder.
Status GroupBook::follow(const Group& former, store::GroupRecord record, const Membership& next) {
    const GroupId id = record.id;
    const GroupState before = former.record.state;
    const bool isIn = next.find(account_.identity().publicKey()) != nullptr;
    record.sinceMs = former.record.sinceMs;
    std::vector<Member> gone;  // of whom nobody has said it yet
    for (const Member& member : former.list.members) {
        if (next.find(member.key) != nullptr)
            continue;
        SESAME_TRY_ASSIGN(const bool wasIn, ledger_.store().setJoined(id, member.key, false));
        SESAME_TRY(closeHelp(id, member.key));
        if (wasIn || !contactOf(member))
            gone.push_back(member);
    }
    if (next.ended || !isIn) {
        SESAME_TRY(closeHelp(id, former.list));
        SESAME_TRY(forgetJoined(id));
        if (before == GroupState::Joined)
            SESAME_TRY(conversation_.notice(id, next.ended ? GroupNotice::Ended : GroupNotice::Removed));
        return setState(std::move(record), next.ended ? GroupState::Ended : GroupState::Removed,
                        next.ended ? "group-ended" : "group-removed");
    }
    if (before == GroupState::Removed) {
        if (asking(next.founder) >= kMostAsked)
            return Error{ErrorCode::Refused, "too many groups"};
        record.sinceMs = clock_.wallMs();
        return setState(std::move(record), GroupState::Asked, "group-asked");
    }
    SESAME_TRY(setState(std::move(record), before, "group-changed"));
    if (before != GroupState::Joined)
        return {};
    SESAME_TRY(tellOfChanges(former.list, next, gone));
    return greet(next, former.list);
}

Status GroupBook::tellOfChanges(const Membership& former, const Membership& next,
                                const std::vector<Member>& gone) {
    const GroupId id = next.id();
    if (former.name != next.name)
        SESAME_TRY(conversation_.notice(id, GroupNotice::Renamed, next.name));
    for (const Member& member : next.members)
        if (former.find(member.key) == nullptr)
            SESAME_TRY(conversation_.notice(id, GroupNotice::MemberAdded, member.handle));
    for (const Member& member : gone)
        SESAME_TRY(conversation_.notice(id, GroupNotice::MemberRemoved, member.handle));
    return {};
}

// Says to those who are new, to all when nothing was known before, that this user is in it. Of the founder
// everybody knows.
Status GroupBook::greet(const Membership& list, const std::optional<Membership>& former) {
    if (list.founder == account_.identity().publicKey())
        return {};
    for (const Member& member : list.members) {
        const bool isNew = !former || former->find(member.key) == nullptr;
        if (const auto contact = isNew && !isSelf(member) ? contactOf(member) : std::nullopt)
            SESAME_TRY(post(*contact, GroupAnswerContent{list.id(), GroupAnswerContent::Answer::Joined}));
    }
    return {};
}

Status GroupBook::answer(const GroupId& id, bool yes, std::uint64_t version) {
    SESAME_TRY_ASSIGN(const auto group, get(id));
    if (group.record.state != GroupState::Asked)
        return Error{ErrorCode::Expired, "not asked any more"};
    if (group.record.version != version)
        return Error{ErrorCode::Changed, "there is a newer list of members"};
    return ledger_.transact([&]() -> Status {
        store::GroupRecord record = group.record;
        record.sinceMs = clock_.wallMs();
        SESAME_TRY(setState(record, yes ? GroupState::Joined : GroupState::Declined,
                            yes ? "group-joined" : "group-declined"));
        if (yes) {
            SESAME_TRY(conversation_.notice(id, GroupNotice::Joined));
            return greet(group.list, {});
        }
        const Member* founder = group.list.find(group.list.founder);
        const auto contact = contactOf(*founder);
        return contact ? post(*contact, GroupAnswerContent{id, GroupAnswerContent::Answer::Declined})
                       : Status();
    });
}

Status GroupBook::leave(const GroupId& id) {
    SESAME_TRY_ASSIGN(const auto group, get(id));
    if (!group.isJoined())
        return Error{ErrorCode::Expired, "not in this group"};
    if (group.list.founder == account_.identity().publicKey())
        return end(id);
    return ledger_.transact([&]() -> Status {
        SESAME_TRY(closeHelp(id, group.list));
        SESAME_TRY(setState(group.record, GroupState::Left, "group-left"));
        SESAME_TRY(conversation_.notice(id, GroupNotice::Left));
        const GroupLeaveContent body{id, group.record.version,
                                     signLeave(id, group.record.version, account_.identity())};
        for (const Member& member : group.list.members)
            if (const auto contact = isSelf(member) ? std::nullopt : contactOf(member))
                SESAME_TRY(post(*contact, body));
        return {};
    });
}

Status GroupBook::received(const store::ContactRecord& from, const GroupAnswerContent& body) {
    const auto group = get(body.group);
    const Member* member = group ? group->list.find(from.identity) : nullptr;
    const bool waits = group && (group->isJoined() || group->record.state == GroupState::Asked);
    if (member == nullptr || member->handle != from.handle || !waits)
        return refuse(from, "about no group with them");
    if (body.answer == GroupAnswerContent::Answer::Declined) {
        if (group->list.founder != account_.identity().publicKey() || hasJoined(*group, from.identity))
            return refuse(from, "an answer to nothing that was asked");
        return takeOut(body.group, Member(*member), GroupNotice::MemberDeclined);
    }
    SESAME_TRY_ASSIGN(const bool fresh, ledger_.store().setJoined(body.group, from.identity, true));
    announce(body.group);
    if (!fresh || !group->isJoined())
        return {};
    if (from.identity != group->list.founder)
        SESAME_TRY(conversation_.notice(body.group, GroupNotice::MemberJoined, from.handle));
    // They may not have heard it when it was said.
    if (group->list.founder == account_.identity().publicKey())
        return {};
    return post(from, GroupAnswerContent{body.group, GroupAnswerContent::Answer::Joined});
}

Status GroupBook::received(const store::ContactRecord& from, const GroupLeaveContent& body) {
    const auto group = get(body.group);
    const Member* member = group ? group->list.find(from.identity) : nullptr;
    if (member == nullptr || member->handle != from.handle || member->key == group->list.founder ||
        !isLeave(body.group, body.version, from.identity, body.signature))
        return refuse(from, "left no group with this user");
    if (!group->isJoined()) {
        SESAME_TRY(ledger_.store().setJoined(body.group, from.identity, false));
        return {};
    }
    if (!hasJoined(*group, from.identity))
        return refuse(from, "left what they were not in");
    return takeOut(body.group, Member(*member), GroupNotice::MemberLeft);
}

Status GroupBook::met(const store::ContactRecord& contact) {
    for (const Group& group : all()) {
        const Member* member = group.list.find(contact.identity);
        if (!group.isJoined() || member == nullptr || !contactOf(*member))
            continue;
        if (group.list.founder == account_.identity().publicKey())
            SESAME_TRY(post(contact, GroupMembershipContent{signedListOf(group.record)}));
        else
            SESAME_TRY(
                post(contact, GroupAnswerContent{group.record.id, GroupAnswerContent::Answer::Joined}));
        announce(group.record.id);
    }
    return {};
}

}  // namespace sesame::client
