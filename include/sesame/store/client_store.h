// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/store/database.h"
#include "sesame/store/records.h"

#include <functional>

namespace sesame::store {

/// The client's whole memory: typed access to the encrypted database, and its migrations. Every change that
/// belongs together is made inside one transact(); single calls commit by themselves. One thread.
class ClientStore {
  public:
    static Result<ClientStore> open(const std::string& path, const crypto::Key& key);

    /// Runs `change` in one transaction: committed if it returns success, rolled back otherwise. Not nested.
    Status transact(const std::function<Status()>& change);

    // Values by name: account seed, handle, hub, name, settings, audit head.
    Status setValue(const std::string& name, ByteView value);
    Result<std::optional<Bytes>> value(const std::string& name);
    Status removeValue(const std::string& name);

    /// id 0 inserts. Returns the id.
    Result<ContactId> saveContact(const ContactRecord& contact);
    Result<std::vector<ContactRecord>> contacts();
    Result<std::optional<ContactRecord>> contact(ContactId id);
    Result<std::optional<ContactRecord>> contactByHandle(const std::string& handle);

    /// False if a message with this id and direction from this contact is there already (deduplication, I8).
    Result<bool> addMessage(MessageRecord& message);  // sets order
    Status setDelivery(const MessageId& id, Delivery delivery,
                       const std::string& reason = {});  // never backwards
    Result<std::optional<MessageRecord>> message(const MessageId& id);
    /// Up to `limit` messages older than `beforeOrder` (0: the newest), oldest first.
    Result<std::vector<MessageRecord>> history(ContactId contact, std::int64_t beforeOrder, int limit);
    Result<std::vector<MessageId>> outgoingIn(ContactId contact, Delivery delivery);
    Result<int> unread(ContactId contact);
    Result<std::vector<MessageId>> markRead(ContactId contact,
                                            std::int64_t upToOrder);  // newly read incoming ids
    /// Messages whose text contains `words`, newest first; Chinese by single characters.
    Result<std::vector<MessageRecord>> search(const std::string& words, int limit);

    /// Has this mail been handled before? Remembered for every incoming mail, also those that show nothing.
    Result<bool> rememberMail(ContactId contact, const MessageId& id);  // false: seen before

    Status addOutbox(OutboxRecord& record);  // sets order
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

    /// Refused for a version not above the stored one (S10).
    Status saveRule(const RuleRecord& rule);
    Result<std::vector<RuleRecord>> rules(ContactId contact, Direction direction);

    Status saveInvitation(const InvitationRecord& invitation);
    Status setInvitationState(const MessageId& id, InvitationState state);
    Result<std::optional<InvitationRecord>> invitation(const MessageId& id);
    Result<std::vector<InvitationRecord>> openInvitations(ContactId contact, Direction direction);

    Status appendAudit(const AuditRecord& record);
    Result<std::vector<AuditRecord>> audit();

    ClientStore(ClientStore&&) noexcept;
    ClientStore& operator=(ClientStore&&) noexcept;
    ~ClientStore();

  private:
    explicit ClientStore(Database database);
    Status migrate();
    Database database_;
    bool inTransaction_ = false;
};

}  // namespace sesame::store
