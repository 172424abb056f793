// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/press_watch.h"
#include "sesame/store/file_record.h"
#include "sesame/store/offer_record.h"
#include "sesame/trigger/rule_check.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <optional>

/// What windows and the command line show: values, no behaviour.
namespace sesame::client {

using store::ContactId;
using store::ContactState;
using store::Delivery;
using store::Direction;
using store::FileState;
using store::InvitationState;
using store::MessageKind;
using store::OfferState;

enum class ConnectionState { NoAccount, Offline, Connecting, Online, Refused };

struct AccountView {
    QString name;
    QString handle;
    QString hub;            ///< wss://host:port
    QString fingerprint;    ///< own identity key, hexadecimal
    QString keyProtection;  ///< where the database key is: "secret-service", "passphrase", "key-file"
};

struct ContactView {
    ContactId id;
    QString name;  ///< the user's own label, else what they call themselves
    QString handle;
    ContactState state = ContactState::Requested;
    bool online = false;
    bool verified = false;
    bool keyChanged = false;  ///< everything that could grant is off until acknowledged
    QDateTime since;
    int unread = 0;
    QString lastText;
    QDateTime lastTime;
};

struct InvitationView {
    QString phrase;   ///< of a wish: the receiver's own words; empty where the helper tells it
    QString command;  ///< one plain sentence: "Open the program “Calculator”"
    InvitationState state = InvitationState::Open;
    QDateTime expires;
    trigger::Ways ways{};                       ///< how the receiver may grant it; none of them for a wish
    std::optional<trigger::MediaKind> media{};  ///< what is to be sent back in place of a phrase
};

/// A file as a message.
struct FileView {
    QString name;  ///< as it may be shown
    quint64 size = 0;
    FileState state = FileState::Offered;
    quint64 done = 0;         ///< bytes that have arrived at the hub, or here
    QString path;             ///< of the file on this computer; empty until it is here
    QString words;            ///< one translated sentence: what becomes of it now
    bool wantedBack = false;  ///< an invitation of its sender's is open that waits for a file
};

/// A rule set that a helper offers: all of it or nothing.
struct OfferView {
    MessageId id;
    ContactId contact;
    QString contactName;
    Direction direction = Direction::Incoming;  ///< Outgoing: this user is the helper
    QString name;                               ///< of the set
    int rules = 0;
    int taken = 0;  ///< Accepted: how many of them are in use since
    OfferState state = OfferState::Open;
    QDateTime time;
    QDateTime expires;
};

struct MessageView {
    MessageId id;
    ContactId contact;
    qint64 order = 0;
    Direction direction = Direction::Incoming;
    MessageKind kind = MessageKind::Text;
    Delivery delivery = Delivery::None;
    QDateTime time;
    QString text;    ///< Text: the words. Notice, Outcome, File, RuleOffer: one translated sentence
    QString reason;  ///< Failed: why, translated
    std::optional<InvitationView> invitation;  ///< Invitation, Wish
    std::optional<FileView> file{};            ///< File
    std::optional<OfferView> offer{};          ///< RuleOffer
};

/// What a rule says besides phrase and command.
struct RuleTerms {
    trigger::Ways ways{true, true};
    trigger::JudgePlace judgedAt = trigger::JudgePlace::Receiver;
    std::uint32_t days = 0;  ///< for which it is valid once it is made; 0: no end
    /// In place of a phrase, which is empty then; see Client::recognise().
    std::optional<trigger::MediaPrint> media{};
    /// Where that picture, sound or clip is on this computer: sent beside each invitation. May be empty.
    QString mediaFile{};
    bool operator==(const RuleTerms&) const = default;
};

/// A rule in the editor.
struct RuleView {
    RuleId id;
    QString phrase;
    trigger::Command command;
    QString commandText;
    quint64 version = 0;
    bool enabled = true;
    bool delivered = false;  ///< the receiver's client has it
    RuleTerms terms{};
    QDateTime until{};  ///< null: no end
};

/// How a message was made; only the composer fills this in.
struct Composition {
    qint64 msSincePaste = -1;  ///< time between the last paste and Send; -1: nothing was pasted
};

/// The question of the consent dialog. All text is plain text.
struct ConsentView {
    quint64 question = 0;  ///< number of this question
    ContactId contact;
    QString helperName;
    QDateTime knownSince;
    bool verified = false;
    QString sentence;  ///< "Anna wants to open the program “Calculator” on this computer."
    QString target;    ///< resolved target in full
    QString note;      ///< e.g. that the program was installed by this user, not by the system; may be empty
    int refusals = 0;  ///< 3 and more: offer to block
    /// A help session: how far it goes, and the longest time that may be chosen.
    std::optional<trigger::RemoteControl> remote{};
    /// A share: how far it goes, and the longest time.
    std::optional<trigger::ShareFolder> share{};
    bool rise = false;  ///< it runs already and would go further
};

/// What belongs to a Yes.
struct ConsentChoice {
    quint32 minutes = 0;  ///< for a help session or share, at most what was asked for; 0: as asked
    /// What pressed Yes (S25).
    desktop::PressWatch::Hand hand = desktop::PressWatch::Hand::Unknown;
    /// For a share: days for which it may be opened again without a question, or
    /// consent::kStandingUntilEnded; 0: only now.
    quint32 standingDays = 0;
};

/// "Did you mean …?"
struct NearView {
    quint64 question = 0;
    ContactId contact;
    QString phrase;  ///< empty when a file was sent
    QString command;
    std::optional<trigger::MediaKind> media{};  ///< what was sent
    std::optional<store::GroupId> group{};      ///< where it was said; none: in the conversation of the two
};

/// "Ask Anna for this?" The last message was taken for a wish.
struct WishView {
    quint64 question = 0;
    ContactId contact;
    QString name;         ///< whom to ask
    QStringList options;  ///< what may be meant, as plain sentences; the first is what was understood
};

/// Several files fit: which one?
struct ChoiceView {
    quint64 question = 0;
    ContactId contact;
    QString name;
    QStringList paths;
    bool cutShort = false;
};

}  // namespace sesame::client

Q_DECLARE_METATYPE(sesame::client::MessageView)
Q_DECLARE_METATYPE(sesame::client::ContactView)
