// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/comparison.h"
#include "trigger/features.h"
#include "trigger/utf8.h"

#include "sesame/trigger/judge.h"
#include "sesame/trigger/phrase.h"

#include <algorithm>
#include <unordered_map>

namespace sesame::trigger {
namespace {

constexpr std::size_t kMostCandidates = 16;
constexpr std::size_t kMostPostings = 4096;  // read for one message, whatever the size of the table

std::uint64_t hashOfText(std::string_view text) {
    return std::hash<std::string_view>{}(text);
}

/// Open addressing: key → number of a candidate.
class ExactIndex {
  public:
    void build(const std::vector<std::string>& keys) {
        std::size_t size = 16;
        while (size < keys.size() * 2)
            size *= 2;
        slots_.assign(size, Slot{});
        for (std::uint32_t i = 0; i < keys.size(); ++i) {
            if (keys[i].empty())
                continue;
            std::size_t at = hashOfText(keys[i]) & (size - 1);
            while (slots_[at].number != kFree && keys[slots_[at].number] != keys[i])
                at = (at + 1) & (size - 1);
            if (slots_[at].number == kFree)
                slots_[at] = {static_cast<std::uint32_t>(hashOfText(keys[i]) >> 32), i};
        }
    }

    std::optional<std::uint32_t> find(const std::vector<std::string>& keys, std::string_view key) const {
        const std::uint64_t hash = hashOfText(key);
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = hash & mask; slots_[at].number != kFree; at = (at + 1) & mask)
            if (slots_[at].tag == static_cast<std::uint32_t>(hash >> 32) && keys[slots_[at].number] == key)
                return slots_[at].number;
        return std::nullopt;
    }

  private:
    static constexpr std::uint32_t kFree = 0xFFFFFFFF;
    struct Slot {
        std::uint32_t tag = 0;
        std::uint32_t number = kFree;
    };
    std::vector<Slot> slots_;
};

/// Feature → candidates that have it, as one sorted array of pairs packed into 64 bits.
class FeatureIndex {
  public:
    void build(const std::vector<std::string>& keys) {
        for (std::uint32_t i = 0; i < keys.size(); ++i)
            if (const auto points = decodeUtf8(keys[i]); points && points->size() <= kLongestPhrase)
                for (const std::uint32_t feature : featuresOf(*points))
                    postings_.push_back(std::uint64_t{feature} << 32 | i);
        std::ranges::sort(postings_);
        postings_.erase(std::unique(postings_.begin(), postings_.end()), postings_.end());
        postings_.shrink_to_fit();
        buildSteps();
    }

    // Candidates that share the most features with `text`, weighed by how rare each feature is.
    std::vector<std::uint32_t> best(std::u32string_view text) const {
        std::vector<std::span<const std::uint64_t>> lists;
        for (const std::uint32_t feature : featuresOf(text))
            if (const auto list = listOf(feature); !list.empty())
                lists.push_back(list);
        std::ranges::sort(lists, {}, [](const auto& list) { return list.size(); });
        std::unordered_map<std::uint32_t, double> votes;
        std::size_t read = 0;
        for (const auto& list : lists) {
            if (read >= kMostPostings)
                break;
            const auto part = list.first(std::min(list.size(), kMostPostings - read));
            for (const std::uint64_t posting : part)
                votes[static_cast<std::uint32_t>(posting)] += 1.0 / static_cast<double>(8 + list.size());
            read += part.size();
        }
        return mostVoted(votes);
    }

  private:
    static constexpr unsigned kStepBits = 16;

    void buildSteps() {
        steps_.assign((std::size_t{1} << kStepBits) + 1, 0);
        for (const std::uint64_t posting : postings_)
            ++steps_[(posting >> (64 - kStepBits)) + 1];
        for (std::size_t i = 1; i < steps_.size(); ++i)
            steps_[i] += steps_[i - 1];
    }

    std::span<const std::uint64_t> listOf(std::uint32_t feature) const {
        const std::size_t step = feature >> (32 - kStepBits);
        const auto first = postings_.begin() + static_cast<std::ptrdiff_t>(steps_[step]);
        const auto last = postings_.begin() + static_cast<std::ptrdiff_t>(steps_[step + 1]);
        const auto begin = std::lower_bound(first, last, std::uint64_t{feature} << 32);
        const auto end = std::upper_bound(begin, last, std::uint64_t{feature} << 32 | 0xFFFFFFFF);
        return {begin, end};
    }

    static std::vector<std::uint32_t> mostVoted(const std::unordered_map<std::uint32_t, double>& votes) {
        std::vector<std::pair<double, std::uint32_t>> order;
        order.reserve(votes.size());
        for (const auto& [number, weight] : votes)
            order.emplace_back(-weight, number);
        const std::size_t count = std::min(order.size(), kMostCandidates);
        std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end());
        std::vector<std::uint32_t> out;
        for (std::size_t i = 0; i < count; ++i)
            out.push_back(order[i].second);
        return out;
    }

    std::vector<std::uint64_t> postings_;
    std::vector<std::size_t> steps_;
};

}  // namespace

struct RuleTable::Index {
    std::vector<Candidate> candidates;
    std::vector<std::string> keys;  // the normalised phrase of each
    ExactIndex exact;
    FeatureIndex features;
};

RuleTable::RuleTable(std::vector<Candidate> candidates) : index_(std::make_unique<Index>()) {
    index_->candidates = std::move(candidates);
    index_->keys.reserve(index_->candidates.size());
    for (const Candidate& candidate : index_->candidates)
        index_->keys.push_back(candidate.rule.removed ? std::string() : normalise(candidate.rule.phrase));
    index_->exact.build(index_->keys);
    index_->features.build(index_->keys);
}

RuleTable::RuleTable(RuleTable&&) noexcept = default;
RuleTable& RuleTable::operator=(RuleTable&&) noexcept = default;
RuleTable::~RuleTable() = default;

std::size_t RuleTable::size() const {
    return index_->candidates.size();
}

const Candidate* RuleTable::exact(std::string_view normalised) const {
    const auto number = index_->exact.find(index_->keys, normalised);
    return number ? &index_->candidates[*number] : nullptr;
}

std::vector<const Candidate*> RuleTable::nearby(std::string_view typed) const {
    std::vector<const Candidate*> out;
    const auto text = decodeUtf8(normalise(typed));
    if (!text || text->empty() || text->size() > kLongestNear)
        return out;
    for (const std::uint32_t number : index_->features.best(*text))
        out.push_back(&index_->candidates[number]);
    return out;
}

}  // namespace sesame::trigger
