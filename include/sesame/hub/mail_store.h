// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/tag.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sesame::hub {

/// A number of the store's own for an account; never leaves the hub.
enum class AccountId : std::int64_t {};

struct Account {
    AccountId id{};
    std::string handle;
    PublicIdentity identity;
};

/// What a client is told, and the hub must know, when an account logs in.
struct MailboxState {
    std::uint64_t waiting = 0;
    std::uint32_t oneTimePrekeysLeft = 0;
    std::vector<std::string> blocked;
};

struct SignedPrekey {
    std::uint32_t id = 0;
    ByteArray<32> key{};
    ByteArray<64> signature{};
};

struct OneTimePrekey {
    std::uint32_t id = 0;
    ByteArray<32> key{};
};

struct PrekeyUpload {
    std::optional<SignedPrekey> signedPrekey;
    std::vector<OneTimePrekey> oneTime;
};

struct PublishedBundle {
    PublicIdentity identity;
    SignedPrekey signedPrekey;
    std::optional<OneTimePrekey> oneTime;
};

/// What a helper wants recognised, without the hub's knowing what it is.
struct PublishedTag {
    PhraseTag tag;
    TagReference reference;
};

enum class PublishOutcome : std::uint8_t { Stored, NoSuchAccount, Blocked, TooMany };

struct NewMail {
    AccountId sender{};
    std::string senderHandle;
    std::string recipient;
    MessageId id;
    Bytes sealed;
    std::optional<PhraseTag> tag{};  ///< looked up when the mail is stored, and forgotten
};

struct StoredMail {
    std::uint64_t sequence = 0;
    AccountId recipient{};
    AccountId sender{};
    std::string senderHandle;
    MessageId id;
    Bytes sealed;
};

enum class AppendOutcome : std::uint8_t { Stored, NoSuchAccount, Blocked, MailboxFull };

struct Appended {
    AppendOutcome outcome = AppendOutcome::Stored;
    StoredMail mail;                           ///< complete if stored, else only `id`
    std::optional<TagReference> recognised{};  ///< of the mail's tag in the recipient's table
};

struct FetchLimits {
    std::size_t count = 0;
    std::size_t bytes = 0;  ///< at least one mail is given even if it is larger
};

struct Fetched {
    std::vector<StoredMail> mails;
    bool more = false;  ///< a limit was met before the mailbox ended
};

/// What one mailbox may hold.
struct Quota {
    std::size_t messages = 0;
    std::size_t bytes = 0;
};

/// Everything a hub must not forget: accounts, prekeys, blocks, tags and mail that waits. Nothing in it is
/// readable to the hub but handles, public keys and sizes.
///
/// Methods may be called from any thread and return at once. Each callback is called exactly once, on a
/// thread of the store's own, one at a time; it must not block. A callback with a value means the change is
/// on disk. Appends are stored, numbered and called back in the order they were handed in, and a fetch sees
/// every mail whose append was called back before the fetch was. Errors: Full when the disk is full, Io when
/// it fails otherwise, Cancelled after close().
class MailStore {
  public:
    template <typename T>
    using Callback = std::function<void(Result<T>)>;

    virtual ~MailStore() = default;

    /// Exists if the handle belongs to another key; the same key again is no error.
    virtual void registerAccount(std::string handle, PublicIdentity identity, Callback<Account> done) = 0;
    virtual void findAccount(std::string handle, Callback<Account> done) = 0;
    virtual void mailboxState(AccountId account, Callback<MailboxState> done) = 0;

    /// Beyond wire::kMaxOneTimePrekeys in store, further one-time prekeys are left out.
    virtual void publishPrekeys(AccountId account, PrekeyUpload upload, Callback<void> done) = 0;
    /// Hands out each one-time prekey once. NotFound without account or signed prekey, Refused if `owner`
    /// blocks `asker`.
    virtual void takeBundle(AccountId asker, std::string owner, Callback<PublishedBundle> done) = 0;

    /// NotFound if there is no such account, Refused beyond kMaxBlocked.
    virtual void setBlocked(AccountId owner, std::string handle, bool blocked, Callback<void> done) = 0;

    /// Puts `tags` in the place of what `owner` wanted recognised in the mail of `peer`. Blocked, if one of
    /// the two blocks the other; whoever blocks later deletes the tags of both.
    virtual void publishTags(AccountId owner, std::string peer, std::vector<PublishedTag> tags,
                             Callback<PublishOutcome> done) = 0;

    virtual void append(NewMail mail, Callback<Appended> done) = 0;
    /// Mails of `account` after sequence `after`, in order.
    virtual void fetch(AccountId account, std::uint64_t after, FetchLimits limits,
                       Callback<Fetched> done) = 0;
    /// Forgets these mails of `account` soon; after a crash some may be there again.
    virtual void acknowledge(AccountId account, std::vector<std::uint64_t> sequences) = 0;
    /// Which of these mails from `sender` to `recipient` have not been acknowledged.
    virtual void stillWaiting(AccountId sender, std::string recipient, std::vector<MessageId> ids,
                              Callback<std::vector<MessageId>> done) = 0;

    /// Finishes what was handed in, calls back, and stops. Later calls are answered with Cancelled.
    virtual void close() = 0;

    static constexpr std::size_t kMaxBlocked = 1'000;
    static constexpr std::size_t kMaxTagsOfPair = 256;
    static constexpr std::size_t kMaxTagsOfAccount = 4'096;
};

}  // namespace sesame::hub
