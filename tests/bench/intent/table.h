// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "unit/trigger/intent_figures.h"

namespace sesame::trigger {

/// Prints the figures of one set of sentences, in percent; the mistakes too if asked for.
void printTable(const char* title, const IntentFigures& figures, bool mistakes);

}  // namespace sesame::trigger
