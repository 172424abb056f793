// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace sesame::bench {

/// A page of headings, paragraphs and code in English and Chinese, as a browser smooths them.
QImage textPage(int width, int height);
/// What a window with a title bar, a list and a form looks like.
QImage windowPicture(int width, int height);
/// One frame of a moving picture of many colours, something like a film.
QImage filmFrame(int width, int height, int number);
/// One letter, as an editor draws it.
QImage letter(char32_t character, int width, int height);

}  // namespace sesame::bench
