// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/input_sink.h"

#include <QList>
#include <QString>

class QKeyEvent;

namespace sesame::app {

/// Which symbol a key press stands for, by the keyboard layout of this computer. Nothing for keys that mean
/// something here only: locks, whose effect is in the symbols already, and the keys of input methods.
std::optional<desktop::KeySymbol> keySymbol(const QKeyEvent& event);

/// The symbols that make this text, in turn.
QList<desktop::KeySymbol> textSymbols(const QString& text);

}  // namespace sesame::app
