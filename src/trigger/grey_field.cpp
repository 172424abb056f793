// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/grey_field.h"

#include <algorithm>
#include <cmath>

namespace sesame::trigger {

GreyField fieldOf(std::span<const std::byte> grey, std::size_t side) {
    GreyField field{side, std::vector<float>(side * side)};
    std::ranges::transform(grey, field.values.begin(),
                           [](std::byte value) { return static_cast<float>(std::to_integer<int>(value)); });
    return field;
}

GreyField halved(const GreyField& field) {
    const std::size_t side = field.side / 2;
    GreyField half{side, std::vector<float>(side * side)};
    for (std::size_t y = 0; y < side; ++y)
        for (std::size_t x = 0; x < side; ++x)
            half.values[y * side + x] = (field.at(2 * x, 2 * y) + field.at(2 * x + 1, 2 * y) +
                                         field.at(2 * x, 2 * y + 1) + field.at(2 * x + 1, 2 * y + 1)) /
                                        4;
    return half;
}

GreyField highPassed(const GreyField& field, std::size_t radius) {
    const std::size_t side = field.side;
    GreyField fine = field;
    // Sums of everything above and to the left make the mean of any window four look-ups.
    std::vector<double> sums((side + 1) * (side + 1));
    for (std::size_t y = 0; y < side; ++y)
        for (std::size_t x = 0; x < side; ++x)
            sums[(y + 1) * (side + 1) + x + 1] = field.at(x, y) + sums[y * (side + 1) + x + 1] +
                                                 sums[(y + 1) * (side + 1) + x] - sums[y * (side + 1) + x];
    for (std::size_t y = 0; y < side; ++y) {
        const std::size_t top = y > radius ? y - radius : 0;
        const std::size_t bottom = std::min(side, y + radius + 1);
        for (std::size_t x = 0; x < side; ++x) {
            const std::size_t left = x > radius ? x - radius : 0;
            const std::size_t right = std::min(side, x + radius + 1);
            const double sum = sums[bottom * (side + 1) + right] - sums[top * (side + 1) + right] -
                               sums[bottom * (side + 1) + left] + sums[top * (side + 1) + left];
            const auto count = static_cast<double>((bottom - top) * (right - left));
            fine.values[y * side + x] -= static_cast<float>(sum / count);
        }
    }
    return fine;
}

float detailOf(const GreyField& field) {
    const std::size_t margin = std::max<std::size_t>(marginOf(field.side), 1);  // the last has no next
    double sum = 0;
    double squares = 0;
    double steps = 0;
    for (std::size_t y = margin; y < field.side - margin; ++y)
        for (std::size_t x = margin; x < field.side - margin; ++x) {
            const double value = field.at(x, y);
            const double right = field.at(x + 1, y) - value;
            const double below = field.at(x, y + 1) - value;
            sum += value;
            squares += value * value;
            steps += right * right + below * below;
        }
    const auto count = static_cast<double>((field.side - 2 * margin) * (field.side - 2 * margin));
    const double variance = squares - sum * sum / count;
    return variance > 1e-6 ? static_cast<float>(steps / variance) : 0.0F;
}

float contrastOf(const GreyField& field) {
    double sum = 0;
    double squares = 0;
    for (const float value : field.values) {
        sum += value;
        squares += static_cast<double>(value) * value;
    }
    const auto count = static_cast<double>(field.values.size());
    return static_cast<float>(std::sqrt(std::max(0.0, squares / count - sum * sum / (count * count))));
}

}  // namespace sesame::trigger
