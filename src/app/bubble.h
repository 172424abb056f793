// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"

#include <QFont>
#include <QRect>

class QPainter;

namespace sesame::app {

/// Where the parts of one message row go, for a given place, font and message.
struct Bubble {
    QRect day;      ///< empty: no day heading
    QRect bubble;   ///< text messages; for notices the pill
    QRect heading;  ///< in a group: who said it, or to whom it did not go
    QRect text;
    QRect meta;   ///< time and ticks
    QRect retry;  ///< "Not sent… Try again"; empty unless failed
    int height = 0;

    static Bubble layOut(const client::MessageView& message, bool startsDay, const QRect& place,
                         const QFont& font, const QString& heading = {});
    void paint(QPainter& painter, const client::MessageView& message, const QFont& font, bool selected,
               const QString& heading = {}) const;

  private:
    void layOutText(const client::MessageView& message, const QRect& place, const QFont& font,
                    const QString& heading);
    void layOutNotice(const client::MessageView& message, const QRect& place, const QFont& font);
};

/// Smaller type for times and headings.
QFont smallType(const QFont& font);
/// The same, for names.
QFont headingType(const QFont& font);

}  // namespace sesame::app
