// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/alignment.h"

#include "trigger/letters.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

constexpr unsigned kEdit = 4;

unsigned replaceCost(char32_t a, char32_t b) {
    if (a == b)
        return 0;
    if (isHan(a) && isHan(b) && (soundAlike(a, b) || lookAlike(a, b)))
        return kEdit / 2;
    return isCjk(a) == isCjk(b) ? kEdit : kEdit + 2;
}

// Costs of aligning every start of the phrase with every stretch of the typed letters.
class CostTable {
  public:
    CostTable(std::u32string_view phrase, std::u32string_view typed, const std::vector<bool>& boundary)
        : phrase_(phrase),
          typed_(typed),
          boundary_(boundary),
          width_(typed.size() + 1),
          cells_((phrase.size() + 1) * width_, 0) {
        for (std::size_t column = 0; column < width_; ++column)
            at(0, column) = brokenWord(column);
        for (std::size_t row = 1; row <= phrase_.size(); ++row) {
            at(row, 0) = static_cast<unsigned>(row) * kEdit;
            for (std::size_t column = 1; column < width_; ++column)
                fill(row, column);
        }
    }

    unsigned at(std::size_t row, std::size_t column) const { return cells_[row * width_ + column]; }

    bool swapped(std::size_t row, std::size_t column) const {
        return row > 1 && column > 1 && phrase_[row - 1] != phrase_[row - 2] &&
               phrase_[row - 1] == typed_[column - 2] && phrase_[row - 2] == typed_[column - 1];
    }
    unsigned replaced(std::size_t row, std::size_t column) const {
        return replaceCost(phrase_[row - 1], typed_[column - 1]);
    }
    // A key pressed twice is the likeliest slip of all.
    unsigned inserted(std::size_t column) const {
        return column > 1 && typed_[column - 1] == typed_[column - 2] ? kEdit - 1 : kEdit;
    }
    // The last of the cheapest ends, so that a wrong last letter counts as typed wrong rather than lost.
    std::size_t bestEnd() const {
        std::size_t best = 0;
        for (std::size_t column = 1; column < width_; ++column) {
            const unsigned cost = endCost(column);
            if (cost < endCost(best) || (cost == endCost(best) && cost > 0))
                best = column;
        }
        return best;
    }

  private:
    unsigned& at(std::size_t row, std::size_t column) { return cells_[row * width_ + column]; }

    unsigned brokenWord(std::size_t column) const { return boundary_[column] ? 0 : 1; }
    unsigned endCost(std::size_t column) const { return at(phrase_.size(), column) + brokenWord(column); }

    void fill(std::size_t row, std::size_t column) {
        const CostTable& self = *this;
        unsigned cost = self.at(row - 1, column - 1) + replaced(row, column);
        cost =
            std::min({cost, self.at(row - 1, column) + kEdit, self.at(row, column - 1) + inserted(column)});
        if (swapped(row, column))
            cost = std::min(cost, self.at(row - 2, column - 2) + kEdit);
        at(row, column) = cost;
    }

    std::u32string_view phrase_;
    std::u32string_view typed_;
    const std::vector<bool>& boundary_;
    std::size_t width_;
    std::vector<unsigned> cells_;
};

}  // namespace

Alignment align(std::u32string_view phrase, std::u32string_view typed, const std::vector<bool>& boundary) {
    const CostTable costs(phrase, typed, boundary);
    Alignment out;
    std::size_t row = phrase.size();
    std::size_t column = out.end = costs.bestEnd();
    out.cost = costs.at(row, column);
    while (row > 0) {
        const unsigned cost = costs.at(row, column);
        if (column > 0 && cost == costs.at(row - 1, column - 1) + costs.replaced(row, column)) {
            --row, --column;
            if (phrase[row] != typed[column])
                out.edits.push_back({Edit::Kind::Replace, row, column});
        } else if (costs.swapped(row, column) && cost == costs.at(row - 2, column - 2) + kEdit) {
            row -= 2, column -= 2;
            out.edits.push_back({Edit::Kind::Swap, row, column});
        } else if (cost == costs.at(row - 1, column) + kEdit) {
            --row;
            out.edits.push_back({Edit::Kind::Drop, row, column});
        } else {
            --column;
            out.edits.push_back({Edit::Kind::Insert, row, column});
        }
    }
    out.begin = column;
    std::ranges::reverse(out.edits);
    return out;
}

}  // namespace sesame::trigger
