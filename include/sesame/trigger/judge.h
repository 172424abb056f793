// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/trigger/match_kind.h"
#include "sesame/trigger/rule.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

/// Message content → rule. Pure: no clock, no I/O, no network, no Qt. Any thread.
namespace sesame::trigger {

/// How one typed message relates to one phrase (DESIGN section 4).
MatchKind compare(std::string_view phrase, std::string_view typed);

/// The way in which something was said.
enum class Way : std::uint8_t { Phrase, Media };

/// What collect hands over: a message that the user of this client composed and sent in this client (I1).
struct OwnMessage {
    MessageId id;
    PublicIdentity author;     ///< this account
    PublicIdentity recipient;  ///< the helper at the other end of the conversation
    std::string text;          ///< the whole message
    bool composed =
        false;  ///< typed or pasted into the composer and sent from it: not quoted, forwarded, edited
    std::int64_t msSincePaste =
        -1;  ///< time between the last paste into the composer and Send; -1: nothing was pasted
};

/// What collect hands over when the user of this client sent a file of this computer (I1).
struct OwnMedia {
    MessageId id;
    PublicIdentity author;
    PublicIdentity recipient;
    MediaPrint print;
};

/// One row that may match now: a rule, as it stood when it was invited.
struct Candidate {
    RuleHash hash;
    Rule rule;
};

/// The rules of one pair, indexed so that a look-up does not grow with the table. Immutable once built; any
/// thread.
class RuleTable {
  public:
    explicit RuleTable(std::vector<Candidate> candidates);
    RuleTable(RuleTable&&) noexcept;
    RuleTable& operator=(RuleTable&&) noexcept;
    ~RuleTable();

    std::size_t size() const;
    /// `normalised` as by normalise(). Null if there is none.
    const Candidate* exact(std::string_view normalised) const;
    /// Candidates that a slip could lead to; few, whatever the size of the table. `typed` is the raw text.
    std::vector<const Candidate*> nearby(std::string_view typed) const;

  private:
    struct Index;
    std::unique_ptr<Index> index_;
};

struct Verdict {
    MatchKind kind = MatchKind::No;
    Way way = Way::Phrase;
    const Candidate* candidate = nullptr;  ///< into the table; null when kind is No
};

/// The judge. Only an own, composed message to the rule's helper can match (I1), and not one that was sent
/// within 300 ms of a paste (S16).
Verdict judge(const OwnMessage& message, const RuleTable& table);

/// The same for a picture, sound or clip: looks at each row, of which one pair has few, and takes the likest.
/// Whoever gets a Match asks first, as for Near: no picture is read with the care with which words are.
Verdict judge(const OwnMedia& media, std::span<const Candidate> candidates);

}  // namespace sesame::trigger
