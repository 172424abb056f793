// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/hidden.h"

#include <unicode/uchar.h>

namespace sesame::trigger {

bool isHiddenCharacter(char32_t character) {
    const auto point = static_cast<UChar32>(character);
    const auto unseen = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK | U_GC_CN_MASK | U_GC_CS_MASK;
    return (U_GET_GC_MASK(point) & unseen) != 0 ||
           u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
           u_hasBinaryProperty(point, UCHAR_BIDI_CONTROL) || character == 0x2800 || character == 0xFFFC ||
           character == 0xFFFD;  // that which stands for what cannot be shown
}

}  // namespace sesame::trigger
