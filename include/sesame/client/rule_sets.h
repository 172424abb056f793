// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/rule_set.h"

#include <QObject>

namespace sesame::client {

/// What becomes of one rule of a set.
enum class RowFate : std::uint8_t {
    New,
    Same,      ///< it is there already, word for word
    Replaces,  ///< another rule of the same phrase, or an older version
    Refused,   ///< it may not be a rule
    Older,     ///< than what is on file
    NoRoom,    ///< there are too many rules
    Over,      ///< its time is over
};
inline constexpr RowFate kRowFates[] = {RowFate::New,   RowFate::Same,   RowFate::Replaces, RowFate::Refused,
                                        RowFate::Older, RowFate::NoRoom, RowFate::Over};
/// "new", "same", "replaces", "refused", "older", "no-room", "over".
const char* name(RowFate fate);
/// Whether it is in use after a Yes.
inline bool isGood(RowFate fate) {
    return fate == RowFate::New || fate == RowFate::Same || fate == RowFate::Replaces;
}

/// One rule of a set, next to the rules that are there.
struct SetRowView {
    QString phrase;
    trigger::Command command;
    QString commandText;
    RuleTerms terms;
    QString termsText;  ///< one translated sentence or more: how it is answered, where recognised, how long
    RowFate fate = RowFate::New;
    QString fateText;              ///< one translated sentence
    std::optional<RuleId> rule{};  ///< in an offer: which one it is
};

/// Sets of rules: into files and out of them, and offered to others, who accept or decline all of it. What is
/// offered and not accepted is no rule: nothing is judged by it, and nobody can be invited to it. Survives a
/// restart. Lives in the client's thread.
class RuleSets : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;
    static constexpr int kMostOffered = 100;  ///< rules in one offer
    static constexpr int kMostOpen = 10;      ///< offers between two people, each way
    static constexpr int kOfferDays = 14;

    /// Those of this user's rules for a contact, in the order of the table; all where none is named. Without
    /// those whose key is a picture, sound or clip: a file of this computer belongs to it.
    virtual RuleSet gather(ContactId contact, const QString& name, const QList<RuleId>& rules = {}) const = 0;
    /// What would become of each row in the table of this contact. Of rows that are not picked the others
    /// know nothing; none given: all are.
    virtual QList<SetRowView> plan(ContactId receiver, const RuleSet& set,
                                   const QList<bool>& picked = {}) const = 0;
    /// Makes the picked rows rules for this contact, as Client::saveRule() does; those that may not be are
    /// left out. All that are good or none; returns how many are new or changed.
    virtual Result<int> import(ContactId receiver, const RuleSet& set, const QList<bool>& picked = {}) = 0;

    // As the helper.
    /// What may not be a rule for this contact or is one already is left out. Exists when nothing is left,
    /// Malformed for more than fits one offer, Unavailable when too many of this user's wait for their
    /// answer.
    virtual Result<MessageId> offer(ContactId receiver, const RuleSet& set) = 0;
    virtual Status withdraw(const MessageId& offer) = 0;
    virtual bool isOnlyOffered(ContactId receiver, const RuleId& rule) const = 0;

    // As the receiver.
    /// Yes: takes what may be taken, and returns what became of each. Expired when it is not open any more,
    /// Refused for a Yes that a program pressed after somebody had control (S25): it stays open then.
    using Hand = desktop::PressWatch::Hand;
    virtual Result<QList<SetRowView>> answer(const MessageId& offer, bool yes, Hand hand = Hand::Unknown) = 0;

    /// Outgoing: what this user offered. Newest first.
    virtual QList<OfferView> offers(Direction direction) const = 0;
    /// The rules in an offer, and what would become of each. NotFound.
    virtual Result<QList<SetRowView>> rows(const MessageId& offer) const = 0;

  Q_SIGNALS:
    void offersChanged();
};

}  // namespace sesame::client
