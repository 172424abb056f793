// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/group_conversation.h"
#include "client/invitation_book.h"

namespace sesame::client {

/// Groups as this user knows them: which there are, who is in them by the founder's signature, and who has
/// joined. One thread.
class GroupBook {
  public:
    static constexpr std::size_t kMostGroups = Groups::kMostGroups;
    static constexpr int kMostAsked = Groups::kMostAsked;

    GroupBook(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, GroupConversation& conversation,
              Diary& diary, Outbox& outbox, InvitationBook& invitations, Events& events,
              crypto::Random& random, const Clock& clock);

    struct Group {
        store::GroupRecord record;
        Membership list;
        ByteArray<32> hash{};  ///< of the list as it was signed
        bool isJoined() const { return record.state == GroupState::Joined; }
    };
    /// NotFound.
    Result<Group> get(const GroupId& id);
    std::vector<Group> all();

    // As the founder. Each change is a new version of the list, signed and sent to whoever is or was in it.
    Result<GroupId> found(const std::string& name, const std::vector<store::ContactRecord>& members);
    Status add(const GroupId& id, const store::ContactRecord& member);
    Status remove(const GroupId& id, const std::string& handle);
    Status rename(const GroupId& id, const std::string& name);
    Status end(const GroupId& id);

    // As a member.
    Status answer(const GroupId& id, bool yes, std::uint64_t version);
    Status leave(const GroupId& id);

    // What others say. Part of the transaction that takes their mail.
    Status received(const store::ContactRecord& from, const GroupMembershipContent& body);
    Status received(const store::ContactRecord& from, const GroupAnswerContent& body);
    Status received(const store::ContactRecord& from, const GroupLeaveContent& body);
    /// Somebody is a contact now: if they are in a group with this user, they hear of it.
    Status met(const store::ContactRecord& contact);

    /// A member other than this user, and why nothing can be sent to them.
    struct Reach {
        Member member;
        std::optional<store::ContactRecord> contact{};  ///< with this handle, whatever their key
        bool joined = false;
        const char* gap = nullptr;  ///< null: it can
    };
    std::vector<Reach> reach(const Group& group);
    /// Joined, as this user is, with the key that the founder signed: may write here and be helped or help.
    bool isTogether(const store::ContactRecord& contact, const GroupId& id);

  private:
    using Change = std::function<Status(Membership& next)>;
    Status change(const GroupId& id, const Change& make);
    Result<Group> own(const GroupId& id);
    Status publish(const Membership& next, const std::optional<Membership>& former);
    Status follow(const Group& former, store::GroupRecord record, const Membership& next);
    Status firstSeen(const store::ContactRecord& from, store::GroupRecord record);
    Status tellOfChanges(const Membership& former, const Membership& next, const std::vector<Member>& gone);
    Status greet(const Membership& list, const std::optional<Membership>& former);
    Status takeOut(const GroupId& id, const Member& member, GroupNotice why);
    Status setState(store::GroupRecord record, GroupState state, const char* event);
    Status closeHelp(const GroupId& id, const PublicIdentity& member);
    Status closeHelp(const GroupId& id, const Membership& list);
    Status forgetJoined(const GroupId& id);
    bool hasJoined(const Group& group, const PublicIdentity& member);
    std::optional<store::ContactRecord> contactOf(const Member& member);
    bool isSelf(const Member& member) const { return member.key == account_.identity().publicKey(); }
    int asking(const PublicIdentity& founder);
    Status post(const store::ContactRecord& to, Content::Body body);
    Status refuse(const store::ContactRecord& from, const char* why);
    void announce(const GroupId& id);

    Ledger& ledger_;
    AccountKeeper& account_;
    ContactBook& contacts_;
    GroupConversation& conversation_;
    Diary& diary_;
    Outbox& outbox_;
    InvitationBook& invitations_;
    Events& events_;
    crypto::Random& random_;
    const Clock& clock_;
};

}  // namespace sesame::client
