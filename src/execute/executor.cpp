// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/execute/executor.h"

#include "execute/guard.h"

namespace sesame::execute {

const char* name(OutcomeKind kind) {
    switch (kind) {
        case OutcomeKind::Started:
            return "started";
        case OutcomeKind::Focused:
            return "focused";
        case OutcomeKind::Changed:
            return "changed";
        case OutcomeKind::NotFound:
            return "not-found";
        case OutcomeKind::Refused:
            return "refused";
        case OutcomeKind::Failed:
            return "failed";
        case OutcomeKind::Expired:
            return "expired";
    }
    return "unknown";
}

Outcome failureOf(const Error& error, const std::string& target) {
    switch (error.code) {
        case ErrorCode::NotFound:
            return {OutcomeKind::NotFound, target, error.detail};
        case ErrorCode::Malformed:
        case ErrorCode::Refused:
            return {OutcomeKind::Refused, target, error.detail};
        case ErrorCode::Changed:
        case ErrorCode::Expired:
            return {OutcomeKind::Expired, target, error.detail};
        default:
            return {OutcomeKind::Failed, target, error.detail};
    }
}

}  // namespace sesame::execute
