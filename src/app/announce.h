// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace sesame::app {

/// Has a screen reader speak the name of this widget now, whatever has the keyboard: a label's is its text.
void announce(QWidget& widget);

}  // namespace sesame::app
