// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>
#include <QStringList>

class QApplication;

namespace sesame::app {

/// Every colour that is drawn by hand; the style sheet in resources/style holds the rest. Text on its
/// background has a contrast of at least 4.5:1, in the consent dialog at least 7:1.
namespace color {
inline constexpr QColor kText{0x1b, 0x24, 0x21};
inline constexpr QColor kQuietText{0x56, 0x61, 0x5d};
inline constexpr QColor kAccent{0x1a, 0x6b, 0x56};
inline constexpr QColor kCanvas{0xf2, 0xf4, 0xf1};
inline constexpr QColor kPaper{0xff, 0xff, 0xff};
inline constexpr QColor kOwnBubble{0xd9, 0xf0, 0xe5};
inline constexpr QColor kLine{0xdc, 0xe1, 0xde};
inline constexpr QColor kChosen{0xe1, 0xef, 0xe9};
inline constexpr QColor kAlarm{0xa8, 0x28, 0x1e};
inline constexpr QColor kOnline{0x2a, 0x9d, 0x5c};
}  // namespace color

/// Palette, style sheet and window icon. Once, before the first window.
void applyStyle(QApplication& app);

/// "small", "normal", "large", "huge"; anything else is normal. Changes every window at once.
void applyTextSize(const QString& size);

/// One of the own pictures in resources/icons.
QIcon icon(const char* name);

}  // namespace sesame::app
