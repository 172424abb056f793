// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sesame::share {

/// Where on the helper's own disk the files of one transfer go. They get honest names (S47), mode 0600, and
/// never replace anything: a name that is taken gets a number.
struct Destination {
    std::string folder;    ///< absolute, there already
    bool resumes = false;  ///< an earlier try went there: what has arrived whole is not fetched again
};

}  // namespace sesame::share
