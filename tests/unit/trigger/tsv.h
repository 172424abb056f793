// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace sesame::trigger {

/// The rows of data/<file>: cells parted by tabs, with \n, \r, \t and \\ for themselves; # begins a remark.
std::vector<std::vector<std::string>> readTsv(const std::string& file);

}  // namespace sesame::trigger
