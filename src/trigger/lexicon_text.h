// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The word lists of resources/lexicon, one constant for each file.
namespace sesame::trigger::words {

extern const char* const willing;
extern const char* const filler;
extern const char* const refusing;
extern const char* const asking;
extern const char* const telling;
extern const char* const waiting;
extern const char* const opposites;
extern const char* const lookalike;
extern const char* const readings;
extern const char* const english;
extern const char* const everyday;
extern const char* const talk;
extern const char* const deeds;
extern const char* const things;
extern const char* const money;
extern const char* const familiar;
extern const char* const openings;
extern const char* const stops;
extern const char* const halting;
extern const char* const halting_beside;
extern const char* const agreeing;
extern const char* const declining;
extern const char* const interpreters;
extern const char* const wish_settings;
extern const char* const wish_words;

}  // namespace sesame::trigger::words
