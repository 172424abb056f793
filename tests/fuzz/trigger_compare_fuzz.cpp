// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/base/assert.h"
#include "sesame/trigger/judge.h"
#include "sesame/trigger/phrase.h"

#include <cstddef>
#include <cstdint>

// The first line is the phrase, the rest what was typed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sesame::trigger;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t line = std::min(input.find('\n'), size);
    const std::string_view phrase = input.substr(0, line);
    const std::string_view typed = input.substr(std::min(line + 1, size));
    const bool same = !normalise(phrase).empty() && normalise(phrase) == normalise(typed);
    SESAME_ASSERT((compare(phrase, typed) == MatchKind::Match) == same);

    std::vector<Candidate> candidates(1);
    candidates[0].rule.phrase = phrase;
    OwnMessage message;
    message.composed = true;
    message.text = typed;
    SESAME_ASSERT((judge(message, RuleTable(candidates)).kind == MatchKind::Match) == same);
    return 0;
}
