// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/han_word.h"

#include <unicode/brkiter.h>

#include <memory>

namespace sesame::trigger {
namespace {

std::unique_ptr<icu::BreakIterator> makeWordBreaker() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaker(
        icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
    return U_SUCCESS(status) ? std::move(breaker) : nullptr;
}

}  // namespace

bool isInsideHanWord(std::u32string_view text, std::size_t at) {
    // Made once a thread: reading the dictionary takes a millisecond, a sentence some microseconds.
    thread_local const std::unique_ptr<icu::BreakIterator> breaker = makeWordBreaker();
    if (!breaker)
        return false;
    icu::UnicodeString units;
    for (const char32_t letter : text)
        units.append(static_cast<UChar32>(letter));
    breaker->setText(units);
    const std::int32_t end = breaker->following(units.moveIndex32(0, static_cast<std::int32_t>(at)));
    const std::int32_t begin = breaker->previous();
    return end != icu::BreakIterator::DONE && begin != icu::BreakIterator::DONE &&
           units.countChar32(begin, end - begin) > 1;
}

}  // namespace sesame::trigger
