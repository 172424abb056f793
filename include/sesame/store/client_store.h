// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/store/database.h"
#include "sesame/store/file_record.h"
#include "sesame/store/group_record.h"
#include "sesame/store/offer_record.h"
#include "sesame/store/records.h"

#include <functional>

namespace sesame::store {

/// The client's whole memory: typed access to the encrypted database, and its migrations. Every change that
/// belongs together is made inside one transact(); single calls commit by themselves. One thread.
class ClientStore {
  public:
    /// Creates it or brings it up to date. Refused for a wrong key, Expired for a database of a newer
    /// version, Malformed for a damaged one, Unavailable while another process has it open.
    static Result<ClientStore> open(const std::string& path, const crypto::Key& key);

    /// Runs `change` in one transaction: committed if it returns success, rolled back otherwise. Not nested.
    /// Once a call inside has failed on the database itself, nothing of it can be committed any more.
    Status transact(const std::function<Status()>& change);

    // Values by name: account seed, handle, hub, name, settings, audit head.
    Status setValue(const std::string& name, ByteView value);
    Result<std::optional<Bytes>> value(const std::string& name);
    Status removeValue(const std::string& name);

    /// id 0 inserts. Returns the id. Exists if another contact has this handle, NotFound for an unknown id.
    Result<ContactId> saveContact(const ContactRecord& contact);
    Result<std::vector<ContactRecord>> contacts();
    Result<std::optional<ContactRecord>> contact(ContactId id);
    Result<std::optional<ContactRecord>> contactByHandle(const std::string& handle);

    /// False if a message with this id and direction from this contact is there already (deduplication, I8).
    Result<bool> addMessage(MessageRecord& message);  // sets order
    /// Moves an outgoing message on: Sending, Sent, Delivered, Read, never backwards; Failed only from
    /// Sending. A receipt counts also for a message that had been given up. Anything else, an unknown id
    /// among it, changes nothing and is no error. That a receipt comes from the message's contact is for the
    /// caller to check.
    Status setDelivery(const MessageId& id, Delivery delivery, const std::string& reason = {});
    /// Failed back to Sending, for another try. NotFound if there is no such message, Refused in any other
    /// state.
    Status requeue(const MessageId& id);
    /// Senders choose their ids, so that an incoming message may carry the id of another: the outgoing
    /// message goes first here, then the oldest. The other form is exact.
    Result<std::optional<MessageRecord>> message(const MessageId& id);
    Result<std::optional<MessageRecord>> message(ContactId contact, Direction direction, const MessageId& id);
    /// Up to `limit` messages older than `beforeOrder` (0: the newest), oldest first.
    Result<std::vector<MessageRecord>> history(ContactId contact, std::int64_t beforeOrder, int limit);
    Result<std::vector<MessageId>> outgoingIn(ContactId contact, Delivery delivery);
    /// The newest message of a conversation, for the list of contacts.
    Result<std::optional<MessageRecord>> lastMessage(ContactId contact);
    Result<int> unread(ContactId contact);  // notices are never unread
    Result<std::vector<MessageId>> markRead(ContactId contact,
                                            std::int64_t upToOrder);  // newly read incoming ids
    /// Texts and phrases that contain all of `words`, newest first; Chinese, Japanese and Korean by single
    /// characters, other words from their beginning, case and accents aside.
    Result<std::vector<MessageRecord>> search(const std::string& words, int limit);

    /// Has this mail been handled before? Remembered for every incoming mail, also those that show nothing.
    Result<bool> rememberMail(ContactId contact, const MessageId& id);  // false: seen before

    Status addOutbox(OutboxRecord& record);  // sets order; Exists if the id waits already
    Result<std::vector<OutboxRecord>> outbox(std::int64_t afterOrder, int limit);
    Status removeOutbox(const MessageId& id);

    Status saveSession(ContactId contact, ByteView state);
    Result<std::optional<Bytes>> session(ContactId contact);
    Status removeSession(ContactId contact);

    Status savePrekey(const PrekeyRecord& prekey);
    Result<std::optional<PrekeyRecord>> prekey(std::uint32_t id, bool oneTime);
    Result<std::vector<PrekeyRecord>> prekeys(bool oneTime);
    Status removePrekey(std::uint32_t id, bool oneTime);
    Result<bool> rememberInitial(const ByteArray<32>& digest);  // false: seen before (S02)

    /// Refused for a version not above the stored one of the same pair, direction and id (S10). A tombstone
    /// is a version like any other and stays.
    Status saveRule(const RuleRecord& rule);
    /// For a rule that turns out bad: kept and shown, never used. A newer version makes it live again.
    Status disableRule(ContactId contact, Direction direction, const RuleId& id);
    Result<std::vector<RuleRecord>> rules(ContactId contact, Direction direction);

    /// Exists if there is one with this id: what was invited never changes (S09).
    Status saveInvitation(const InvitationRecord& invitation);
    /// Refused unless it is open or asked for: an invitation is closed once and for all. NotFound for an
    /// unknown id.
    Status setInvitationState(const MessageId& id, InvitationState state);
    /// The helper said yes to a wish: it is open from now on, with this rule and these times. Refused unless
    /// it is asked for.
    Status grantWish(const InvitationRecord& answered);
    Result<std::optional<InvitationRecord>> invitation(const MessageId& id);
    /// Those that are open or asked for.
    Result<std::vector<InvitationRecord>> openInvitations(ContactId contact, Direction direction);

    /// Exists if there is one with this id.
    Status addFile(const FileRecord& file);
    /// State, path and reason; the rest never changes.
    Status updateFile(const FileRecord& file);
    Result<std::optional<FileRecord>> file(const MessageId& id);
    /// Offered, moving or waiting; incoming also failed, as those may go on.
    Result<std::vector<FileRecord>> filesUnderWay();

    /// Exists if there is one with this id. `rules` are those in it.
    Status addOffer(const OfferRecord& offer, const std::vector<RuleId>& rules);
    Status setOfferState(const MessageId& id, OfferState state, std::uint32_t taken = 0);
    Result<std::optional<OfferRecord>> offer(const MessageId& id);
    /// Newest first, without their rules.
    Result<std::vector<OfferRecord>> offers(Direction direction);
    /// The same, only those that are open.
    Result<std::vector<OfferRecord>> openOffers(ContactId contact, Direction direction);
    /// Whether this rule is in an offer that was not accepted.
    Result<bool> isOnlyOffered(ContactId contact, Direction direction, const RuleId& rule);

    /// Takes the place of what is known of this group. Refused for a version below that.
    Status saveGroup(const GroupRecord& group);
    Result<std::optional<GroupRecord>> group(const GroupId& id);
    Result<std::vector<GroupRecord>> groups();
    /// Who has said that they joined. False: it was known, or not known, already.
    Result<bool> setJoined(const GroupId& group, const PublicIdentity& member, bool joined);
    Result<std::vector<PublicIdentity>> joined(const GroupId& group);

    /// False if this sender has said something with this id in this group already.
    Result<bool> addGroupMessage(GroupMessageRecord& message);  // sets order
    Result<std::optional<GroupMessageRecord>> groupMessage(std::int64_t order);
    /// One's own goes first, then the oldest.
    Result<std::optional<GroupMessageRecord>> groupMessage(const MessageId& id);
    /// Up to `limit` older than `beforeOrder` (0: the newest), oldest first.
    Result<std::vector<GroupMessageRecord>> groupHistory(const GroupId& group, std::int64_t beforeOrder,
                                                         int limit);
    Result<int> groupUnread(const GroupId& group);  // notices are never unread
    /// Those that are read now and were not.
    Result<std::vector<GroupMessageRecord>> markGroupRead(const GroupId& group, std::int64_t upToOrder);
    /// As search(), in what was said in groups.
    Result<std::vector<GroupMessageRecord>> searchGroups(const std::string& words, int limit);

    Status addGroupCopy(const GroupCopyRecord& copy);
    /// Those of one message, in the order of their handles.
    Result<std::vector<GroupCopyRecord>> groupCopies(std::int64_t order);
    Result<std::optional<GroupCopyRecord>> groupCopy(const MessageId& mail);
    /// As setDelivery(), of one copy; failed copies may be Sending again.
    Status setGroupCopy(const MessageId& mail, Delivery delivery, const std::string& reason = {});
    Result<std::vector<MessageId>> groupCopiesIn(ContactId contact, Delivery delivery);

    /// Refused unless the index follows the last one. Entries cannot be changed or removed.
    Status appendAudit(const AuditRecord& record);
    Result<std::vector<AuditRecord>> audit();

    /// To be called once on a database that was restored from a copy (S41): what is in it may have been used,
    /// revoked or replaced since. Closes open invitations, disables every rule until a newer version comes,
    /// and forgets sessions and prekeys, so that no message key is used twice and no old first message is
    /// taken again.
    Status markRestored();

    ClientStore(ClientStore&&) noexcept;
    ClientStore& operator=(ClientStore&&) noexcept;
    ~ClientStore();

  private:
    explicit ClientStore(Database database);
    /// Runs inside the open transaction, or in one of its own.
    Status atomically(const std::function<Status()>& change);
    Database database_;
    bool inTransaction_ = false;
};

}  // namespace sesame::store
