// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/picture_alignment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace sesame::trigger {
namespace {

constexpr std::size_t kUnknowns = 8;
constexpr std::size_t kTiles = 3;
constexpr std::size_t kStartsTried = 3;
constexpr std::size_t kFinerThan = 10;  // of the side: what is broader says little
constexpr std::size_t kJudgedFinerThan = 16;
constexpr std::size_t kLeastRadius = 2;
constexpr std::size_t kCoarsestSide = 16;
constexpr float kLeastAtCoarsest = 0.55F;  // once the start is mended there
constexpr float kLeastAtMiddle = 0.72F;
constexpr double kLeastGain = 0.002;
constexpr float kSurelyBest = 0.95F;
constexpr float kLeastOverlap = 0.6F;  // of what counts of the rule's picture

/// Where a point of the rule's picture lies in the one sent: a homography, both pictures from -1 to 1.
using Warp = std::array<double, kUnknowns>;

struct Point {
    double x;
    double y;
};

Point warped(const Warp& w, Point p) {
    const double depth = 1 + w[6] * p.x + w[7] * p.y;
    return {(w[0] * p.x + w[1] * p.y + w[2]) / depth, (w[3] * p.x + w[4] * p.y + w[5]) / depth};
}

double unit(std::size_t pixel, std::size_t side) {
    return (2.0 * static_cast<double>(pixel) + 1) / static_cast<double>(side) - 1;
}

struct Sample {
    double value;
    double dx;
    double dy;  // slope per unit
};

std::optional<Sample> sampled(const GreyField& field, Point p) {
    const auto side = static_cast<double>(field.side);
    const double x = (p.x + 1) * side / 2 - 0.5;
    const double y = (p.y + 1) * side / 2 - 0.5;
    const auto margin = static_cast<double>(marginOf(field.side));
    if (!(x >= margin && y >= margin && x < side - 1 - margin && y < side - 1 - margin))
        return std::nullopt;
    const auto left = static_cast<std::size_t>(x);
    const auto top = static_cast<std::size_t>(y);
    const double fx = x - static_cast<double>(left);
    const double fy = y - static_cast<double>(top);
    const double a = field.at(left, top);
    const double b = field.at(left + 1, top);
    const double c = field.at(left, top + 1);
    const double d = field.at(left + 1, top + 1);
    return Sample{(a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy,
                  ((b - a) * (1 - fy) + (d - c) * fy) * side / 2,
                  ((c - a) * (1 - fx) + (d - b) * fx) * side / 2};
}

struct Correlation {
    double n = 0, a = 0, b = 0, aa = 0, bb = 0, ab = 0;

    void add(double left, double right) {
        n += 1;
        a += left;
        b += right;
        aa += left * left;
        bb += right * right;
        ab += left * right;
    }
    double varianceLeft() const { return aa - a * a / n; }
    double varianceRight() const { return bb - b * b / n; }
    double value() const {
        if (n < 2 || varianceLeft() < 1e-6 || varianceRight() < 1e-6)
            return 0;
        return (ab - a * b / n) / std::sqrt(varianceLeft() * varianceRight());
    }
};

Correlation correlate(const GreyField& rule, const GreyField& sent, const Warp& warp) {
    Correlation sum;
    for (std::size_t y = marginOf(rule.side); y < rule.side - marginOf(rule.side); ++y)
        for (std::size_t x = marginOf(rule.side); x < rule.side - marginOf(rule.side); ++x)
            if (const auto s = sampled(sent, warped(warp, {unit(x, rule.side), unit(y, rule.side)})))
                sum.add(rule.at(x, y), s->value);
    return sum;
}

bool overlaps(const Correlation& sum, std::size_t side) {
    const auto counted = static_cast<double>(side - 2 * marginOf(side));
    return sum.n >= kLeastOverlap * counted * counted;
}

using Normal = std::array<std::array<double, kUnknowns + 1>, kUnknowns>;

std::optional<Warp> solved(Normal m) {
    for (std::size_t i = 0; i < kUnknowns; ++i) {
        std::size_t pivot = i;
        for (std::size_t r = i + 1; r < kUnknowns; ++r)
            if (std::abs(m[r][i]) > std::abs(m[pivot][i]))
                pivot = r;
        if (std::abs(m[pivot][i]) < 1e-9)
            return std::nullopt;
        std::swap(m[i], m[pivot]);
        for (std::size_t r = 0; r < kUnknowns; ++r) {
            if (r == i)
                continue;
            const double factor = m[r][i] / m[i][i];
            for (std::size_t c = i; c <= kUnknowns; ++c)
                m[r][c] -= factor * m[i][c];
        }
    }
    Warp step{};
    for (std::size_t i = 0; i < kUnknowns; ++i)
        step[i] = m[i][kUnknowns] / m[i][i];
    return step;
}

/// One step of Lucas and Kanade: the warp that a linear look at the slopes holds for better.
/// `sum`: as they correlate now.
std::optional<Warp> improved(const GreyField& rule, const GreyField& sent, const Warp& warp,
                             const Correlation& sum) {
    if (!overlaps(sum, rule.side) || sum.varianceRight() < 1e-6)
        return std::nullopt;
    const double gain = std::max(0.2, (sum.ab - sum.a * sum.b / sum.n) / sum.varianceRight());
    const double lift = (sum.a - gain * sum.b) / sum.n;
    Normal normal{};
    for (std::size_t y = marginOf(rule.side); y < rule.side - marginOf(rule.side); ++y)
        for (std::size_t x = marginOf(rule.side); x < rule.side - marginOf(rule.side); ++x) {
            const Point p{unit(x, rule.side), unit(y, rule.side)};
            const Point q = warped(warp, p);
            const auto s = sampled(sent, q);
            if (!s)
                continue;
            const double depth = 1 + warp[6] * p.x + warp[7] * p.y;
            const double gx = gain * s->dx / depth;
            const double gy = gain * s->dy / depth;
            const double away = -(gx * q.x + gy * q.y);
            const Warp slope{gx * p.x, gx * p.y, gx, gy * p.x, gy * p.y, gy, away * p.x, away * p.y};
            const double rest = rule.at(x, y) - gain * s->value - lift;
            for (std::size_t i = 0; i < kUnknowns; ++i) {
                for (std::size_t k = i; k < kUnknowns; ++k)
                    normal[i][k] += slope[i] * slope[k];
                normal[i][kUnknowns] += slope[i] * rest;
            }
        }
    for (std::size_t i = 1; i < kUnknowns; ++i)
        for (std::size_t k = 0; k < i; ++k)
            normal[i][k] = normal[k][i];
    for (std::size_t i = 0; i < kUnknowns; ++i)
        normal[i][i] = normal[i][i] * (i < 6 ? 1.01 : 1.1) + 1e-6;
    const auto step = solved(normal);
    if (!step)
        return std::nullopt;
    Warp next = warp;
    for (std::size_t i = 0; i < kUnknowns; ++i)
        next[i] += (*step)[i];
    return next;
}

/// What a crop, a margin, a small turn or a look from aside can do; anything else is another picture.
bool isPlausible(const Warp& w) {
    const auto within = [](double value, double low, double high) { return value >= low && value <= high; };
    return within(w[0], 0.65, 1.45) && within(w[4], 0.65, 1.45) && std::abs(w[1]) < 0.2 &&
           std::abs(w[3]) < 0.2 && std::abs(w[2]) < 0.35 && std::abs(w[5]) < 0.35 && std::abs(w[6]) < 0.2 &&
           std::abs(w[7]) < 0.2;
}

struct Fit {
    Warp warp;
    double value;
};

Fit refined(const GreyField& rule, const GreyField& sent, Fit fit, int steps) {
    Warp warp = fit.warp;
    Correlation sum = correlate(rule, sent, warp);
    fit.value = sum.value();
    int inVain = 0;
    for (int i = 0; i < steps && inVain < 2; ++i) {
        const auto next = improved(rule, sent, warp, sum);
        if (!next || !isPlausible(*next))
            break;
        warp = *next;
        sum = correlate(rule, sent, warp);
        const bool better = overlaps(sum, rule.side) && sum.value() > fit.value;
        inVain = better && sum.value() > fit.value + kLeastGain ? 0 : inVain + 1;
        if (better)
            fit = {warp, sum.value()};
    }
    return fit;
}

std::vector<Warp> makeStarts() {
    std::vector<Warp> out;
    for (const double scale : {0.78, 0.88, 1.0, 1.1})
        for (const double dx : {-0.1, 0.0, 0.1})
            for (const double dy : {-0.1, 0.0, 0.1})
                out.push_back({scale, 0, dx, 0, scale, dy, 0, 0});
    return out;
}

const std::vector<Warp>& startWarps() {
    static const std::vector<Warp> warps = makeStarts();
    return warps;
}

/// Mean 0 and length 1 over those that count; 0 for the others and where all are the same.
void evenOut(std::span<float> values, const std::vector<bool>& counts) {
    double sum = 0;
    double squares = 0;
    double n = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!counts[i])
            continue;
        sum += values[i];
        squares += static_cast<double>(values[i]) * values[i];
        n += 1;
    }
    const double mean = n > 0 ? sum / n : 0;
    const double length = std::sqrt(std::max(0.0, squares - sum * mean));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = counts[i] && length > 1e-3 ? static_cast<float>((values[i] - mean) / length) : 0.0F;
}

bool isInside(std::size_t at, std::size_t side) {
    return at >= marginOf(side) && at < side - marginOf(side);
}

float likenessAt(const CoarseLooks& rule, const CoarseLooks& sent, std::size_t start) {
    const float* const a = rule.values.data() + start * rule.pixels;
    const float* const b = sent.values.data() + start * rule.pixels;
    // Four sums, which the compiler may take side by side.
    std::array<float, 4> sums{};
    for (std::size_t i = 0; i < rule.pixels; i += sums.size())
        for (std::size_t k = 0; k < sums.size(); ++k)
            sums[k] += a[i + k] * b[i + k];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

std::vector<Fit> startsOf(const CoarseLooks& rule, const CoarseLooks& sent) {
    std::vector<Fit> fits;
    for (std::size_t i = 0; i < startWarps().size(); ++i)
        if (const float value = likenessAt(rule, sent, i); value >= kLeastCoarse)
            fits.push_back({startWarps()[i], value});
    std::ranges::sort(fits, std::ranges::greater{}, &Fit::value);
    if (fits.size() > kStartsTried)
        fits.resize(kStartsTried);
    return fits;
}

Likeness judged(const GreyField& rule, const GreyField& sent, const Warp& warp) {
    std::array<Correlation, kTiles * kTiles> tiles;
    Correlation all;
    for (std::size_t y = marginOf(rule.side); y < rule.side - marginOf(rule.side); ++y)
        for (std::size_t x = marginOf(rule.side); x < rule.side - marginOf(rule.side); ++x) {
            const auto s = sampled(sent, warped(warp, {unit(x, rule.side), unit(y, rule.side)}));
            if (!s)
                continue;
            all.add(rule.at(x, y), s->value);
            tiles[y * kTiles / rule.side * kTiles + x * kTiles / rule.side].add(rule.at(x, y), s->value);
        }
    if (!overlaps(all, rule.side))
        return {};
    Likeness likeness{static_cast<float>(all.value()), 1, 0};
    // A part where both are plain says nothing; one where only one is plain does.
    for (const Correlation& tile : tiles) {
        const bool told = tile.n * static_cast<double>(tiles.size()) * 3 > all.n &&
                          std::max(tile.varianceLeft() / all.varianceLeft(),
                                   tile.varianceRight() / all.varianceRight()) > 0.03;
        if (told)
            likeness.weakest = std::min(likeness.weakest, static_cast<float>(tile.value()));
    }
    return likeness;
}

/// From the start to the whole picture; nothing where it does not become likelier on the way.
std::optional<Warp> aligned(const std::vector<GreyField>& rules, const std::vector<GreyField>& sents,
                            Fit fit) {
    for (std::size_t level = rules.size(); level-- > 0;) {
        fit = refined(rules[level], sents[level], fit, 8);
        const std::size_t side = rules[level].side;
        if (level > 0 && fit.value < (side <= kCoarsestSide ? kLeastAtCoarsest : kLeastAtMiddle))
            return std::nullopt;
    }
    return fit.warp;
}

GreyField judgedField(const GreyField& field) {
    return highPassed(field, std::max(kLeastRadius, field.side / kJudgedFinerThan));
}

std::vector<GreyField> levelsOf(const GreyField& field) {
    std::vector<GreyField> levels{highPassed(field, field.side / kFinerThan)};
    while (levels.back().side >= 32)
        levels.push_back(halved(levels.back()));
    return levels;
}

}  // namespace

CoarseLooks coarseLooks(const GreyField& field, Side side) {
    const GreyField coarse = levelsOf(field).back();
    const std::size_t pixels = coarse.side * coarse.side;
    CoarseLooks looks{pixels, std::vector<float>(pixels * startWarps().size())};
    for (std::size_t start = 0; start < startWarps().size(); ++start) {
        const std::span<float> look(looks.values.data() + start * pixels, pixels);
        std::vector<bool> counts(pixels);
        for (std::size_t i = 0; i < pixels; ++i) {
            const Point p{unit(i % coarse.side, coarse.side), unit(i / coarse.side, coarse.side)};
            const auto sample = sampled(coarse, warped(startWarps()[start], p));
            counts[i] = sample.has_value() && isInside(i % coarse.side, coarse.side) &&
                        isInside(i / coarse.side, coarse.side);
            if (sample)
                look[i] = side == Side::Rule ? coarse.values[i] : static_cast<float>(sample->value);
        }
        evenOut(look, counts);
    }
    return looks;
}

float coarseLikeness(const CoarseLooks& rule, const CoarseLooks& sent) {
    float best = 0;
    for (std::size_t start = 0; start < startWarps().size(); ++start)
        best = std::max(best, likenessAt(rule, sent, start));
    return best;
}

Likeness likenessOf(const GreyField& rule, const GreyField& sent) {
    const auto starts = startsOf(coarseLooks(rule, Side::Rule), coarseLooks(sent, Side::Sent));
    if (starts.empty())
        return {};
    const std::vector<GreyField> rules = levelsOf(rule);
    const std::vector<GreyField> sents = levelsOf(sent);
    const GreyField ruleFine = judgedField(rule);
    const GreyField sentFine = judgedField(sent);
    Likeness best;
    for (const Fit& start : starts) {
        const auto warp = aligned(rules, sents, start);
        const Likeness likeness = warp ? judged(ruleFine, sentFine, *warp) : Likeness();
        if (likeness.whole > best.whole)
            best = likeness;
        if (best.whole > kSurelyBest)
            break;
    }
    best.detail = std::min(detailOf(ruleFine), detailOf(sentFine));
    return best;
}

}  // namespace sesame::trigger
