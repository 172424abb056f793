// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/trigger/rule.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

/// "Instruction authentication": may this phrase, or this picture, be a key (I10)? Asked when a rule is made
/// and again when it arrives.
namespace sesame::trigger {

enum class PhraseProblem : std::uint8_t {
    Empty,
    NotUtf8,
    SeveralLines,
    TooShort,          ///< weighs less than 8 (Han, Kana, Hangul = 2, other letter = 1)
    TooLong,           ///< more than 64 code points
    HiddenCharacters,  ///< controls, bidi controls, default-ignorable, private use, unassigned
    StackedMarks,      ///< more than 2 marks on a base
    MixedScripts,      ///< beyond UTS #39 Highly Restrictive
    EverydayWords,
    Repetition,
    DigitsOnly,
    LinkOrAddress,
    RefusalOrStop,
    MoneyOrSecrets,
    ConfusableRule,  ///< too like the phrase of another rule of the same pair
};

/// Stable name for JSON and logs ("too-short").
const char* name(PhraseProblem problem);

/// The first reason why `phrase` may not be a key; nullopt when it may. Pure; any thread.
std::optional<PhraseProblem> checkPhrase(std::string_view phrase);

enum class CommandProblem : std::uint8_t {
    NoTarget,
    TargetTooLong,
    HiddenCharacters,
    RelativePath,
    NotCanonicalPath,  ///< "..", "//", "/./"
    SpecialPlace,      ///< /dev, /proc, /sys and the like
    ShellOrTerminal,   ///< interpreters are never a target
    NotAProgramName,   ///< a path, a link or a command line instead of a name
    UnknownSetting,
    UnsafeSetting,  ///< not on the allow-list of settings (S35)
    BadValue,
    NotAFileName,    ///< a leading dash, or a link
    ExecutableFile,  ///< a program or script by its extension
    BadTime,         ///< a help session or share of no minutes, or of too many
};
const char* name(CommandProblem problem);
std::optional<CommandProblem> checkCommand(const Command& command);

struct RuleProblem {
    std::optional<PhraseProblem> phrase;
    std::optional<CommandProblem> command;
    std::string otherPhrase;  ///< for ConfusableRule: the phrase it is too like
    std::optional<MediaProblem> media{};
    /// The stable name of whichever is set.
    const char* reason() const;
};

/// A whole rule, next to the others of the same pair (`others` may contain an older version of it, which is
/// ignored).
std::optional<RuleProblem> checkRule(const Rule& rule, std::span<const Rule> others);

}  // namespace sesame::trigger
