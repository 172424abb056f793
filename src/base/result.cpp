// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/base/result.h"

namespace sesame {

const char* name(ErrorCode code) {
    switch (code) {
        case ErrorCode::Malformed:
            return "malformed";
        case ErrorCode::Refused:
            return "refused";
        case ErrorCode::NotFound:
            return "not-found";
        case ErrorCode::Exists:
            return "exists";
        case ErrorCode::Expired:
            return "expired";
        case ErrorCode::Changed:
            return "changed";
        case ErrorCode::Unavailable:
            return "unavailable";
        case ErrorCode::Full:
            return "full";
        case ErrorCode::Io:
            return "io";
        case ErrorCode::Cancelled:
            return "cancelled";
    }
    return "unknown";
}

}  // namespace sesame
