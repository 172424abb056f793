// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <string>
#include <vector>

namespace sesame::desktop {

/// One installed program: a desktop entry (freedesktop.org Desktop Entry Specification 1.5) that passed our
/// policy.
struct InstalledProgram {
    std::string id;                       ///< desktop file id ("org.gnome.Calculator.desktop")
    std::string file;                     ///< path of the entry
    std::string name;                     ///< localised for this user
    std::vector<std::string> otherNames;  ///< Name in other languages, GenericName, file stem
    std::vector<std::string> argv;        ///< Exec, parsed by the spec, field codes removed; never a shell
    std::string windowClass;              ///< StartupWMClass, if given
    bool userInstalled = false;           ///< from the user's own directory: shown as such
    std::string fingerprint;   ///< changes when the entry's content or place, or the program file, changes
    std::string executable{};  ///< the program file that argv[0] names, symbolic links resolved
    std::optional<std::size_t> fileAt{};  ///< where in argv a file to open belongs; empty: it takes none

    /// argv with this path as exactly one element. Empty when the program takes no file.
    std::vector<std::string> argvFor(const std::string& path) const;
};

/// The programs a person sees in their menu. Any thread.
class InstalledPrograms {
  public:
    virtual ~InstalledPrograms() = default;
    /// Programs whose id, name in any language, or generic name equals `said` (case, width and spaces aside);
    /// the best first. Entries hidden, broken, in a terminal, or running a shell or interpreter are never
    /// returned (S32).
    virtual std::vector<InstalledProgram> find(const std::string& said) const = 0;
    /// Reads the entry again. NotFound if it is gone, Refused if policy forbids it now.
    virtual Result<InstalledProgram> byFile(const std::string& file) const = 0;
    /// The default application for a file or folder, by its type, that policy allows and that takes one.
    /// NotFound when there is none.
    virtual Result<InstalledProgram> defaultFor(const std::string& path) const = 0;
};

}  // namespace sesame::desktop
