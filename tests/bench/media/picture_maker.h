// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace sesame::bench {

/// Pictures that look as if somebody had taken or made them, in families whose members have the same
/// composition: of one family, only what is in the picture differs. The same number is the same picture.
inline constexpr unsigned kFamilies = 10;
const char* familyName(unsigned number);
QImage makePicture(unsigned number, QSize size);

}  // namespace sesame::bench
