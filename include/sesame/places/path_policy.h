// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <string>
#include <string_view>
#include <vector>

/// What the text of a path alone says about it (S31, S33, M38). Pure; any thread.
namespace sesame::places {

/// One component, as it may appear in a path that is opened: valid UTF-8 without controls, bidi controls or
/// invisible characters, no leading dash, not hidden, not over-long. Refused otherwise.
Status checkFileName(std::string_view name);

/// True when the last extension belongs to something that runs, installs or starts something else.
bool hasRunningExtension(std::string_view name);

/// True for names of keys, password stores, mail stores and what a browser keeps.
bool isSecretFile(std::string_view name);

/// True for folder names that hold secrets although they are not hidden.
bool isSecretFolder(std::string_view name);

/// The components of an absolute path. Malformed for relative, empty or over-long paths and URLs; Refused
/// where ".", ".." or an empty component is in it.
Result<std::vector<std::string>> componentsOf(std::string_view path);

/// Whether `path` lies in `place`, by whole components. Both absolute.
bool liesIn(std::string_view path, std::string_view place);

/// All of the above for the part of an absolute path below `place`, which it must lie in. The value is that
/// part.
Result<std::vector<std::string>> checkPathBelow(std::string_view path, std::string_view place);

}  // namespace sesame::places
