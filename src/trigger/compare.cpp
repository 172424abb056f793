// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/comparison.h"
#include "trigger/utf8.h"

#include "sesame/trigger/judge.h"
#include "sesame/trigger/phrase.h"

namespace sesame::trigger {

const char* name(MatchKind kind) {
    switch (kind) {
        case MatchKind::Match:
            return "match";
        case MatchKind::Near:
            return "near";
        case MatchKind::No:
            break;
    }
    return "no";
}

MatchKind compare(std::string_view phrase, std::string_view typed) {
    const std::string key = normalise(phrase);
    const std::string text = normalise(typed);
    if (key.empty() || text.empty())
        return MatchKind::No;
    if (key == text)
        return MatchKind::Match;
    return isNear(*decodeUtf8(key), *decodeUtf8(text)) ? MatchKind::Near : MatchKind::No;
}

}  // namespace sesame::trigger
