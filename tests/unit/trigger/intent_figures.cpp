// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/trigger/intent_figures.h"

#include "unit/trigger/tsv.h"

namespace sesame::trigger {
namespace {

// "the calculator" and "calculator" are looked for alike.
std::string withoutArticle(std::string slot) {
    for (const char* article : {"the ", "my ", "a ", "an ", "我的", "那个", "这个"})
        if (slot.starts_with(article))
            return slot.substr(std::string(article).size());
    return slot;
}

}  // namespace

void IntentFigures::count(const std::string& meant, const std::string& slot, const std::string& message,
                          const Wish& found) {
    const bool takenForWish = found.intent != Intent::None;
    if (takenForWish)
        ++of[static_cast<std::size_t>(found.intent)].claimed;
    if (meant == "none" || meant == "refused") {
        ++(meant == "none" ? none : refused);
        (meant == "none" ? noneTaken : refusedTaken) += takenForWish ? 1 : 0;
    }
    for (std::size_t i = 1; i < kIntents; ++i) {
        if (meant != name(static_cast<Intent>(i)))
            continue;
        ++of[i].wished;
        if (static_cast<std::size_t>(found.intent) != i)
            continue;
        ++of[i].found;
        of[i].slots += found.slot == slot ? 1 : 0;
        of[i].nearly += withoutArticle(found.slot) == withoutArticle(slot) ? 1 : 0;
    }
    if (meant == "refused" ? takenForWish : meant != name(found.intent))
        mistakes.push_back(meant + " → " + name(found.intent) + ": " + message);
}

IntentFigures figuresOf(const std::string& file) {
    IntentFigures out;
    for (const auto& row : readTsv(file)) {
        const std::string& message = row.back();
        const Wish found = recogniseWish(message);
        if (row.size() == 1)
            out.count("none", "", message, found);
        else
            out.count(row[0], row[1], message, found);
    }
    return out;
}

}  // namespace sesame::trigger
