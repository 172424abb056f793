// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/installed_programs.h"

namespace sesame::desktop {

/// Where to look, in the words of the XDG Base Directory Specification.
struct XdgPlaces {
    std::string home;
    std::string dataHome;
    std::vector<std::string> dataDirs;
    std::string configHome;
    std::vector<std::string> configDirs;
    std::vector<std::string> currentDesktop;  ///< "GNOME"; the first is the most specific
    std::vector<std::string> searchPath;      ///< of executables
    std::string locale;                       ///< "zh_CN"

    static XdgPlaces fromEnvironment();
};

/// Reads the desktop entries at every call, so that what it says is never stale. Any thread.
class XdgPrograms final : public InstalledPrograms {
  public:
    explicit XdgPrograms(XdgPlaces places = XdgPlaces::fromEnvironment()) : places_(std::move(places)) {}

    std::vector<InstalledProgram> find(const std::string& said) const override;
    Result<InstalledProgram> byFile(const std::string& file) const override;
    Result<InstalledProgram> defaultFor(const std::string& path) const override;

  private:
    XdgPlaces places_;
};

}  // namespace sesame::desktop
